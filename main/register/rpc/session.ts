import type { OpenRegister } from '../open-register.ts';
import type { Actor } from './handlers.ts';

/** One signed-in window. Dies with the process. */
export interface Session {
  /** The person as the vault's roster has them now. */
  readonly actor: Actor;
  readonly register: OpenRegister;
  /** Looks already on record while this customer is open; see `repeat: 'while-open'`. */
  openCustomer: { id: string; actions: Map<string, number> } | null;
}

export function newSession(register: OpenRegister): Session {
  return { ...actorAndRegister(register), openCustomer: null };
}

/**
 * Gives the session the register under a changed vault: new keys, another roster, the person's own new name or
 * roles. The database stays the same object, so that nothing that runs meanwhile is left with a closed one.
 */
export function replaceRegister(session: Session, register: OpenRegister): void {
  if (register.database !== session.register.database) throw new Error('a database moves in its own object');
  if (register.vault.user.id !== session.actor.id) throw new Error('a session stays with its person');
  Object.assign(session, actorAndRegister(register));
}

function actorAndRegister(register: OpenRegister): Pick<Session, 'actor' | 'register'> {
  const { id, name, roles } = register.vault.user;
  return { actor: { id, name, roles }, register };
}

const sameLookMs = 15 * 60_000;

/**
 * Whether a look at a customer is a new one: another customer was opened since, another kind of data is
 * looked at, or 15 minutes have passed.
 */
export function isNewLook(session: Session, action: string, customerId: string, nowMs: number): boolean {
  const open = session.openCustomer;
  const seen = open?.id === customerId ? open.actions.get(action) : undefined;
  return seen === undefined || nowMs - seen >= sameLookMs;
}

/** Called once the look is durable in the log. */
export function rememberLook(session: Session, action: string, customerId: string, nowMs: number): void {
  if (session.openCustomer?.id !== customerId) session.openCustomer = { id: customerId, actions: new Map() };
  session.openCustomer?.actions.set(action, nowMs);
}
