import { mkdir } from 'node:fs/promises';
import { uuidv7 } from 'uuidv7';
import type { Role } from '#shared/values/roles.ts';
import { newKeySet } from './database-keys.ts';
import { signingKeyPair } from './key-pairs.ts';
import { tidyName } from './names.ts';
import { demandStrongPassword } from './password-check.ts';
import { newKeys } from './people.ts';
import { makeRecoveryHeader } from './recovery.ts';
import type { RosterUser } from './roster.ts';
import { sealVault } from './seal-vault.ts';
import { type OpenVault, openWithSlotKeys } from './vault.ts';
import type { Clinic } from './vault-content.ts';
import { VaultError } from './vault-error.ts';
import { createVaultFile, registerTraces } from './vault-file.ts';
import type { VaultPlace } from './vault-place.ts';

export interface NewVault {
  readonly clinic: Clinic;
  /** The first person; must be an administrator, or nobody could ever add another. */
  readonly person: { readonly name: string; readonly roles: readonly Role[] };
  readonly password: string;
  /** Made by `newRecoveryKey` and already shown. */
  readonly recoveryKey: string;
  /** Name (not path) of the database that will stand beside the vault. */
  readonly databaseFile: string;
}

/**
 * Makes the first vault of a folder, with a new database key.
 * @throws VaultError `vault-exists` when the folder holds a vault or a database already; nothing is changed then
 * @throws VaultError `weak-password`, `recovery-key-invalid`
 */
export async function createVault(place: VaultPlace, input: NewVault): Promise<OpenVault> {
  if (!input.person.roles.includes('admin'))
    throw new RangeError('the first person must be an administrator');
  if (await registerTraces(place.folder)) throw new VaultError({ kind: 'vault-exists' });
  await demandStrongPassword(input.password, input.person.name, input.clinic);

  const vaultId = uuidv7();
  const rosterKeys = signingKeyPair();
  const { name, roles } = input.person;
  const keys = await newKeys({
    vaultId,
    userId: uuidv7(),
    rosterVerifyKey: rosterKeys.publicKey,
    password: input.password,
    cost: await place.chooseCost(),
  });
  const person: RosterUser = {
    id: keys.slot.userId,
    name: tidyName(name),
    roles: [...roles],
    status: 'active',
    healthProfileGrant: false,
    ...keys.publicKeys,
  };
  const content = sealVault(
    {
      clinic: input.clinic,
      database: { file: input.databaseFile },
      body: { vaultId, epoch: 1, users: [person] },
      keyEpoch: 1,
      slots: [keys.slot],
      recovery: makeRecoveryHeader(vaultId, input.recoveryKey, rosterKeys.publicKey),
      succession: [],
      auditHeads: [],
    },
    { keySet: newKeySet(), rosterSigningKey: rosterKeys.privateKey },
  );
  await mkdir(place.folder, { recursive: true, mode: 0o700 });
  // Before the vault: a vault without a counter file would mean a delay at the first sign-in.
  await place.door.forgive(person.id);
  await createVaultFile(place.folder, content);
  return openWithSlotKeys(content, person, keys.slotKeys);
}
