import { describe, expect, it } from 'vitest';
import { texts as en } from '#main/register/features/reports/texts/en.ts';
import { texts as fi } from '#main/register/features/reports/texts/fi.ts';
import { texts as sv } from '#main/register/features/reports/texts/sv.ts';
import { contract } from '#shared/contract.ts';
import type { AnyProcedure } from '#shared/rpc/procedure.ts';

/** Everything that can stand in a customer's log as somebody's look or change. */
const aboutCustomers = Object.entries(contract as Record<string, Record<string, AnyProcedure>>).flatMap(
  ([feature, procedures]) =>
    Object.entries(procedures)
      .filter(([, { audit }]) => audit.log === 'row' && audit.customer !== undefined)
      .map(([name]) => `${feature}.${name}`),
);

describe.each([
  ['fi', fi],
  ['sv', sv],
  ['en', en],
])('the page of the report that tells who has looked, in %s', (_language, texts) => {
  it.each(aboutCustomers)('says in words what %s is', (action) => {
    expect((texts.actions as Record<string, string>)[action]).toMatch(/\S/);
  });
});
