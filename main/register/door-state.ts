import type { DoorState } from '#shared/features/auth/contract.ts';
import { setAsideDamaged } from './set-aside.ts';
import { type PublicVault, readVault } from './vault/unlock.ts';
import { VaultError } from './vault/vault-error.ts';
import type { VaultPlace } from './vault/vault-place.ts';

/** What the closed door shows. Needs the vault's readable part and no database. */
export async function doorState(place: VaultPlace, workstation: string): Promise<DoorState> {
  const found = await lookAtVault(place.folder);
  const waitSeconds = found.register === 'present' ? await place.door.secondsToWait() : 0;
  return { ...found, waitSeconds, workstation };
}

type FoundVault = Pick<DoorState, 'register' | 'clinic' | 'users'>;

async function lookAtVault(folder: string): Promise<FoundVault> {
  try {
    return shown(await readVault(folder));
  } catch (error) {
    if (!(error instanceof VaultError)) throw error;
    await setAsideDamaged(error, folder);
    const register =
      ({ 'no-vault': 'none', 'newer-version': 'newer' } as const)[error.kind as string] ?? 'damaged';
    return { register, clinic: null, users: [] };
  }
}

function shown({ clinic, users }: PublicVault): FoundVault {
  return { register: 'present', clinic, users: users.map((user) => ({ ...user, roles: [...user.roles] })) };
}
