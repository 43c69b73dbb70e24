import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { createVault, type NewVault } from '#main/register/vault/create.ts';
import { minimumCost } from '#main/register/vault/kdf.ts';
import { newRecoveryKey } from '#main/register/vault/recovery.ts';
import type { OpenVault } from '#main/register/vault/vault.ts';
import type { VaultContent } from '#main/register/vault/vault-content.ts';
import { formatVault } from '#main/register/vault/vault-format.ts';
import { type VaultPlace, vaultPlace } from '#main/register/vault/vault-place.ts';

const folders: string[] = [];

afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

/** An empty folder, removed after the file's last test, so that its tests can share one vault. */
export async function vaultFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'vastaanotto-vault-'));
  folders.push(folder);
  return folder;
}

/** The cheapest hash that the vault accepts: tenths of a second. */
export const cheapHash = { chooseCost: async () => minimumCost };

export const firstPerson = { name: 'Aino Esimerkki', roles: ['reception', 'manager', 'admin'] } as const;
export const firstPassword = 'kolme sinistä kynttilää';

export const exampleClinic = {
  name: 'Hoitola Kuvitelma',
  street: 'Esimerkkikatu 1',
  postalCode: '00100',
  city: 'Helsinki',
};

export interface TestVault {
  readonly folder: string;
  readonly place: VaultPlace;
  readonly open: OpenVault;
  readonly recoveryKey: string;
}

/** A vault in a folder of its own, made with the cheapest hash. */
export async function temporaryVault(changes: Partial<NewVault> = {}): Promise<TestVault> {
  const place = vaultPlace(await vaultFolder(), cheapHash);
  const recoveryKey = newRecoveryKey();
  const open = await createVault(place, {
    clinic: exampleClinic,
    person: firstPerson,
    password: firstPassword,
    recoveryKey,
    databaseFile: 'register-test.db',
    ...changes,
  });
  return { folder: place.folder, place, open, recoveryKey };
}

/** A copy of a vault's folder, with a door of its own. */
export async function copyOfVault(
  original: { readonly folder: string },
  monotonic?: () => number,
): Promise<VaultPlace> {
  const folder = await vaultFolder();
  await cp(original.folder, folder, { recursive: true });
  return vaultPlace(folder, monotonic ? { ...cheapHash, monotonic } : cheapHash);
}

export function vaultText(folder: string): Promise<string> {
  return readFile(join(folder, 'vault.json'), 'utf8');
}

export async function vaultContent(folder: string): Promise<VaultContent> {
  return JSON.parse(await vaultText(folder)).content;
}

/** Rewrites a vault as an attacker would who knows the format: changed content under a right checksum. */
export async function forgeVault(
  folder: string,
  change: (content: VaultContent) => VaultContent,
): Promise<void> {
  await writeFile(join(folder, 'vault.json'), formatVault(change(await vaultContent(folder))));
}
