import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { visitsContract } from '#shared/features/visits/contract.ts';
import { mayCorrect } from '#shared/features/visits/may-correct.ts';
import { managers } from '#shared/rpc/procedure.ts';
import { addDays, dateAt, instantAt } from '#shared/values/dates.ts';
import { type Role, roles } from '#shared/values/roles.ts';

const instant = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString());
/** Whoever the contract lets call at all. */
const person = fc.record({
  id: fc.constantFrom('helmi', 'ida', 'onni'),
  roles: fc.subarray<Role>([...visitsContract.reverse.access], { minLength: 1 }),
});
const entry = fc.record({ recordedById: fc.constantFrom('helmi', 'ida', 'onni'), recordedAt: instant });

describe('who may take an entry back or move it', () => {
  it('is whoever wrote it down, and a manager, at any time', () => {
    fc.assert(
      fc.property(entry, person, instant, (written, who, now) => {
        const isManager = managers.some((role) => who.roles.includes(role));
        fc.pre(isManager || who.id === written.recordedById);
        expect(mayCorrect(written, who, dateAt(now))).toBe(true);
      }),
    );
  });

  it('is anybody at the desk on the day of the writing in Finland, and reception no longer after it', () => {
    fc.assert(
      fc.property(entry, instant, ({ recordedAt }, now) => {
        const who = { id: 'helmi', roles: ['reception'] as const };
        const written = { recordedById: 'ida', recordedAt };
        expect(mayCorrect(written, who, dateAt(now))).toBe(dateAt(recordedAt) === dateAt(now));
      }),
    );
  });

  it('changes for reception at midnight in Finland, in summer and in winter', () => {
    for (const date of ['2026-07-01', '2026-11-18', '2026-03-29', '2026-10-25']) {
      const written = { recordedById: 'ida', recordedAt: instantAt(date, '09:00') };
      const who = { id: 'helmi', roles: ['reception'] as const };
      const midnight = instantAt(addDays(date, 1), '00:00');
      const before = new Date(Date.parse(midnight) - 1).toISOString();
      expect([mayCorrect(written, who, dateAt(before)), mayCorrect(written, who, dateAt(midnight))]).toEqual([
        true,
        false,
      ]);
    }
  });

  it.each(roles)('is no more for the role %s than the contract says', (role) => {
    const written = { recordedById: 'ida', recordedAt: '2026-11-17T09:00:00.000Z' };
    const may = mayCorrect(written, { id: 'helmi', roles: [role] }, '2026-11-18');
    expect(may).toBe(role === 'manager');
  });
});
