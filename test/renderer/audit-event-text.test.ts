import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { detailText } from '#renderer/features/audit/event-text.ts';
import { allTexts } from '#renderer/locales/all-texts.ts';
import { loadAllLanguages, startLanguages } from '#renderer/locales/i18n.ts';
import type { Translate } from '#renderer/locales/use-texts.ts';
import { contract } from '#shared/contract.ts';
import { actionGroups, actionsOfGroup } from '#shared/features/audit/action-groups.ts';
import type { AuditEvent } from '#shared/features/audit/contract.ts';
import type { AnyProcedure } from '#shared/rpc/procedure.ts';

/** `feature.procedure` of every call that leaves a row in the log. */
const logged = Object.entries(contract as Record<string, Record<string, AnyProcedure>>).flatMap(
  ([feature, procedures]) =>
    Object.entries(procedures)
      .filter(([, { audit }]) => audit.log !== 'none')
      .map(([name]) => ({ feature, name })),
);

describe('the log', () => {
  test.each(logged)('names $feature.$name in words, in every language', ({ feature, name }) => {
    for (const { audit } of Object.values(allTexts)) {
      const actions: Record<string, Record<string, string>> = audit.actions;
      expect(actions[feature]?.[name]).toMatch(/\S/);
    }
  });

  test.each(logged)('has $feature.$name in one group of the filter', ({ feature, name }) => {
    const groups = actionGroups.filter((group) => actionsOfGroup(group).includes(`${feature}.${name}`));
    expect(groups).toHaveLength(1);
  });
});

describe('a row of the log', () => {
  beforeAll(async () => {
    await startLanguages('fi');
    await loadAllLanguages();
  });

  const told = (action: string, details: Record<string, unknown>) =>
    detailText(i18next.getFixedT('fi') as unknown as Translate, { action, details } as AuditEvent);

  test.each([
    [{ to: 'paper', outcome: 'printed' }, 'tulostettu paperille'],
    [{ to: 'pdf', outcome: 'saved' }, 'tiedosto tallennettu'],
    [{ to: 'paper', outcome: 'cancelled' }, 'ei tulostettu'],
    [{ to: 'pdf', outcome: 'cancelled' }, 'tiedostoa ei tallennettu'],
  ])('tells where a sheet of a customer went, and whether it went at all: %o', (details, words) => {
    expect(told('consents.printHistory', { entries: 3, ...details })).toBe(words);
    expect(told('visits.printReceipt', { receipt: 12, withName: false, ...details })).toBe(
      `kuitti 12, ${words}`,
    );
  });

  test.each([
    ['note', 'muistiinpano'],
    ['credit-check', 'luottotiedot'],
    ['of a newer version', ''],
  ])('tells what kind of detail came, went or came back: %s', (kind, words) => {
    for (const action of ['addRecord', 'removeRecord', 'restoreRecord']) {
      expect(told(`customers.${action}`, { kind })).toBe(words);
    }
  });

  test('tells as whom somebody else gave an answer, and nothing more of whom', () => {
    const details = { purpose: 'direct-marketing', act: 'given', channels: ['email'], way: 'orally' };
    const byGuardian = told('consents.record', { ...details, givenBy: 'guardian' });
    expect(byGuardian).toBe(
      `${told('consents.record', { ...details, givenBy: 'customer' })}, antoi huoltaja`,
    );
  });
});
