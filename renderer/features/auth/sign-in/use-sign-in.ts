import { useState } from 'react';
import type { Contract } from '#shared/contract.ts';
import type { Fault, RuleBroken } from '#shared/rpc/fault.ts';
import type { CallInput } from '#shared/rpc/procedure.ts';
import { doorClient } from '../../../api/door-client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useSession } from '../../../app/session.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { useWait } from './use-wait.ts';

export type Who = CallInput<Contract['auth']['unlock']>['who'];

/** A right one-time passphrase: its person now chooses a password of their own. */
export interface OneTime {
  who: Who;
  oneTimePassphrase: string;
}

/** One try after another: what was typed, what was answered, how long to wait. */
export function useSignIn(initialWaitSeconds: number, onOneTime: (oneTime: OneTime) => void) {
  const t = useTexts();
  const { enter } = useSession();
  const { ofError, ofIssue } = useFaultTexts();
  const { wait, start } = useWait(initialWaitSeconds);
  const [password, setPassword] = useState('');
  const [missing, setMissing] = useState<string>();
  const unlock = useCommand(doorClient.auth.unlock, { onDone: enter });

  const fault = unlock.error?.fault;
  const isWait = fault?.kind === 'rule-broken' && fault.rule === 'wait-before-sign-in';

  return {
    password,
    change: (text: string) => {
      setMissing(undefined);
      setPassword(text);
    },
    isPending: unlock.isPending,
    wait,
    status: unlock.isPending ? t('auth:signIn.checking') : '',
    /** A sentence below the field; a wait has its own notice. */
    error: missing ?? (unlock.error && !isWait ? ofError(unlock.error) : undefined),
    /** Another person: what was typed and answered was not about them. */
    forget: () => {
      setPassword('');
      setMissing(undefined);
      unlock.reset();
    },
    submit: (who: Who, onRefused: () => void) => {
      if (wait || unlock.isPending) return;
      if (password === '') {
        setMissing(ofIssue('required'));
        onRefused();
        return;
      }
      unlock.mutate(
        { who, password },
        {
          onError: ({ fault: refusal }) => {
            setPassword('');
            if (isRule(refusal, 'choose-own-password')) {
              onOneTime({ who, oneTimePassphrase: password });
              return;
            }
            if (refusal.kind === 'rule-broken' && refusal.rule === 'wait-before-sign-in') {
              start(refusal.facts.seconds);
            }
            onRefused();
          },
        },
      );
    },
  };
}

function isRule(fault: Fault, rule: RuleBroken['rule']): boolean {
  return fault.kind === 'rule-broken' && fault.rule === rule;
}

export type SignIn = ReturnType<typeof useSignIn>;
