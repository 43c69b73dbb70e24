import i18next from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { faultText } from '#renderer/app/fault-text.ts';
import { loadAllLanguages, startLanguages } from '#renderer/locales/i18n.ts';
import type { Translate } from '#renderer/locales/use-texts.ts';
import type { Fault, RuleBroken } from '#shared/rpc/fault.ts';
import type { Rules } from '#shared/rpc/rules.ts';
import { type Language, languages } from '#shared/values/language.ts';

beforeAll(async () => {
  await startLanguages('fi');
  await loadAllLanguages();
});

function textOf(fault: Fault, language: Language = 'fi'): string {
  return faultText(i18next.getFixedT(language) as unknown as Translate, fault);
}

/** Each rule with facts such as the register sends: a new rule must be added here to compile. */
const everyRule: { [R in keyof Rules]: Rules[R] } = {
  'register-exists': {},
  'register-missing': {},
  'register-newer-than-app': {},
  'vault-damaged': {},
  'vault-older-than-register': {},
  'name-taken': {},
  'last-administrator': {},
  'last-manager': {},
  'own-account': {},
  'own-role': {},
  'choose-own-password': {},
  'same-password': {},
  'wrong-credentials': {},
  'wait-before-sign-in': { seconds: 252 },
  'weak-password': { hint: 'names' },
  'recovery-key-wrong': { problem: 'checksum' },
  'recovery-groups-differ': { groups: [3, 7] },
  'processing-restricted': { customerNumber: 10718, since: '2026-11-18T12:32:07.000Z' },
  'guardian-of-adult': { age: 39 },
  'giver-not-chosen': {},
  'not-a-guardian': {},
  'hetu-taken': { customerId: '019a0000-0000-7000-8000-000000000000', customerNumber: 10482 },
  'wording-replaced': { purpose: 'direct-marketing', currentVersion: 4 },
  'nothing-to-withdraw': { purpose: 'direct-marketing' },
  'prohibition-in-force': { purpose: 'direct-marketing' },
  'not-own-recording': { recordedBy: 'Ida Näytesalo' },
  'recorded-since': { purpose: 'direct-marketing' },
  'undo-too-late': { minutes: 30 },
  'item-not-in-use': { name: 'Hieronta 60 min', date: '2026-11-18' },
  'practitioner-not-in-use': { name: 'Lotta Koepelto', date: '2026-11-18' },
  'price-list-used': { name: 'Hieronta 60 min' },
  'vat-rate-not-in-force': { name: 'Kylmägeeli 150 ml', date: '2024-08-31', rate: 2550 },
  'visit-already-reversed': {},
  'visit-is-reversal': {},
  'correction-by-manager': { recordedBy: 'Helmi Testola', date: '2026-11-17' },
  'same-customer': {},
  'no-receipt': {},
  'backup-place-missing': {},
  'backup-place-unwritable': { place: 'kopiot' },
  'backup-unverified': { place: 'kopiot' },
  'no-printer': {},
};

const everyFault: Fault[] = [
  ...Object.entries(everyRule).map(([rule, facts]) => ({ kind: 'rule-broken', rule, facts }) as RuleBroken),
  { kind: 'invalid-input', fields: {} },
  { kind: 'not-signed-in' },
  { kind: 'locked' },
  { kind: 'forbidden' },
  { kind: 'not-found' },
  { kind: 'conflict', changed: [] },
  { kind: 'cancelled' },
  { kind: 'storage-full' },
  { kind: 'storage-damaged' },
  { kind: 'unexpected', reference: 'AB12' },
];

describe.each(languages)('in %s', (language) => {
  test.each(everyFault)('the fault $kind $rule is a finished sentence', (fault) => {
    const text = textOf(fault, language);
    expect(text).toMatch(/\.$/);
    expect(text).not.toMatch(/\{\{|undefined|faults:|rules\./);
  });
});

test('a wait is told in minutes and seconds, tied to their units', () => {
  const fault: Fault = { kind: 'rule-broken', rule: 'wait-before-sign-in', facts: { seconds: 252 } };
  expect(textOf(fault)).toBe('Odota 4\u00a0min 12\u00a0s ja yritä uudelleen.');
});

test('a hint that this program does not know still gives a true sentence', () => {
  const fault: Fault = { kind: 'rule-broken', rule: 'weak-password', facts: { hint: 'from-the-future' } };
  expect(textOf(fault)).toBe('Salasana on liian helppo arvata. Lisää sana tai kaksi.');
});

test('the facts of a rule stand in its sentence', () => {
  const facts = everyRule['hetu-taken'];
  expect(textOf({ kind: 'rule-broken', rule: 'hetu-taken', facts })).toContain('10482');
});
