import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react';
import type { ClosedDoor } from '#shared/desktop.ts';
import type { SignedInPerson } from '#shared/features/auth/contract.ts';
import { AppError } from '#shared/rpc/fault.ts';
import { onBridgeEvent } from '../api/bridge.ts';
import { desktop } from '../api/desktop.ts';
import { doorClient } from '../api/door-client.ts';
import { makeStale } from '../api/query-client.ts';
import { keepOpenDrafts } from './drafts/open-drafts.ts';
import { forgetPlace, returnToPlace } from './place.ts';

export type SessionState =
  | { at: 'starting' }
  /** The register process does not answer at all. */
  | { at: 'unreachable' }
  | { at: 'door'; closed: ClosedDoor }
  /** The door is about to close: nothing is shown any more. */
  | { at: 'closing' }
  /** The register exists, its backup place is still to be chosen. */
  | { at: 'set-up'; person: SignedInPerson }
  | { at: 'desk'; person: SignedInPerson };

interface Session {
  state: SessionState;
  /** The register was just created; the wizard goes on to its last step. */
  created: (person: SignedInPerson) => void;
  enter: (person: SignedInPerson) => void;
  /** What is known of the signed-in person has changed: asks the register anew. */
  renew: () => Promise<void>;
}

const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = use(SessionContext);
  if (!session) throw new Error('useSession needs a SessionProvider above it');
  return session;
}

/** The person who is signed in. Only for screens behind the door. */
export function usePerson(): SignedInPerson {
  const { state } = useSession();
  if (state.at !== 'desk' && state.at !== 'set-up') throw new Error('nobody is signed in');
  return state.person;
}

const signedOutFaults: readonly string[] = ['not-signed-in', 'locked', 'forbidden'];

async function currentState(askSession: () => Promise<SignedInPerson>): Promise<SessionState> {
  try {
    return { at: 'desk', person: await askSession() };
  } catch (error) {
    if (error instanceof AppError && signedOutFaults.includes(error.fault.kind)) {
      return { at: 'door', closed: await desktop.door() };
    }
    throw error;
  }
}

/**
 * Knows who is signed in, and empties the page of data when the door closes.
 * @param closed the door at the start of the page; null when somebody is signed in
 */
export function SessionProvider({ closed, children }: { closed: ClosedDoor | null; children: ReactNode }) {
  const queryClient = useQueryClient();
  const [state, setState] = useState<SessionState>(closed ? { at: 'door', closed } : { at: 'starting' });

  useEffect(() => {
    if (closed) return;
    currentState(() => queryClient.fetchQuery(doorClient.auth.session())).then(setState, () =>
      setState({ at: 'unreachable' }),
    );
  }, [queryClient, closed]);

  useEffect(
    () =>
      onBridgeEvent('door-closing', () => {
        void keepOpenDrafts()
          .then((form) => desktop.formsKept({ form }))
          .catch(() => {
            // main has stopped waiting, and the page with its forms is about to go
          });
        setState({ at: 'closing' });
      }),
    [],
  );

  useEffect(
    () =>
      onBridgeEvent('door-closed', ({ reason, at }) => {
        queryClient.clear();
        if (reason === 'signed-out') forgetPlace();
        setState({ at: 'door', closed: { reason, at, userId: null, backupFailure: null, keptForm: null } });
        void desktop.door().then((closed) => setState({ at: 'door', closed }));
      }),
    [queryClient],
  );

  useEffect(() => onBridgeEvent('stale', ({ families }) => makeStale(queryClient, families)), [queryClient]);

  const created = useCallback(
    (person: SignedInPerson) => {
      queryClient.clear();
      setState({ at: 'set-up', person });
    },
    [queryClient],
  );
  const enter = useCallback(
    (person: SignedInPerson) => {
      queryClient.clear();
      returnToPlace(person.userId);
      setState({ at: 'desk', person });
    },
    [queryClient],
  );
  const renew = useCallback(async () => {
    const person = await queryClient.fetchQuery({ ...doorClient.auth.session(), staleTime: 0 });
    setState((now) => (now.at === 'desk' ? { at: 'desk', person } : now));
  }, [queryClient]);
  const session = useMemo(() => ({ state, created, enter, renew }), [state, created, enter, renew]);
  return <SessionContext value={session}>{children}</SessionContext>;
}
