import fc from 'fast-check';
import { uuidv7 } from 'uuidv7';
import { describe, expect, it } from 'vitest';
import {
  allSlots,
  type ConsentEvent,
  changesOf,
  hasSomethingToEnd,
  type Slot,
  standingOf,
  standingsOf,
} from '#main/register/features/consents/rules.ts';
import { contactAnswers } from '#shared/features/consents/may-contact.ts';
import { mostTelling } from '#shared/features/consents/most-telling.ts';
import { lastValidDay } from '#shared/features/consents/periods.ts';
import { canBeProhibited, channelsOf, purposes, recordableActs } from '#shared/features/consents/purposes.ts';
import { addMonths } from '#shared/values/dates.ts';

const versions = Object.fromEntries(purposes.map((purpose) => [purpose, 3]));
const today = '2026-11-18';
const email: Slot = { purpose: 'direct-marketing', channel: 'email' };
const post: Slot = { purpose: 'direct-marketing', channel: 'post' };

function event(act: ConsentEvent['act'], more: Partial<ConsentEvent> = {}): ConsentEvent {
  const answers = act === 'given' || act === 'refused';
  return {
    id: uuidv7(),
    undoes: null,
    purpose: 'direct-marketing',
    channels: ['email', 'post'],
    act,
    wordingVersion: answers ? 3 : null,
    validUntil: act === 'given' ? '2028-11-18' : null,
    recordedAt: '2026-11-18T08:00:00.000Z',
    ...more,
  };
}

const stateOf = (slot: Slot, history: ConsentEvent[], day = today) =>
  standingOf(slot, history, versions, day).state;

describe('what holds for a purpose and a channel', () => {
  it('is not asked before anything is recorded', () => {
    expect(stateOf(email, [])).toBe('not-asked');
  });

  it('is allowed by law for marketing by post and phone, and for nothing else', () => {
    const allowed = allSlots.filter((slot) => stateOf(slot, []) === 'allowed');
    expect(allowed).toEqual([{ purpose: 'direct-marketing', channel: 'phone' }, post]);
  });

  it('respects a no also where no consent would be needed', () => {
    expect(stateOf(post, [event('refused')])).toBe('refused');
  });

  it('follows the latest answer', () => {
    expect(stateOf(email, [event('refused'), event('given')])).toBe('given');
    expect(stateOf(email, [event('given'), event('withdrawn')])).toBe('withdrawn');
  });

  it('holds only for the channels of the entry', () => {
    expect(stateOf({ ...email, channel: 'sms' }, [event('given')])).toBe('not-asked');
  });

  it('tells of an old wording while the consent to it still holds', () => {
    expect(stateOf(email, [event('given', { wordingVersion: 2 })])).toBe('old-wording');
  });

  it('tells first that a consent is about to end', () => {
    const ending = event('given', { wordingVersion: 2, validUntil: '2026-12-15' });
    expect(stateOf(email, [ending])).toBe('expiring');
  });

  it('counts a consent as expiring from 60 days before its last day and as expired after it', () => {
    const history = [event('given', { validUntil: '2027-01-17' })];
    expect(stateOf(email, history, '2026-11-17')).toBe('given');
    expect(stateOf(email, history, '2026-11-18')).toBe('expiring');
    expect(stateOf(email, history, '2027-01-17')).toBe('expiring');
    expect(stateOf(email, history, '2027-01-18')).toBe('expired');
  });

  it('falls back on what the law allows when a consent expires', () => {
    expect(stateOf(post, [event('given', { validUntil: '2026-11-17' })])).toBe('allowed');
  });

  it('shows what a prohibition lies over', () => {
    const given = event('given');
    const prohibited = event('prohibited');
    expect(standingOf(email, [given, prohibited], versions, today)).toEqual({
      ...email,
      state: 'prohibited',
      by: prohibited,
      overridden: { state: 'given', by: given },
    });
  });

  it('keeps the date of the first prohibition when it is said again', () => {
    const first = event('prohibited', { recordedAt: '2025-02-12T08:00:00.000Z' });
    expect(standingOf(email, [first, event('prohibited')], versions, today).by).toBe(first);
  });

  it('brings back no consent when a prohibition is withdrawn, because the prohibition ended it', () => {
    const prohibited = event('prohibited');
    const history = [event('given'), prohibited, event('prohibition-withdrawn')];
    expect(standingOf(email, history, versions, today)).toEqual({
      ...email,
      state: 'withdrawn',
      by: prohibited,
      overridden: null,
    });
  });

  it('brings back what the law allows to everyone when a prohibition is withdrawn', () => {
    expect(stateOf(post, [event('given'), event('prohibited'), event('prohibition-withdrawn')])).toBe(
      'allowed',
    );
    expect(stateOf(email, [event('prohibited'), event('prohibition-withdrawn')])).toBe('not-asked');
    expect(stateOf(post, [event('refused'), event('prohibited'), event('prohibition-withdrawn')])).toBe(
      'refused',
    );
  });

  it('lets a consent given after a prohibition count once the prohibition is withdrawn', () => {
    const history = [event('prohibited'), event('given'), event('prohibition-withdrawn')];
    expect(stateOf(email, history.slice(0, 2))).toBe('prohibited');
    expect(stateOf(email, history)).toBe('given');
  });
});

