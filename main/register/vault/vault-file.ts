import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { createFile, readSmallFile, replaceFile } from './durable-file.ts';
import { oneAtATime } from './one-at-a-time.ts';
import type { VaultContent } from './vault-content.ts';
import { damaged, VaultError } from './vault-error.ts';
import { formatVault, parseVault } from './vault-format.ts';

/** Above the largest vault that the schema allows. */
const sizeLimit = 2 * 1024 * 1024;

const vaultPath = (folder: string) => join(folder, 'vault.json');
const previousPath = (folder: string) => join(folder, 'vault.previous.json');

/**
 * The vault of a folder, checked as far as it can be without a password. Never writes.
 * @throws VaultError `no-vault`, `damaged`, `newer-version` or `hostile`
 */
export async function readVaultFile(folder: string): Promise<VaultContent> {
  return parseVault(await readBytes(folder));
}

/** Whether a vault, an earlier vault or a database stands in the folder: something that set-up must not cover. */
export async function registerTraces(folder: string): Promise<boolean> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  return names.some((name) => /^vault(\.previous)?\.json$|^register-.*\.db$/.test(name));
}

/** Writes the first vault of a folder. @throws VaultError `vault-exists`, everything left as it was */
export async function createVaultFile(folder: string, content: VaultContent): Promise<void> {
  if (await registerTraces(folder)) throw new VaultError({ kind: 'vault-exists' });
  await mkdir(folder, { recursive: true, mode: 0o700 });
  try {
    await createFile(vaultPath(folder), proven(content));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw new VaultError({ kind: 'vault-exists' });
    throw error;
  }
}

const changing = oneAtATime();

/**
 * Replaces the vault with a changed one and keeps the one before as `vault.previous.json`. The rename is the commit:
 * a kill at any moment leaves the old vault or the new one, whole.
 */
export function changeVaultFile(
  folder: string,
  change: (content: VaultContent) => VaultContent | Promise<VaultContent>,
): Promise<VaultContent> {
  return changing(async () => {
    const before = await readBytes(folder);
    const after = await change(parseVault(before));
    const bytes = proven(after);
    await replaceFile(previousPath(folder), before);
    await replaceFile(vaultPath(folder), bytes);
    return after;
  });
}

/** The file's bytes, after the same checks that reading makes: a vault that nobody could open is never written. */
function proven(content: VaultContent): Buffer {
  const bytes = formatVault(content);
  if (bytes.length > sizeLimit) throw new RangeError('the vault would be larger than a vault may be');
  parseVault(bytes);
  return bytes;
}

async function readBytes(folder: string): Promise<Buffer> {
  const bytes = await readSmallFile(vaultPath(folder), sizeLimit);
  if (bytes === 'missing')
    throw (await registerTraces(folder)) ? damaged('vault-missing') : new VaultError({ kind: 'no-vault' });
  if (typeof bytes === 'string') throw damaged(bytes);
  return bytes;
}
