import i18next from 'i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { findingText } from '#renderer/features/audit/log/findings.tsx';
import { loadAllLanguages, startLanguages } from '#renderer/locales/i18n.ts';
import type { Translate } from '#renderer/locales/use-texts.ts';
import type { AuditFinding } from '#shared/features/audit/verification.ts';
import { languages } from '#shared/values/language.ts';

/** One of every kind that a verification can find. */
const findings: Record<AuditFinding['kind'], AuditFinding> = {
  changed: { kind: 'changed', sequence: 1234, sealedAgain: false },
  inserted: { kind: 'inserted', sequence: 1234 },
  reordered: { kind: 'reordered', sequence: 1234, belongsAt: 5678 },
  removed: { kind: 'removed', sequence: 1234, to: 5678 },
  'details-changed': { kind: 'details-changed', sequence: 1234 },
  cut: { kind: 'cut', sequence: 1234, to: 5678 },
  rewritten: { kind: 'rewritten', sequence: 1234, since: 5678 },
  'head-forged': { kind: 'head-forged', sequence: 1234, name: 'Onni Keksilä' },
};
const facts = (finding: AuditFinding) =>
  Object.entries(finding).flatMap(([key, fact]) => {
    if (key === 'kind' || typeof fact === 'boolean') return [];
    return [String(fact).replace(/^(\d)(\d{3})$/, '$1\u00a0$2')];
  });

beforeAll(async () => {
  await startLanguages('fi');
  await loadAllLanguages();
});

describe.each(languages)('what a verification found, in %s', (language) => {
  it.each(Object.values(findings))('says exactly where: $kind', (finding) => {
    const text = findingText(i18next.getFixedT(language) as Translate, finding);
    for (const fact of facts(finding)) expect(text).toContain(fact);
    expect(text).not.toMatch(/\{\{|chain\.finding/);
  });
});

it('one row that is gone is not said as many', () => {
  const text = findingText(i18next.getFixedT('fi') as Translate, { kind: 'removed', sequence: 7, to: 7 });
  expect(text).toBe('Rivi 7 on poistettu.');
});
