import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testRegister } from '#test/support/register.ts';

const aboutTheClinic = ['clinic', 'name', 'street', 'postalCode', 'city'];
const aboutTheStaff = ['users', 'id', 'userId', 'name', 'roles', 'status', 'healthProfileGrant'];
const aboutKeys = [
  ...[
    'administratorKey',
    'administratorKeys',
    'algorithm',
    'body',
    'checksum',
    'ciphertext',
    'content',
    'database',
    'databaseKey',
    'databaseKeys',
  ],
  ...[
    'ephemeralKey',
    'epoch',
    'file',
    'fingerprint',
    'format',
    'kdf',
    'lanes',
    'memoryKiB',
    'nonce',
    'passes',
  ],
  ...[
    'publicKey',
    'recovery',
    'recoveryKey',
    'roster',
    'salt',
    'sealingKey',
    'signature',
    'slots',
    'succession',
    'vaultId',
  ],
  ...['verifyKey', 'version'],
];
const aboutTheLog = ['auditHeads', 'sequence', 'hash', 'at'];

/** Every key under which the file holds something, whatever the depth. */
function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const below = Object.values(value).flatMap(keysOf);
  return Array.isArray(value) ? below : [...Object.keys(value), ...below];
}

it('vault.json shows the clinic and the staff as the sign-in screen does, and besides them only keys and their making', async () => {
  const { folder } = await testRegister();
  const vault = JSON.parse(await readFile(join(folder, 'vault.json'), 'utf8'));
  const known = new Set([...aboutTheClinic, ...aboutTheStaff, ...aboutKeys, ...aboutTheLog]);
  expect(keysOf(vault).filter((key) => !known.has(key))).toEqual([]);
});
