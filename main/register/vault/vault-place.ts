import { type Door, openDoor } from './door.ts';
import { calibrateCost, type KdfCost } from './kdf.ts';

/** The folder of a register, with the door before it. One for the life of the register process. */
export interface VaultPlace {
  readonly folder: string;
  readonly door: Door;
  /** What hashing a new password may cost on this computer. */
  readonly chooseCost: () => Promise<KdfCost>;
}

interface Surroundings {
  /** Milliseconds that never go back. */
  readonly monotonic?: () => number;
  /** UTC instant. */
  readonly now?: () => string;
  /** Tests pass the minimum, so that each hash takes tenths of a second. */
  readonly chooseCost?: () => Promise<KdfCost>;
}

export function vaultPlace(folder: string, surroundings: Surroundings = {}): VaultPlace {
  const {
    monotonic = () => performance.now(),
    now = () => new Date().toISOString(),
    chooseCost = () => calibrateCost(),
  } = surroundings;
  return { folder, door: openDoor(folder, { monotonic, now }), chooseCost };
}
