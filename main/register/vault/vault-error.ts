import type { PasswordHint } from '#shared/password-strength.ts';
import type { RecoveryKeyProblem } from '#shared/values/recovery-key.ts';

/** Everything that the vault refuses on purpose. `reason` is for the log: it names a rule, never a value. */
export type VaultFault =
  | { kind: 'no-vault' }
  | { kind: 'vault-exists' }
  /** The file is not what was written: cut, flipped bits, not a vault at all. */
  | { kind: 'damaged'; reason: string }
  | { kind: 'newer-version'; version: number }
  /** The file is whole, but somebody composed it: bad parameters, foreign signature, exchanged keys. */
  | { kind: 'hostile'; reason: string }
  | { kind: 'wrong-credentials' }
  | { kind: 'wait'; seconds: number }
  | { kind: 'weak-password'; hint: PasswordHint }
  | { kind: 'recovery-key-invalid'; problem: RecoveryKeyProblem | 'does-not-open' }
  /** The passphrase is right, and opens nothing but the choice of an own password. */
  | { kind: 'choose-own-password' }
  /** The one-time passphrase again. */
  | { kind: 'same-password' }
  | { kind: 'name-taken' }
  | { kind: 'not-found' }
  | { kind: 'last-administrator' }
  | { kind: 'last-manager' }
  /** Nobody disables, removes or resets themselves: another administrator must do it. */
  | { kind: 'own-account' }
  /** Nobody gives themselves a role, or the right to health profiles. */
  | { kind: 'own-role' }
  /** What the work was based on is no longer so; nothing was written. */
  | { kind: 'changed-meanwhile' }
  | { kind: 'not-administrator' };

export class VaultError extends Error {
  readonly fault: VaultFault;

  constructor(fault: VaultFault) {
    super('reason' in fault ? `${fault.kind}: ${fault.reason}` : fault.kind);
    this.name = 'VaultError';
    this.fault = fault;
  }

  get kind(): VaultFault['kind'] {
    return this.fault.kind;
  }
}

export function damaged(reason: string): VaultError {
  return new VaultError({ kind: 'damaged', reason });
}

export function hostile(reason: string): VaultError {
  return new VaultError({ kind: 'hostile', reason });
}
