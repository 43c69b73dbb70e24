import type { Seed } from '../../feature-module.ts';
import { insertPractitioner } from './practitioners-store.ts';
import { insertItem, type NewItem } from './price-list-store.ts';

type Example = Omit<NewItem, 'id' | 'position'>;

/** From the oldest rate known to a new register, so that earlier visits can be logged as well. */
const validFrom = '2013-01-01';

const service = (name: string, minutes: number, euros: number): Example => ({
  kind: 'service',
  name: `${name} ${minutes} min`,
  minutes,
  price: { validFrom, unitPriceCents: euros * 100, vatClass: 'exempt' },
});

const product = (name: string, unitPriceCents: number): Example => ({
  kind: 'product',
  name,
  minutes: null,
  price: { validFrom, unitPriceCents, vatClass: 'general' },
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
  product('Kylmägeeli 150 ml', 1490),
  product('Kinesioteippi 5 m', 1250),
];

/** A price list to try with, and the first person as the first practitioner. */
export const seedPriceList: Seed = async (tx, { person, newId }) => {
  for (const [index, example] of examples.entries()) {
    await insertItem(tx, { id: newId(), position: index + 1, ...example });
  }
  await insertPractitioner(tx, { id: person.id, name: person.name });
};
