import { ruleBroken } from '#shared/rpc/fault.ts';
import type { Actor } from './handlers.ts';

/** A slip is noticed at once; what has stood longer is changed anew, by what somebody says then. */
const undoWithinMinutes = 30;

/** @param by account that recorded what is to be taken back @throws AppError `not-own-recording` */
export function refuseUndoOfOthers(actor: Actor, by: string, byName: string): void {
  if (by !== actor.id) throw ruleBroken('not-own-recording', { recordedBy: byName });
}

/** @param now, at UTC instants, `at` of the recording @throws AppError `undo-too-late` */
export function refuseLateUndo(now: string, at: string): void {
  if (Date.parse(now) - Date.parse(at) > undoWithinMinutes * 60_000) {
    throw ruleBroken('undo-too-late', { minutes: undoWithinMinutes });
  }
}
