import { uuidv7 } from 'uuidv7';
import type { CustomerFormInput, GroupMember } from '#shared/features/customers/contract.ts';
import type { TestClient } from './client.ts';

/** A fictional customer as typed into the form. */
export const ainoMallikas: CustomerFormInput = {
  hetu: '',
  birthDate: '14.3.1987',
  sex: 'female',
  lastName: 'Mallikas',
  firstNames: 'Aino Helena',
  nameInUse: 'Aino',
  language: 'fi',
  phone: '040 000 0182',
  email: 'aino.mallikas@posti.example',
  street: 'Koekuja 4 B 12',
  postalCode: '13100',
  city: 'Hämeenlinna',
  country: 'FI',
  onlineUserName: '',
  contactProtected: false,
  deceasedOn: '',
  source: 'customer',
};

/** Registers a customer through the contract and returns her id. */
export async function registerCustomer(
  client: TestClient,
  changes: Partial<CustomerFormInput> = {},
): Promise<string> {
  const { id } = await client.call('customers', 'register', {
    id: uuidv7(),
    form: { ...ainoMallikas, ...changes },
    consents: [],
  });
  return id;
}

/** What the history tab shows first. */
export async function newestChanges(client: TestClient, customerId: string) {
  return (await client.call('customers', 'history', { customerId, before: null })).changes;
}

/** Where the page after this one of a group's customers begins. */
export function endOf({ members }: { members: readonly GroupMember[] }) {
  const last = members.at(-1);
  if (!last) throw new Error('nothing follows an empty page');
  const { lastName, firstNames, id } = last;
  return { lastName, firstNames, id };
}
