import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { minimumCost } from '#main/register/vault/kdf.ts';
import { unlock } from '#main/register/vault/unlock.ts';
import { vaultPlace } from '#main/register/vault/vault-place.ts';
import { testClient } from './client.ts';
import { people, testPassword } from './people.ts';
import { addPerson } from './staff.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Folder of a register with one person for each set of roles; tests work on copies. */
    registerTemplate: string;
  }
}

/** Made once for the whole run, because setting passwords is slow on purpose. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const parent = await mkdtemp(join(tmpdir(), 'vastaanotto-template-'));
  const folder = join(parent, 'register');
  await createTemplate(folder);
  project.provide('registerTemplate', folder);
  return () => rm(parent, { recursive: true, force: true });
}

/**
 * A register with one person for each set of roles, in a folder that does not exist yet.
 * @returns the groups of its recovery key
 */
export async function createTemplate(folder: string): Promise<readonly string[]> {
  const door = testClient(folder);
  const { groups } = await door.call('auth', 'newRecoveryKey', {});
  await door.call('auth', 'createRegister', {
    clinic: {
      name: 'Mallilan Hoitohuone Oy',
      businessId: '9999999-2',
      street: 'Esimerkkitie 12',
      postalCode: '13100',
      city: 'Hämeenlinna',
      phone: '019 000 0100',
      email: 'toimisto@mallila.example',
      dataContact: 'Marja Esimäki',
    },
    person: { name: people.all.name, password: testPassword, confidentialityAccepted: true },
    recoveryGroups: [
      { number: 3, text: groups[2] ?? '' },
      { number: 7, text: groups[6] ?? '' },
    ],
  });
  const place = vaultPlace(folder, { chooseCost: async () => minimumCost });
  const admin = await unlock(place, { typedName: people.all.name }, testPassword);
  for (const role of ['reception', 'manager', 'admin'] as const) {
    await addPerson(place, admin, { ...people[role], password: testPassword });
  }
  return groups;
}
