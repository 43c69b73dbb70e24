import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { adultFrom, consentsAloneFrom } from '#shared/features/consents/ages.ts';
import {
  type Answering,
  type Giver,
  giverRoles,
  giverSchema,
  isMinor,
  isNotEnoughAlone,
  possibleRoles,
  readGiver,
} from '#shared/features/consents/giver.ts';
import { channels, recordableActs } from '#shared/features/consents/purposes.ts';

const ids = ['019a0000-0000-7000-8000-00000000000a', '019a0000-0000-7000-8000-00000000000b'];
const anyName = fc.stringMatching(/^[A-ZÅÄÖ][a-zåäö]{1,20}$/);
const anyId = fc.constantFrom(...ids, '019a0000-0000-7000-8000-00000000000c');
const anyGiver: fc.Arbitrary<Giver> = fc.oneof(
  fc.constant({ by: 'customer' as const }),
  anyId.map((customerId) => ({ by: 'linked-guardian' as const, customerId })),
  anyName.map((name) => ({ by: 'guardian' as const, name })),
  anyName.map((name) => ({ by: 'representative' as const, name })),
);
const anyGuardians = fc
  .subarray(ids)
  .chain((linked) =>
    fc.tuple(
      ...linked.map((customerId) => fc.record({ customerId: fc.constant(customerId), name: anyName })),
    ),
  );
const answering = (ages: { min: number; max: number }): fc.Arbitrary<Answering> =>
  fc.record({ age: fc.integer(ages), guardians: anyGuardians });
const minor = answering({ min: 0, max: adultFrom - 1 });
const adult = answering({ min: adultFrom, max: 110 });

describe('who gave an answer', () => {
  it('is never assumed of a minor, and is an adult themselves when nobody else is named', () => {
    fc.assert(
      fc.property(minor, adult, (child, grownUp) => {
        expect(readGiver(undefined, child)).toEqual({ ok: false, problem: 'giver-not-chosen' });
        expect(readGiver(undefined, grownUp)).toEqual(readGiver({ by: 'customer' }, grownUp));
      }),
    );
  });

  it('may be the customer or a representative at any age', () => {
    fc.assert(
      fc.property(fc.oneof(minor, adult), anyName, (anybody, name) => {
        expect(readGiver({ by: 'customer' }, anybody)).toEqual({
          ok: true,
          value: { role: 'customer', name: null, customerId: null },
        });
        expect(readGiver({ by: 'representative', name }, anybody)).toEqual({
          ok: true,
          value: { role: 'representative', name, customerId: null },
        });
      }),
    );
  });

  it('is a guardian of a minor only', () => {
    fc.assert(
      fc.property(adult, anyName, anyId, (grownUp, name, customerId) => {
        for (const giver of [
          { by: 'guardian', name } as const,
          { by: 'linked-guardian', customerId } as const,
        ]) {
          expect(readGiver(giver, grownUp)).toEqual({ ok: false, problem: 'guardian-of-adult' });
        }
      }),
    );
  });

  it('is a customer only when that customer is a guardian on the day, by the name of the register', () => {
    fc.assert(
      fc.property(minor, anyId, (child, customerId) => {
        const linked = child.guardians.find((guardian) => guardian.customerId === customerId);
        expect(readGiver({ by: 'linked-guardian', customerId }, child)).toEqual(
          linked
            ? { ok: true, value: { role: 'guardian', name: linked.name, customerId } }
            : { ok: false, problem: 'not-a-guardian' },
        );
      }),
    );
  });

  it('has a name exactly when it is not the customer, and is one of those who may answer', () => {
    fc.assert(
      fc.property(anyGiver, fc.oneof(minor, adult), (giver, anybody) => {
        const read = readGiver(giver, anybody);
        if (!read.ok) return;
        expect(read.value.name === null).toBe(read.value.role === 'customer');
        expect(possibleRoles(anybody)).toContain(read.value.role);
      }),
    );
  });

  it('is trimmed when it is typed, and refused when nothing is left or too much', () => {
    expect(giverSchema.parse({ by: 'guardian', name: '  Kaisa Huoltaja ' })).toEqual({
      by: 'guardian',
      name: 'Kaisa Huoltaja',
    });
    for (const name of ['', '   ', 'K'.repeat(121), null, 7]) {
      expect(giverSchema.safeParse({ by: 'representative', name }).success).toBe(false);
    }
  });
});

describe('a consent that is not enough alone', () => {
  it('is only the own consent of a child under 13 to being contacted', () => {
    fc.assert(
      fc.property(
        fc.option(fc.constantFrom(...giverRoles)),
        fc.option(fc.constantFrom(...recordableActs)),
        fc.subarray([...channels]),
        fc.integer({ min: 0, max: 110 }),
        (role, act, chosen, age) => {
          if (!isNotEnoughAlone(role, act, chosen, { age })) return;
          expect([role, act]).toEqual(['customer', 'given']);
          expect(age).toBeLessThan(consentsAloneFrom);
          expect(isMinor({ age })).toBe(true);
          expect(chosen).not.toEqual([]);
        },
      ),
    );
    expect(isNotEnoughAlone('customer', 'given', ['email'], { age: 12 })).toBe(true);
    expect(isNotEnoughAlone('customer', 'given', ['email'], { age: 13 })).toBe(false);
  });
});
