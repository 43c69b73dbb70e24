import { passwordStrength } from '#shared/password-strength.ts';
import type { Clinic } from './vault-content.ts';
import { VaultError } from './vault-error.ts';

/** @throws VaultError `weak-password`; the meter on the screen uses the same judgement */
export async function demandStrongPassword(
  password: string,
  personName: string,
  clinic: Clinic,
): Promise<void> {
  const { ok, hint } = await passwordStrength(password, [
    personName,
    clinic.name,
    clinic.street,
    clinic.city,
  ]);
  if (!ok) throw new VaultError({ kind: 'weak-password', hint: hint ?? 'guessable' });
}
