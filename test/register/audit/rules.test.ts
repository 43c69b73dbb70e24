import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Look, sharesFamilyName, unusualLooks } from '#main/register/features/audit/rules.ts';
import { firstRules, type UnusualRules } from '#shared/features/audit/unusual.ts';

const allOff: UnusualRules = {
  ownFamilyName: { isOn: false },
  manyCards: { isOn: false, cards: 3, minutes: 10 },
  manyCardsInDay: { isOn: false, cards: 5 },
  outsideHours: { isOn: false, week: firstRules.outsideHours.week },
};

/** A look on Wednesday 18 November 2026 (Finland is two hours from UTC), `minute` minutes after 9.00. */
function look(sequence: number, minute: number, part: Partial<Look> = {}): Look {
  const at = new Date(Date.parse('2026-11-18T07:00:00.000Z') + minute * 60_000);
  const local = new Date(at.getTime() + 2 * 3_600_000).toISOString();
  return {
    sequence,
    at: at.toISOString(),
    date: local.slice(0, 10),
    time: local.slice(11, 16),
    actorId: 'helmi',
    actorName: 'Helmi Testola',
    customerId: `c${sequence}`,
    isCard: true,
    customerLastName: 'Mallikas',
    hasVisit: false,
    ...part,
  };
}

const marked = (looks: readonly Look[], rules: UnusualRules, first = 1) =>
  unusualLooks(looks, first, rules).map(({ sequence, reason }) => `${sequence} ${reason.rule}`);

describe('own family name', () => {
  const rules = { ...allOff, ownFamilyName: { isOn: true } };

  it.each([
    ['Helmi Testola', 'Testola', true],
    ['Helmi Testola', 'TESTOLA', true],
    ['Helmi Virta-Testola', 'Testola', true],
    ['Helmi Testola', 'Virta-Testola', true],
    ['Carl von Mallbacka', 'von Numers', false],
    ['Helmi Testola', 'Testolainen', false],
    ['Helmi Testola', 'Helmi', false],
    ['Åsa Öst', 'Ost', true],
    ['Li Wu', 'Wu', true],
    ['Helmi Testola', null, false],
  ])('%s and %s: %s', (actor, customer, expected) => {
    expect(sharesFamilyName(actor, customer)).toBe(expected);
  });

  it('asks once a day about the same customer, and only when the card is opened', () => {
    const own = { customerId: 'veikko', customerLastName: 'Testola' };
    const looks = [
      look(1, 0, { ...own, isCard: false }),
      look(2, 1, own),
      look(3, 2, own),
      look(4, 3, { ...own, customerId: 'saga' }),
      look(5, 24 * 60, own),
    ];
    expect(marked(looks, rules)).toEqual(['2 own-family-name', '4 own-family-name', '5 own-family-name']);
  });
});

describe('many cards', () => {
  const rules = { ...allOff, manyCards: { isOn: true, cards: 3, minutes: 10 } };

  it('are as many different customers without a visit, near enough in time, of one person', () => {
    expect(marked([look(1, 0), look(2, 4), look(3, 9)], rules)).toEqual(['3 many-cards']);
    expect(marked([look(1, 0), look(2, 4), look(3, 10)], rules)).toEqual([]);
    expect(marked([look(1, 0), look(2, 4), look(3, 5, { customerId: 'c1' })], rules)).toEqual([]);
    expect(marked([look(1, 0), look(2, 4), look(3, 5, { hasVisit: true })], rules)).toEqual([]);
    expect(marked([look(1, 0), look(2, 4), look(3, 5, { actorId: 'ida' })], rules)).toEqual([]);
  });

  it('are one question a day, however many follow', () => {
    const looks = Array.from({ length: 40 }, (_, index) => look(index + 1, index));
    expect(marked(looks, rules)).toEqual(['3 many-cards']);
  });

  it('in a day count from midnight to midnight in Finland', () => {
    const inDay = { ...allOff, manyCardsInDay: { isOn: true, cards: 5 } };
    const spread = [0, 100, 200, 300, 400].map((minute, index) => look(index + 1, minute));
    expect(marked(spread, inDay)).toEqual(['5 many-cards-in-day']);
    const overNight = [0, 100, 200, 800, 901].map((minute, index) => look(index + 1, minute));
    expect(overNight[4]?.date).toBe('2026-11-19');
    expect(marked(overNight, inDay)).toEqual([]);
  });
});

describe('outside the opening hours', () => {
  const rules = { ...allOff, outsideHours: { isOn: true, week: firstRules.outsideHours.week } };

  it('means before, after, and a day when the office is closed; one question for each', () => {
    const looks = [
      look(1, -121),
      look(2, -120),
      look(3, 600),
      look(4, 601, { isCard: false }),
      look(5, 602),
      look(6, 3 * 24 * 60),
    ];
    expect(looks[5]?.date).toBe('2026-11-21');
    expect(unusualLooks(looks, 1, rules).map(({ sequence, reason }) => [sequence, reason])).toEqual([
      [1, { rule: 'outside-hours', hours: { from: '07:00', to: '19:00' } }],
      [4, { rule: 'outside-hours', hours: { from: '07:00', to: '19:00' } }],
      [6, { rule: 'outside-hours', hours: null }],
    ]);
  });
});

describe('any rules and any log', () => {
  const anyLooks = fc
    .array(
      fc.record({
        minutes: fc.integer({ min: 0, max: 200 }),
        actorId: fc.constantFrom('helmi', 'ida'),
        customerId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
        isCard: fc.boolean(),
        hasVisit: fc.boolean(),
        customerLastName: fc.constantFrom('Testola', 'Mallikas', null),
      }),
      { maxLength: 60 },
    )
    .map((steps) => {
      let minute = -300;
      return steps.map(({ minutes, ...part }, index) => {
        minute += minutes;
        return look(index + 1, minute, part);
      });
    });
  const anyRules = fc.record({
    ownFamilyName: fc.record({ isOn: fc.boolean() }),
    manyCards: fc.record({
      isOn: fc.boolean(),
      cards: fc.integer({ min: 2, max: 5 }),
      minutes: fc.integer({ min: 1, max: 240 }),
    }),
    manyCardsInDay: fc.record({ isOn: fc.boolean(), cards: fc.integer({ min: 2, max: 5 }) }),
    outsideHours: fc.record({ isOn: fc.boolean(), week: fc.constant(firstRules.outsideHours.week) }),
  });

  it('gives the same marks whether the log is read at once or in parts', () => {
    fc.assert(
      fc.property(anyLooks, anyRules, fc.integer({ min: 1, max: 60 }), (looks, rules, cut) => {
        const whole = marked(looks, rules);
        const before = looks.filter(({ sequence }) => sequence < cut);
        expect([...marked(before, rules), ...marked(looks, rules, cut)]).toEqual(whole);
      }),
    );
  });

  it('marks nothing when every rule is off, and no row twice by one rule', () => {
    fc.assert(
      fc.property(anyLooks, anyRules, (looks, rules) => {
        expect(marked(looks, allOff)).toEqual([]);
        const marks = marked(looks, rules);
        expect(new Set(marks).size).toBe(marks.length);
      }),
    );
  });

  it('asks less when a limit is raised', () => {
    fc.assert(
      fc.property(anyLooks, fc.integer({ min: 2, max: 4 }), (looks, cards) => {
        const limit = (more: number) => ({
          ...allOff,
          manyCardsInDay: { isOn: true, cards: cards + more },
        });
        expect(marked(looks, limit(1)).length).toBeLessThanOrEqual(marked(looks, limit(0)).length);
      }),
    );
  });
});
