import { useMemo } from 'react';
import { type PasswordHint, passwordHints } from '#shared/password-strength.ts';
import { AppError, type Fault, type RuleBroken } from '#shared/rpc/fault.ts';
import { issueCode } from '#shared/rpc/issue-codes.ts';
import { formatDate } from '#shared/values/dates.ts';
import { formatVatRate } from '#shared/values/money.ts';
import { type Translate, useTexts } from '../locales/use-texts.ts';
import { waitText } from './wait-text.ts';

function isPasswordHint(hint: string): hint is PasswordHint {
  return (passwordHints as readonly string[]).includes(hint);
}

/** Why a chosen password was refused, as a sentence. An unknown hint still gives a true one. */
export function passwordHintText(t: Translate, hint: string): string {
  return t(`faults:passwordHints.${isPasswordHint(hint) ? hint : 'guessable'}`);
}

function ruleText(t: Translate, fault: RuleBroken): string {
  switch (fault.rule) {
    case 'wait-before-sign-in':
      return t('faults:rules.wait-before-sign-in', {
        time: waitText(t, fault.facts.seconds),
      });
    case 'weak-password':
      return passwordHintText(t, fault.facts.hint);
    case 'recovery-key-wrong':
      return t(`faults:recoveryProblems.${fault.facts.problem}`);
    case 'recovery-groups-differ':
      return t('faults:rules.recovery-groups-differ', { groups: fault.facts.groups.join(', ') });
    case 'item-not-in-use':
    case 'practitioner-not-in-use':
    case 'correction-by-manager':
      return t(`faults:rules.${fault.rule}`, { ...fault.facts, date: formatDate(fault.facts.date) });
    case 'vat-rate-not-in-force':
      return t('faults:rules.vat-rate-not-in-force', {
        name: fault.facts.name,
        date: formatDate(fault.facts.date),
        rate: formatVatRate(fault.facts.rate),
      });
    default:
      return t(`faults:rules.${fault.rule}`, { ...fault.facts });
  }
}

/** The sentence for people that a fault stands for. */
export function faultText(t: Translate, fault: Fault): string {
  if (fault.kind === 'rule-broken') return ruleText(t, fault);
  if (fault.kind === 'unexpected') return t('faults:kinds.unexpected', { reference: fault.reference });
  return t(`faults:kinds.${fault.kind}`);
}

export interface FaultTexts {
  /** Takes whatever was thrown; what is not ours is "unexpected" without a log reference. */
  ofError: (error: unknown) => string;
  ofFault: (fault: Fault) => string;
  /** The sentence below a field, from the code in a zod issue or a reply. */
  ofIssue: (code: string) => string;
}

export function useFaultTexts(): FaultTexts {
  const t = useTexts();
  return useMemo(
    () => ({
      ofError: (error) =>
        faultText(t, error instanceof AppError ? error.fault : { kind: 'unexpected', reference: '–' }),
      ofFault: (fault) => faultText(t, fault),
      ofIssue: (code) => t(`faults:issues.${issueCode({ message: code, path: [] })}`),
    }),
    [t],
  );
}
