import { describe, expect, test } from 'vitest';
import { allTexts } from '#renderer/locales/all-texts.ts';
import { contract } from '#shared/contract.ts';
import { actionGroups, actionsOfGroup } from '#shared/features/audit/action-groups.ts';
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
