import { createContext, use } from 'react';
import { AppError } from '#shared/rpc/fault.ts';
import type { Rules } from '#shared/rpc/rules.ts';

export type Restricted = Rules['processing-restricted'];

/**
 * Asks the person to which request a change belongs whose customer's processing is restricted; null when they would
 * rather leave it. The app answers by a dialog, so that no form has to know of it.
 */
export type AskRelation = (restricted: Restricted) => Promise<string | null>;

export const RelationContext = createContext<AskRelation | null>(null);

export function useAskRelation(): AskRelation | null {
  return use(RelationContext);
}

/** What a refusal says of the restriction; null when it was refused for something else. */
export function restrictedBy(error: unknown): Restricted | null {
  const fault = error instanceof AppError ? error.fault : null;
  return fault?.kind === 'rule-broken' && fault.rule === 'processing-restricted' ? fault.facts : null;
}
