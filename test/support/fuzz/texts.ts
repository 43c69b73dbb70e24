import fc from 'fast-check';
import { people, testPassword } from '../people.ts';
import { placeOfPassphrase, placeOfRecoveryKey } from './known-ids.ts';

/** A word that no log may ever hold: it is in every second text that is typed into the register here. */
export const canary = 'Kanarialintunen';

/** Another password that is strong enough, for those who change theirs. */
export const otherPassword = 'kuusi harmaata purjevenettä';

/** Somebody who has a one-time passphrase and has never signed in. */
export const newcomer = 'Lotta Koepelto';

const names = [
  ...Object.values(people).map(({ name }) => name),
  newcomer,
  `Sirkutus ${canary}`,
  canary,
  'Ü',
  "O'Brien",
];

/** Values that fields of these names take; the others get any text. */
const believable: Readonly<Record<string, readonly string[]>> = {
  hetu: ['', '', '120391-931N', ' 120391-931n '],
  birthDate: ['12.3.1991', '120391', '1991-03-12'],
  deceasedOn: ['', '', '1.3.2026'],
  validFrom: ['1.1.2026', '2026-03-01'],
  validUntil: ['', '31.12.2026'],
  checkedOn: ['1.3.2026', '2026-01-15'],
  phone: ['', '040 000 0182', '+358 50 000 0931', '019 000 0100'],
  email: ['', 'sirkutus@orsi.example', 'aino.mallikas@posti.example'],
  street: ['', 'Häkkikuja 31'],
  city: ['', 'Hämeenlinna'],
  postalCode: ['', '13100', '00100', '99999'],
  businessId: ['9999999-2', '9999999-3'],
  name: names,
  typedName: names,
  lastName: names,
  firstNames: names,
  text: [
    '',
    'm',
    'k',
    's',
    'v',
    'Mallikas Aino',
    canary.slice(0, 5),
    '10482',
    '"',
    '%',
    '*',
    'a AND b',
    'NEAR(a b)',
  ],
  password: [testPassword, otherPassword, 'aivan väärä salasana'],
  oldPassword: [testPassword, otherPassword],
  currentPassword: [testPassword, otherPassword],
  newPassword: [otherPassword, testPassword, 'salasana', 'Vastaanotto1'],
  reason: [canary, ''],
  recoveryKey: [placeOfRecoveryKey, placeOfRecoveryKey, 'AAAA-AAAA-AAAA-AAAA'],
  oneTimePassphrase: [placeOfPassphrase, placeOfPassphrase, testPassword],
  userId: Array.from({ length: 6 }, (_, index) => `known-id:userId:${index}`),
  values: ['{}', `{"lastName": "${canary}"}`],
};

/** Texts that somebody types, pastes or drops by accident, and some that somebody tries on purpose. */
const awkward = [
  canary,
  ' ',
  '\t\n',
  "Robert'); DROP TABLE customers;--",
  '<b onclick="x">x</b>',
  '=HYPERLINK("https://clinic.example")',
  '../../../etc/passwd',
  '__proto__',
  'constructor',
  '{{7*7}}',
  '\u202eoikealta vasemmalle',
  'e\u0301\u0301\u0301',
  '👩‍👩‍👧',
  '\u0085\u00a0\ufeff',
  'İıßŒ',
  'null',
  '0',
  '-1',
  '1e999',
];

/** A text for the field `key`, of `shortest` to `longest` characters where that can be had. */
export function textFor(key: string, shortest: number, longest: number): fc.Arbitrary<string> {
  const fits = (text: string) => text.length >= shortest && text.length <= longest;
  const known = (believable[key] ?? []).filter(fits);
  const odd = awkward.filter(fits);
  const maxLength = Math.max(shortest, Math.min(longest, 60));
  const any = fc.string({ minLength: shortest, maxLength, unit: 'grapheme' });
  const long = fc.constant('ä'.repeat(Math.min(longest, 5000)));
  const texts = [
    { weight: 1, arbitrary: long },
    { weight: 3, arbitrary: any },
    ...(odd.length > 0 ? [{ weight: 4, arbitrary: fc.constantFrom(...odd) }] : []),
    ...(known.length > 0 ? [{ weight: 90, arbitrary: fc.constantFrom(...known) }] : []),
  ];
  return fc.oneof(...texts);
}
