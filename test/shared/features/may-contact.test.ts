import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { giverRoles } from '#shared/features/consents/giver.ts';
import {
  type ContactCell,
  type ContactFacts,
  contactAnswers,
  mayContact,
  noGrounds,
  yesGrounds,
} from '#shared/features/consents/may-contact.ts';
import { type Channel, channels, consentStates, purposes } from '#shared/features/consents/purposes.ts';

const today = '2026-11-22';

const reachable: ContactFacts = {
  protected: false,
  deceasedOn: null,
  restrictedSince: null,
  birthDate: '1987-03-14',
  hasGuardian: false,
  hasPhone: true,
  hasEmail: true,
  hasAddress: true,
};

type Cell = ContactCell & { channel: Channel };

const cellOf = (more: Partial<Cell>): Cell => ({
  purpose: 'direct-marketing',
  channel: 'email',
  state: 'given',
  since: '2026-11-04T08:00:00.000Z',
  validUntil: '2028-11-04',
  wordingVersion: 4,
  givenBy: 'customer',
  ...more,
});

const ask = (cell: Partial<Cell>, facts: Partial<ContactFacts> = {}, day = today) =>
  mayContact(cellOf(cell), { ...reachable, ...facts }, day);

const date = fc
  .date({ min: new Date('1920-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((value) => value.toISOString().slice(0, 10));
const instant = date.map((day) => `${day}T08:00:00.000Z`);

const anyFacts: fc.Arbitrary<ContactFacts> = fc.record({
  protected: fc.boolean(),
  deceasedOn: fc.option(date),
  restrictedSince: fc.option(instant),
  birthDate: date,
  hasGuardian: fc.boolean(),
  hasPhone: fc.boolean(),
  hasEmail: fc.boolean(),
  hasAddress: fc.boolean(),
});

const anyCell: fc.Arbitrary<Cell> = fc.record({
  purpose: fc.constantFrom(...purposes),
  channel: fc.constantFrom(...channels),
  state: fc.constantFrom(...consentStates),
  since: fc.option(instant),
  validUntil: fc.option(date),
  wordingVersion: fc.option(fc.integer({ min: 1, max: 9 })),
  givenBy: fc.option(fc.constantFrom(...giverRoles)),
});

describe('may I contact', () => {
  it('says yes to a consent, with its wording and last day', () => {
    expect(ask({})).toEqual({
      channel: 'email',
      allowed: true,
      ground: 'consent',
      since: '2026-11-04T08:00:00.000Z',
      until: '2028-11-04',
      wordingVersion: 4,
    });
  });

  it('says no where nothing was asked, and yes to letters and calls that nobody has forbidden', () => {
    expect(ask({ state: 'not-asked' })).toMatchObject({ allowed: false, ground: 'not-asked' });
    expect(ask({ channel: 'post', state: 'allowed' })).toMatchObject({
      allowed: true,
      ground: 'until-prohibited',
    });
  });

  it.each([
    [{ deceasedOn: '2026-11-20' }, 'deceased'],
    [{ restrictedSince: '2026-11-20T08:00:00.000Z' }, 'restricted'],
    [{ protected: true }, 'protected'],
    [{ hasEmail: false }, 'no-address'],
  ] as const)('says no in spite of a consent: %o', (facts, ground) => {
    expect(ask({}, facts)).toMatchObject({ allowed: false, ground });
  });

  it('takes the consent of a child from 13 years, of a younger one only from who may give it', () => {
    const [older, younger] = [{ birthDate: '2013-11-22' }, { birthDate: '2013-11-23', hasGuardian: true }];
    expect(ask({}, older)).toMatchObject({ allowed: true, ground: 'consent' });
    expect(ask({}, younger)).toMatchObject({ allowed: false, ground: 'minor' });
    expect(ask({ givenBy: 'representative' }, younger)).toMatchObject({ allowed: true, ground: 'consent' });
    for (const facts of [older, younger]) {
      expect(ask({ givenBy: 'guardian' }, facts)).toMatchObject({
        allowed: true,
        ground: 'guardian-consent',
      });
    }
  });

  it('takes a guardian to have answered for a young child only where nobody wrote down who did', () => {
    const young = { birthDate: '2013-11-23' };
    expect(ask({ givenBy: null }, young)).toMatchObject({ allowed: false, ground: 'minor' });
    expect(ask({ givenBy: null }, { ...young, hasGuardian: true })).toMatchObject({
      allowed: true,
      ground: 'guardian-consent',
    });
  });

  it('markets to nobody under 18 without consent', () => {
    const young = { birthDate: '2008-11-23' };
    expect(ask({ channel: 'post', state: 'allowed' }, young)).toMatchObject({ ground: 'minor' });
    expect(ask({ state: 'customer-exception' }, young)).toMatchObject({ ground: 'minor' });
  });

  it('answers each channel of a purpose, and nothing for a purpose without channels', () => {
    const cells: ContactCell[] = [
      cellOf({}),
      cellOf({ channel: 'post', state: 'allowed' }),
      { ...cellOf({ purpose: 'health-profile' }), channel: null },
    ];
    const grounds = contactAnswers(cells, 'direct-marketing', reachable, today).map(({ ground }) => ground);
    expect(grounds).toEqual(['consent', 'until-prohibited']);
    expect(contactAnswers(cells, 'health-profile', reachable, today)).toEqual([]);
  });
});

describe('whatever is known of a customer', () => {
  it('a prohibition wins', () => {
    fc.assert(
      fc.property(anyCell, anyFacts, date, (cell, facts, day) => {
        expect(mayContact({ ...cell, state: 'prohibited' }, facts, day)).toMatchObject({
          allowed: false,
          ground: 'prohibited',
        });
      }),
    );
  });

  it('there is no yes without a ground for it, and no no without a ground against', () => {
    fc.assert(
      fc.property(anyCell, anyFacts, date, (cell, facts, day) => {
        const { allowed, ground } = mayContact(cell, facts, day);
        expect(allowed ? yesGrounds : noGrounds).toContain(ground);
      }),
    );
  });

  it('the dead, the protected, the restricted and those without an address are never contacted', () => {
    fc.assert(
      fc.property(anyCell, anyFacts, date, (cell, facts, day) => {
        const { allowed } = mayContact(cell, facts, day);
        const way = {
          email: facts.hasEmail,
          sms: facts.hasPhone,
          phone: facts.hasPhone,
          post: facts.hasAddress,
        };
        if (facts.deceasedOn || facts.protected || facts.restrictedSince || !way[cell.channel]) {
          expect(allowed).toBe(false);
        }
      }),
    );
  });

  it('a consent holds through its last day and not after it', () => {
    fc.assert(
      fc.property(anyCell, date, date, (cell, validUntil, day) => {
        const consent = { ...cell, state: 'given' as const, validUntil };
        const facts = { ...reachable, birthDate: '1900-01-01' };
        expect(mayContact(consent, facts, day).allowed).toBe(day <= validUntil);
      }),
    );
  });

  it('the customer exception is for marketing by e-mail and text message, and for nothing else', () => {
    fc.assert(
      fc.property(anyCell, anyFacts, date, (cell, facts, day) => {
        const { ground } = mayContact({ ...cell, state: 'customer-exception' }, facts, day);
        if (ground !== 'customer-exception') return;
        expect(cell.purpose).toBe('direct-marketing');
        expect(['email', 'sms']).toContain(cell.channel);
      }),
    );
  });

  it('only letters and personal calls of marketing are allowed until prohibited', () => {
    fc.assert(
      fc.property(anyCell, anyFacts, date, (cell, facts, day) => {
        if (mayContact(cell, facts, day).ground !== 'until-prohibited') return;
        expect(cell.purpose).toBe('direct-marketing');
        expect(['phone', 'post']).toContain(cell.channel);
      }),
    );
  });
});
