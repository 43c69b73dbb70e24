import { expect, test } from 'vitest';
import { redact } from '#main/electron/redaction.ts';

test.each([
  ['a personal identity code', 'hetu 131052-952T read', 'hetu [hetu] read'],
  ['an identity code of this century', '010203A9522', '[hetu]'],
  ['an e-mail address', 'to aino.mallikas@posti.example now', 'to [e-mail] now'],
  ['a phone number', 'call 040 000 0182 or +358400000182', 'call [number] or [number]'],
  ['a database key', `key ${'0a'.repeat(32)} set`, 'key [key] set'],
  ['a recovery key', 'ABCD-EFGH-JKMN-PQRS-TUVW', '[recovery key]'],
  ['a folder of a person', 'cannot open /home/helmi/Asiakirjat/a.zip: EACCES', 'cannot open [path]: EACCES'],
])('%s never reaches the log', (_name, message, logged) => {
  expect(redact(message)).toBe(logged);
});

test('a message stays on one line and short', () => {
  expect(redact('a\nb')).toBe('a b');
  expect(redact('ab '.repeat(400)).length).toBeLessThanOrEqual(500);
});

test('the reference that a person sees survives', () => {
  expect(redact('9f86d081 customers.search: TypeError')).toBe('9f86d081 customers.search: TypeError');
});
