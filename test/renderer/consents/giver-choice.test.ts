import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  answererOf,
  chosenGiver,
  type GiverChoice,
  giverIssues,
  giverOf,
  nobodyChosen,
} from '#renderer/features/consents/giver-choice.ts';
import { type Answering, giverSchema, isMinor, readGiver } from '#shared/features/consents/giver.ts';

const kaisa = { customerId: '019a0000-0000-7000-8000-00000000000a', name: 'Kaisa Huoltaja' };
const child: Answering = { age: 12, guardians: [kaisa] };
const adult: Answering = { age: 39, guardians: [] };

describe('who gave the answer', () => {
  it('is nobody until somebody is chosen for a child, and the customer for an adult', () => {
    expect(chosenGiver(nobodyChosen, child)).toBeNull();
    expect(giverIssues(nobodyChosen, child)).toEqual({ giver: 'choose-giver' });
    expect(giverOf(nobodyChosen, child)).toEqual({});
    expect(giverOf(nobodyChosen, adult)).toEqual({ giver: { by: 'customer' } });
    expect(giverIssues(nobodyChosen, adult)).toEqual({});
  });

  it('is asked again when the guardian who was chosen is none any more', () => {
    const choice = { giver: kaisa.customerId, giverName: '' };
    expect(giverOf(choice, child)).toEqual({
      giver: { by: 'linked-guardian', customerId: kaisa.customerId },
    });
    expect(giverIssues(choice, { ...child, guardians: [] })).toEqual({ giver: 'choose-giver' });
  });

  it('needs a name when the register knows none', () => {
    for (const giver of ['guardian', 'representative']) {
      expect(giverIssues({ giver, giverName: '  ' }, child)).toEqual({ giverName: 'required' });
    }
    expect(giverIssues({ giver: 'guardian', giverName: 'Eero Esimerkki' }, child)).toEqual({});
  });

  it('is told to whoever stands at the screen by name and role', () => {
    expect(answererOf({ giver: kaisa.customerId, giverName: '' }, child)).toEqual({
      role: 'guardian',
      name: 'Kaisa Huoltaja',
    });
    expect(answererOf({ giver: 'representative', giverName: ' Eero ' }, adult)).toEqual({
      role: 'representative',
      name: 'Eero',
    });
    expect(answererOf(nobodyChosen, adult)).toEqual({ role: 'customer', name: null });
  });
});

const anyChoice: fc.Arbitrary<GiverChoice> = fc.record({
  giver: fc.option(
    fc.oneof(fc.constantFrom('customer', 'guardian', 'representative', kaisa.customerId), fc.uuid()),
  ),
  giverName: fc.oneof(fc.constant(''), fc.constant(' '), fc.string({ maxLength: 120 })),
});
const anybody: fc.Arbitrary<Answering> = fc
  .record({ age: fc.integer({ min: 0, max: 110 }), hasGuardian: fc.boolean() })
  .map(({ age, hasGuardian }) => ({ age, guardians: hasGuardian && isMinor({ age }) ? [kaisa] : [] }));

it('whatever is chosen: what the form finds nothing wrong with, the register takes', () => {
  fc.assert(
    fc.property(anyChoice, anybody, (choice, answering) => {
      if (Object.keys(giverIssues(choice, answering)).length > 0) return;
      const { giver } = giverOf(choice, answering);
      const read = readGiver(giver && giverSchema.parse(giver), answering);
      expect(read).toMatchObject({ ok: true });
    }),
  );
});
