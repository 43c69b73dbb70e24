import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageOn,
  dateAt,
  formatDate,
  formatInstant,
  instantAt,
  isoDateSchema,
  parseBirthDate,
  parseDate,
  timeAt,
} from '#shared/values/dates.ts';

const today = '2026-11-18';
const isoDate = fc
  .date({
    min: new Date('1850-01-01T00:00:00Z'),
    max: new Date('2026-11-18T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((day) => day.toISOString().slice(0, 10));

describe('a typed date', () => {
  it.each([
    '26.5.1968',
    '26.05.1968',
    '26.5.68',
    '26 5 1968',
    '26/5/1968',
    '26,5,1968',
    '26, 5, 68',
    '260568',
    '26051968',
    '1968-05-26',
  ])('is understood as %s', (typed) => {
    expect(parseDate(typed, today, 'past')).toEqual({ ok: true, value: '1968-05-26' });
  });

  it('comes back from the form it is shown in', () => {
    fc.assert(
      fc.property(isoDate, (date) => {
        expect(parseDate(formatDate(date), today, 'past')).toEqual({ ok: true, value: date });
        expect(isoDateSchema.parse(date)).toBe(date);
      }),
    );
  });

  describe('with a year of two digits', () => {
    const inTwoDigits = (date: string) => formatDate(date).replace(/\d\d(\d\d)$/, '$1');
    const between = (from: string, until: string) =>
      fc
        .date({
          min: new Date(`${from}T12:00:00Z`),
          max: new Date(`${until}T12:00:00Z`),
          noInvalidDate: true,
        })
        .map((day) => day.toISOString().slice(0, 10));

    it('of a birth is the latest that has been', () => {
      expect(parseDate('18.11.26', today, 'past')).toEqual({ ok: true, value: '2026-11-18' });
      expect(parseDate('19.11.26', today, 'past')).toEqual({ ok: true, value: '1926-11-19' });
      expect(parseDate('1.1.00', today, 'past')).toEqual({ ok: true, value: '2000-01-01' });
      fc.assert(
        fc.property(between('1926-11-19', today), (date) => {
          expect(parseDate(inTwoDigits(date), today, 'past')).toEqual({ ok: true, value: date });
        }),
      );
    });

    it('of anything else is the nearest, to come or past', () => {
      expect(parseDate('1.6.27', today, 'near')).toEqual({ ok: true, value: '2027-06-01' });
      expect(parseDate('010619', today, 'near')).toEqual({ ok: true, value: '2019-06-01' });
      expect(parseDate('19.11.26', today, 'near')).toEqual({ ok: true, value: '2026-11-19' });
      fc.assert(
        fc.property(between('1976-11-19', '2076-11-18'), (date) => {
          expect(parseDate(inTwoDigits(date), today, 'near')).toEqual({ ok: true, value: date });
        }),
      );
    });

    it('is the same on every day of a century’s turn', () => {
      expect(parseDate('1.6.01', '2099-12-31', 'near')).toEqual({ ok: true, value: '2101-06-01' });
      expect(parseDate('1.6.99', '2101-01-01', 'near')).toEqual({ ok: true, value: '2099-06-01' });
      expect(parseDate('29.2.00', today, 'past')).toEqual({ ok: true, value: '2000-02-29' });
    });
  });

  it.each(['31.2.1987', '29.2.1900', '0.1.1990', '1.13.1990', '32.1.1990'])('%s does not exist', (typed) => {
    expect(parseDate(typed, today, 'near')).toEqual({ ok: false, issue: 'date-does-not-exist' });
  });

  it.each(['', '26.5.', 'eilen', '1968', '26.5.196', '2605196'])('%s is no date', (typed) => {
    expect(parseDate(typed, today, 'near')).toEqual({ ok: false, issue: 'date-format' });
  });
});

describe('a birth date', () => {
  it('is not in the future and not before 1850', () => {
    expect(parseBirthDate('19.11.2026', today)).toEqual({ ok: false, issue: 'date-in-future' });
    expect(parseBirthDate('18.11.2026', today)).toEqual({ ok: true, value: '2026-11-18' });
    expect(parseBirthDate('31.12.1849', today)).toEqual({ ok: false, issue: 'date-too-early' });
  });

  it('gives the age in whole years, a leap-day child growing older on 1 March', () => {
    expect(ageOn('1987-03-14', '2026-03-13')).toBe(38);
    expect(ageOn('1987-03-14', '2026-03-14')).toBe(39);
    expect(ageOn('2004-02-29', '2026-02-28')).toBe(21);
    expect(ageOn('2004-02-29', '2026-03-01')).toBe(22);
  });
});

describe('time in Finland', () => {
  it('is two hours ahead of UTC in winter and three in summer', () => {
    expect(formatInstant('2026-11-18T12:32:07.123Z')).toBe('18.11.2026 14.32');
    expect(formatInstant('2026-07-01T06:05:00.000Z')).toBe('1.7.2026 9.05');
    expect(dateAt('2026-11-18T22:30:00.000Z')).toBe('2026-11-19');
  });

  it('goes to an instant and back, except in the hour that spring skips', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01Z'), max: new Date('2040-01-01Z'), noInvalidDate: true }),
        (moment) => {
          const instant = `${moment.toISOString().slice(0, 16)}:00.000Z`;
          const [date, time] = [dateAt(instant), timeAt(instant)];
          const back = instantAt(date, time);
          expect([dateAt(back), timeAt(back)]).toEqual([date, time]);
        },
      ),
    );
    expect(instantAt('2026-03-29', '03:30')).toBe('2026-03-29T01:30:00.000Z');
    expect(instantAt('2026-10-25', '03:30')).toBe('2026-10-25T00:30:00.000Z');
  });
});

describe('a period of calendar months', () => {
  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-12-15', 1, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('from %s by %i ends on %s', (from, months, to) => {
    expect(addMonths(from, months)).toBe(to);
  });
});

describe('days later and earlier', () => {
  it.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2027-01-01', -1, '2026-12-31'],
    ['9999-12-30', 1, '9999-12-31'],
    ['9999-12-31', 1, '9999-12-31'],
    ['0000-01-01', -1, '0000-01-01'],
  ])('from %s by %i is %s, which always has a year of four digits', (from, days, to) => {
    expect(addDays(from, days)).toBe(to);
    expect(() => instantAt(to, '00:00')).not.toThrow();
  });
});