describe('what there is to withdraw', () => {
  const withdrawn = { purpose: 'direct-marketing', channels: ['email', 'post'], act: 'withdrawn' } as const;
  const canEnd = (entry: Parameters<typeof hasSomethingToEnd>[0], history: ConsentEvent[]) =>
    hasSomethingToEnd(entry, history, versions, today);

  it('is a consent in every channel named', () => {
    expect(canEnd(withdrawn, [])).toBe(false);
    expect(canEnd(withdrawn, [event('given', { channels: ['email'] })])).toBe(false);
    expect(canEnd(withdrawn, [event('given')])).toBe(true);
    expect(canEnd(withdrawn, [event('given', { validUntil: '2026-11-17' })])).toBe(false);
  });

  it('is also a consent under a prohibition', () => {
    expect(canEnd(withdrawn, [event('given'), event('prohibited')])).toBe(true);
  });

  it('is a prohibition in every channel named', () => {
    const lifted = { ...withdrawn, act: 'prohibition-withdrawn' } as const;
    expect(canEnd(lifted, [event('given')])).toBe(false);
    expect(canEnd(lifted, [event('prohibited')])).toBe(true);
  });
});

describe('the history', () => {
  it('tells of each entry what it changed', () => {
    const history = [event('given'), event('prohibited'), event('prohibition-withdrawn')];
    const changes = changesOf(history, () => versions).map(({ before, after }) => [before, after]);
    expect(changes).toEqual([
      ['not-asked', 'given'],
      ['given', 'prohibited'],
      ['prohibited', 'withdrawn'],
    ]);
  });

  it('judges each entry by the wordings of its own time', () => {
    const history = [event('given', { wordingVersion: 1 }), event('withdrawn')];
    const [first] = changesOf(history, () => ({ 'direct-marketing': 1 }));
    expect(first?.after).toBe('given');
  });
});

/** Any history that the contract could record, however unlikely, and some that it could not. */
const histories = fc.array(
  fc
    .record({
      purpose: fc.constantFrom(...purposes),
      act: fc.constantFrom(...recordableActs),
      wordingVersion: fc.option(fc.integer({ min: 1, max: 3 })),
      months: fc.option(fc.integer({ min: 1, max: 30 })),
      day: fc.integer({ min: 0, max: 900 }),
      pick: fc.integer({ min: 1, max: 15 }),
    })
    .map(({ purpose, act, wordingVersion, months, day, pick }): ConsentEvent => {
      const recordedAt = new Date(Date.UTC(2024, 6, 1) + day * 86_400_000).toISOString();
      return {
        id: uuidv7(),
        undoes: null,
        purpose,
        act,
        channels: channelsOf(purpose).filter((_channel, index) => (pick >> index) & 1),
        wordingVersion,
        validUntil: act === 'given' ? lastValidDay(recordedAt.slice(0, 10), months) : null,
        recordedAt,
      };
    }),
  { maxLength: 25 },
);

const covers = (past: ConsentEvent, slot: Slot) =>
  past.purpose === slot.purpose && (slot.channel === null || past.channels.includes(slot.channel));

describe('for every history', () => {
  it('a prohibition wins over everything until it is withdrawn', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const standing of standingsOf(history, versions, today)) {
          const last = history
            .filter((past) => covers(past, standing))
            .findLast(({ act }) => act === 'prohibited' || act === 'prohibition-withdrawn');
          expect(standing.state === 'prohibited').toBe(last?.act === 'prohibited');
        }
      }),
    );
  });

  it('a prohibition wins wherever it stands among answers', () => {
    const answers = fc.array(
      fc.constantFrom('given', 'refused', 'withdrawn').map((act) => event(act as 'given')),
    );
    fc.assert(
      fc.property(answers, answers, (before, after) => {
        expect(stateOf(email, [...before, event('prohibited'), ...after])).toBe('prohibited');
      }),
    );
  });

  it('a consent in force has a wording, is not past its last day and was given after the last prohibition', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const { state, by, ...slot } of standingsOf(history, versions, today)) {
          if (state !== 'given' && state !== 'expiring' && state !== 'old-wording') continue;
          expect(by?.act).toBe('given');
          expect(by?.wordingVersion).toEqual(expect.any(Number));
          expect(by?.validUntil === null || (by?.validUntil ?? '') >= today).toBe(true);
          const since = history.slice(history.indexOf(by as ConsentEvent) + 1);
          expect(
            since.some(({ act, ...past }) => act === 'prohibited' && covers({ act, ...past }, slot)),
          ).toBe(false);
        }
      }),
    );
  });

  it('the list shows a prohibition when any channel has one', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...purposes), (history, purpose) => {
        const states = standingsOf(history, versions, today)
          .filter((standing) => standing.purpose === purpose)
          .map(({ state }) => state);
        expect(mostTelling(states) === 'prohibited').toBe(states.includes('prohibited'));
        if (!canBeProhibited(purpose)) expect(states).toHaveLength(1);
      }),
    );
  });

  it('entries about other purposes and channels change nothing', () => {
    fc.assert(
      fc.property(histories, fc.constantFrom(...allSlots), (history, slot) => {
        const own = history.filter((past) => covers(past, slot));
        expect(standingOf(slot, history, versions, today)).toEqual(standingOf(slot, own, versions, today));
      }),
    );
  });

  it('a new entry changes nothing that was true of the entries before it', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const whole = changesOf(history, () => versions);
        const earlier = changesOf(history.slice(0, -1), () => versions);
        expect(whole.slice(0, -1)).toEqual(earlier.slice(0, whole.length - 1));
      }),
    );
  });

  it('a consent ends by calendar months, and time alone never makes it stronger', () => {
    const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2035-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(days, fc.integer({ min: 3, max: 120 }), (date, months) => {
        const givenOn = date.toISOString().slice(0, 10);
        const until = lastValidDay(givenOn, months) ?? '';
        const history = [event('given', { validUntil: until })];
        expect(until).toBe(addMonths(givenOn, months));
        expect(stateOf(email, history, givenOn)).toBe('given');
        expect(stateOf(email, history, until)).toBe('expiring');
        const dayAfter = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
        expect(stateOf(email, history, dayAfter)).toBe('expired');
      }),
    );
  });
});

