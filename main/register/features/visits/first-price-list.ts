import type { PriceListItem } from '#shared/features/visits/contract.ts';
import type { Seed } from '../../feature-module.ts';
import { insertPractitioner, insertPriceItems } from './store.ts';

type Example = Omit<PriceListItem, 'id'>;

const service = (name: string, minutes: number, euros: number): Example => ({
  kind: 'service',
  name: `${name} ${minutes} min`,
  minutes,
  unitPriceCents: euros * 100,
  vatRate: 0,
});

/** Examples to start from, in the order of the number keys 1–9; a clinic replaces them with its own. */
const examples: readonly Example[] = [
  service('Fysioterapia', 45, 68),
  service('Fysioterapia', 30, 49),
  service('Ensikäynti', 75, 95),
  service('Hieronta', 60, 62),
  service('Hieronta', 30, 38),
  service('Ravitsemus', 45, 65),
  service('Kehonmittaus', 15, 29),
  service('Jalkahoito', 60, 58),
  service('Etäkäynti', 20, 32),
  { kind: 'product', name: 'Kylmägeeli 150 ml', minutes: null, unitPriceCents: 1490, vatRate: 2550 },
  { kind: 'product', name: 'Kinesioteippi 5 m', minutes: null, unitPriceCents: 1250, vatRate: 2550 },
];

/** A price list to try with, and the first person as the first practitioner. */
export const seedPriceList: Seed = async (tx, { person, newId }) => {
  await insertPriceItems(
    tx,
    examples.map((example) => ({ id: newId(), ...example })),
  );
  await insertPractitioner(tx, { id: person.id, name: person.name });
};
