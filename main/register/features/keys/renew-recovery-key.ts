import { ruleBroken } from '#shared/rpc/fault.ts';
import { dateAt } from '#shared/values/dates.ts';
import type { Language } from '#shared/values/language.ts';
import { recoverySheet } from '../../recovery-sheet.ts';
import type { TaskContext } from '../../rpc/handlers.ts';
import { takeOver } from '../../rpc/take-over.ts';
import { renewRecoveryKey } from '../../vault/recover.ts';

/** Prints the groups as at set-up. @throws AppError `no-printer` */
export async function printRecoveryKey(
  { host, clock }: TaskContext,
  sheet: { readonly groups: readonly string[]; readonly clinicName: string; readonly language: Language },
): Promise<'printed' | 'cancelled'> {
  const outcome = await host.printOnPaper(recoverySheet({ ...sheet, date: dateAt(clock.now()) }));
  if (outcome === 'no-printer') throw ruleBroken('no-printer', {});
  return outcome;
}

/** From here on only the new key opens; the earlier one stays good until this very moment. */
export async function takeRecoveryKey(context: TaskContext, recoveryKey: string): Promise<void> {
  const { place, vault } = context.register;
  await takeOver(context, await renewRecoveryKey(place, vault, recoveryKey));
}