describe('undoing', () => {
  const undo = ({ id, ...entry }: ConsentEvent): ConsentEvent => ({
    ...entry,
    id: uuidv7(),
    act: 'undone',
    undoes: id,
    wordingVersion: null,
    validUntil: null,
  });

  it('leaves what would hold if the entry had never been recorded', () => {
    fc.assert(
      fc.property(histories, fc.nat(), (history, at) => {
        fc.pre(history.length > 0);
        const entry = history[at % history.length] as ConsentEvent;
        const rest = history.filter((other) => other !== entry);
        expect(standingsOf([...history, undo(entry)], versions, today)).toEqual(
          standingsOf(rest, versions, today),
        );
      }),
    );
  });

  it('is told as a change of its own, back to what was before', () => {
    const given = event('given');
    const [, undone] = changesOf([given, undo(given)], () => versions);
    expect(undone).toMatchObject({ before: 'given', after: 'not-asked' });
  });
});

describe('the customer exception', () => {
  const sale = event('contact-at-sale', { channels: ['email', 'sms'] });

  it('holds where no consent does, and under a consent that ends', () => {
    expect(stateOf(email, [sale])).toBe('customer-exception');
    const given = event('given', { validUntil: '2026-11-18' });
    expect(stateOf(email, [sale, given])).toBe('expiring');
    expect(stateOf(email, [sale, given], '2026-11-19')).toBe('customer-exception');
  });

  it.each(['refused', 'withdrawn', 'prohibited'] as const)('is over when the customer has %s', (act) => {
    expect(stateOf(email, [sale, event(act)])).not.toBe('customer-exception');
    const lifted = [sale, event('prohibited'), event('prohibition-withdrawn')];
    expect(stateOf(email, lifted)).toBe('not-asked');
  });

  it('never holds against a prohibition, in whatever order they came', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const { state, by, ...slot } of standingsOf(history, versions, today)) {
          if (state !== 'customer-exception') continue;
          const past = history.filter((one) => covers(one, slot));
          const since = past.slice(past.indexOf(by as ConsentEvent) + 1).map(({ act }) => act);
          expect(since).not.toContain('prohibited');
        }
      }),
    );
  });
});

describe('may I contact, after every history', () => {
  const adult = {
    protected: false,
    deceasedOn: null,
    restrictedSince: null,
    birthDate: '1960-01-01',
    hasGuardian: false,
    hasPhone: true,
    hasEmail: true,
    hasAddress: true,
  };
  const contactOf = (history: ConsentEvent[], day = today) => {
    const cells = standingsOf(history, versions, day).map(({ by, ...slot }) => ({
      ...slot,
      since: by?.recordedAt ?? null,
      validUntil: by?.validUntil ?? null,
      wordingVersion: by?.wordingVersion ?? null,
      givenBy: null,
    }));
    return purposes.flatMap((purpose) => contactAnswers(cells, purpose, adult, day));
  };
  const everywhere = (act: ConsentEvent['act']) =>
    purposes.map((purpose) => event(act, { purpose, channels: [...channelsOf(purpose)] }));

  it.each(['prohibited', 'withdrawn', 'refused'] as const)('%s takes every yes away', (act) => {
    fc.assert(
      fc.property(histories, (history) => {
        expect(contactOf([...history, ...everywhere(act)]).filter(({ allowed }) => allowed)).toEqual([]);
      }),
    );
  });

  it('no consent lasts longer than the day that was told when it was given', () => {
    fc.assert(
      fc.property(histories, (history) => {
        for (const { ground, until } of contactOf(history, '2035-01-01')) {
          if (ground === 'consent') expect(until).toBeNull();
        }
      }),
    );
  });
});
