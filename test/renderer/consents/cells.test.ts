import { describe, expect, it } from 'vitest';
import {
  isInForce,
  possibleActs,
  prohibitionsIn,
  shortName,
  wholeProhibition,
} from '#renderer/features/consents/cells.ts';
import { parseMonths } from '#renderer/features/consents/wordings/months.ts';
import type { ConsentCell } from '#shared/features/consents/contract.ts';
import { channels } from '#shared/features/consents/purposes.ts';

function cell(part: Partial<ConsentCell>): ConsentCell {
  return {
    purpose: 'direct-marketing',
    channel: 'email',
    state: 'not-asked',
    overridden: null,
    since: null,
    validUntil: null,
    way: null,
    wordingVersion: null,
    givenBy: null,
    recordedBy: null,
    ...part,
  };
}

const first = '2025-02-12T08:00:00.000Z';
const second = '2025-06-09T08:00:00.000Z';
const prohibited = {
  state: 'prohibited',
  since: first,
  overridden: { state: 'given', since: null },
} as const;
const everywhere = channels.map((channel) => cell({ ...prohibited, channel }));

describe('a prohibition of every channel', () => {
  it('is one band when it was recorded at once', () => {
    expect(wholeProhibition(everywhere)).toBe(everywhere[0]);
  });

  it('is shown channel by channel when a channel is free or was prohibited another time', () => {
    const [email, ...others] = everywhere;
    expect(wholeProhibition([cell({}), ...others])).toBeNull();
    expect(wholeProhibition([{ ...cell({}), ...email, since: second }, ...others])).toBeNull();
  });
});

describe('the prohibitions of a customer', () => {
  it('are counted by purpose, with their channels and the first date', () => {
    const cells = [
      ...everywhere,
      cell({ purpose: 'customer-surveys', channel: 'phone', ...prohibited, since: second }),
      cell({ purpose: 'customer-surveys', channel: 'email' }),
    ];
    expect(prohibitionsIn(cells)).toEqual([
      { purpose: 'direct-marketing', channels: [...channels], since: first },
      { purpose: 'customer-surveys', channels: ['phone'], since: second },
    ]);
  });
});

describe('what can be recorded', () => {
  it('is an answer or a prohibition while nothing is in force', () => {
    const acts = ['given', 'refused', 'prohibited'];
    expect(possibleActs([cell({ purpose: 'customer-surveys' })], 'customer-surveys')).toEqual(acts);
    expect(possibleActs([cell({})], 'direct-marketing')).toEqual([...acts, 'contact-at-sale']);
  });

  it('has no prohibition for the health profile', () => {
    expect(possibleActs([cell({ channel: null })], 'health-profile')).toEqual(['given', 'refused']);
  });

  it('has both withdrawals for a consent under a prohibition', () => {
    expect(possibleActs(everywhere, 'direct-marketing')).toEqual([
      'given',
      'refused',
      'prohibited',
      'withdrawn',
      'prohibition-withdrawn',
    ]);
  });

  it('has no withdrawal of what only the law allows', () => {
    expect(isInForce(cell({ state: 'allowed' }))).toBe(false);
  });
});

describe('the short form of a name', () => {
  it.each([
    ['Helmi Testola', 'H. Testola'],
    ['Anna Maria Mallikas-Koe', 'A. Mallikas-Koe'],
    ['Testola', 'Testola'],
    [null, ''],
  ])('of %s is %s', (name, short) => {
    expect(shortName(name)).toBe(short);
  });
});

describe('the months of validity', () => {
  it.each([
    ['24', 24],
    [' 6 ', 6],
    ['', null],
    ['0', undefined],
    ['121', undefined],
    ['2,5', undefined],
    ['-1', undefined],
  ])('typed as "%s" are %s', (text, months) => {
    expect(parseMonths(text)).toBe(months);
  });
});
