import { uuidv7 } from 'uuidv7';
import { systemClock } from '#main/register/clock.ts';
import { notify } from '#main/register/features/notices/notify.ts';
import { handlersOf, registerFeatures } from '#main/register/features.ts';
import { openRegister } from '#main/register/open-register.ts';
import { createDispatch, type Dispatch } from '#main/register/rpc/dispatch.ts';
import { addUser } from '#main/register/vault/accounts.ts';
import { minimumCost } from '#main/register/vault/kdf.ts';
import { chooseOwnPassword } from '#main/register/vault/own-password.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import type { OpenVault } from '#main/register/vault/vault.ts';
import { type VaultPlace, vaultPlace } from '#main/register/vault/vault-place.ts';
import { contract } from '#shared/contract.ts';
import type { Host } from '#shared/rpc/host.ts';
import type { Role } from '#shared/values/roles.ts';
import { fillRegister } from './fill.ts';

const registerAgeMs = 2100 * 86_400_000;

export interface FictionalPerson {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly password: string;
}

/** The first is the one who sets the register up and holds every role. */
export const staff: readonly [FictionalPerson, ...FictionalPerson[]] = [
  { name: 'Marja Esimäki', roles: ['reception', 'manager', 'admin'], password: 'kolme sinistä sateenvarjoa' },
  { name: 'Helmi Testola', roles: ['reception'], password: 'neljä tuulista mustikkaa' },
  { name: 'Ida Näytesalo', roles: ['reception', 'manager'], password: 'viisi hiljaista porkkanaa' },
];

export interface FictionalRegister {
  readonly seed: number;
  readonly customers: number;
  readonly visitsPerCustomer: number;
  readonly consentsPerCustomer: number;
  progress?(done: number, total: number): void;
}

/**
 * A whole register of a clinic that does not exist, made through the contract as the first-run wizard makes one.
 * Passwords get the cheapest hash that is allowed: they are printed on the screen anyway.
 */
export async function createFictionalRegister(folder: string, options: FictionalRegister): Promise<void> {
  const place = vaultPlace(folder, { chooseCost: async () => minimumCost });
  await setUp(place);
  const [{ name, password }, ...others] = staff;
  const vault = await unlock(place, { typedName: name }, password);
  for (const person of others) await addPerson(place, vault, person);
  const { database } = await openRegister(place, vault);
  try {
    await fillRegister(database, { ...options, staff: { id: vault.user.id, name }, now: Date.now() });
  } finally {
    await database.close();
  }
}

async function addPerson(place: VaultPlace, admin: OpenVault, person: FictionalPerson): Promise<void> {
  const { name, roles, password } = person;
  const { userId, oneTimePassphrase } = await addUser(place, admin, { name, roles });
  await chooseOwnPassword(place, { userId }, oneTimePassphrase, password);
}

async function setUp(place: VaultPlace): Promise<void> {
  const door = doorOf(place);
  const call = async (name: string, input: unknown): Promise<unknown> => {
    const reply = await door.call('set-up', { requestId: uuidv7(), feature: 'auth', name, input });
    if (!reply.ok) throw new Error(`the register could not be made: ${JSON.stringify(reply.fault)}`);
    return reply.value;
  };
  const { groups } = (await call('newRecoveryKey', {})) as { groups: string[] };
  const [{ name, password }] = staff;
  await call('createRegister', {
    clinic: {
      name: 'Mallilan Hoitohuone Oy',
      businessId: '9999999-2',
      street: 'Esimerkkitie 12',
      postalCode: '13100',
      city: 'Hämeenlinna',
      phone: '019 000 0100',
      email: 'toimisto@mallila.example',
      dataContact: name,
    },
    person: { name, password, confidentialityAccepted: true },
    recoveryGroups: [1, 2].map((number) => ({ number, text: groups[number - 1] })),
  });
  await door.close();
}

function doorOf(place: VaultPlace): Dispatch {
  return createDispatch({
    contract,
    handlers: handlersOf(registerFeatures()),
    notify,
    place,
    workstation: 'FICTION-1',
    // The wordings are older than every consent to them.
    clock: { ...systemClock, now: () => new Date(Date.now() - registerAgeMs).toISOString() },
    newId: uuidv7,
    // A new register asks nothing of its surroundings.
    hostFor: () => ({}) as Host,
    onProgress: () => undefined,
    onSession: () => undefined,
    log: (_level, message) => console.error(message),
  });
}
