import type { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { isShortSingleWord, normalPassword, passwordShapeIssue } from './values/password.ts';

/** Why a password is not accepted; each has a sentence in the renderer. */
export const passwordHints = [
  'too-short',
  'too-long',
  'one-word',
  'personal',
  'common',
  'names',
  'keyboard',
  'repeat',
  'sequence',
  'date',
  'guessable',
] as const;
export type PasswordHint = (typeof passwordHints)[number];

export interface PasswordStrength {
  /** zxcvbn's 0 (guessed at once) to 4. */
  score: 0 | 1 | 2 | 3 | 4;
  ok: boolean;
  hint: PasswordHint | null;
}

const requiredScore = 3;

/** Words that a guesser tries first in this trade, and that the dictionaries lack or take for rare. */
const tradeWords = [
  'vastaanotto',
  'asiakasrekisteri',
  'henkilörekisteri',
  'tietosuojavaltuutettu',
  'tietosuojaseloste',
  'henkilötunnus',
  'käyttäjätunnus',
  'järjestelmänvalvoja',
  'terveysasema',
  'terveyskeskus',
  'hammaslääkäri',
  'fysioterapeutti',
  'potilastiedot',
  'suostumus',
  'salasana',
  'lösenord',
  'mottagning',
  'kundregister',
  'salainensana',
];

/**
 * How well a password stands against guessing, judged the same way in the meter and in the register process.
 * @param userInputs what a guesser knows of the person and the office: names, clinic, town
 */
export async function passwordStrength(
  password: string,
  userInputs: readonly string[],
): Promise<PasswordStrength> {
  const shape = passwordShapeIssue(password);
  if (shape === 'too-long') return { score: 0, ok: false, hint: 'too-long' };
  const { check } = await estimator();
  const { score, warning } = check(normalPassword(password), [...guessable(userInputs), ...tradeWords]);
  if (shape) return { score: capped(score), ok: false, hint: 'too-short' };
  if (score < requiredScore) return { score, ok: false, hint: hintOf(warning) };
  if (isShortSingleWord(password)) return { score: capped(score), ok: false, hint: 'one-word' };
  return { score, ok: true, hint: null };
}

/** A password that is refused must not show a full meter, whatever the estimate. */
function capped(score: PasswordStrength['score']): PasswordStrength['score'] {
  return score >= requiredScore ? 2 : score;
}

/** Whole names and their single words: "Sari Salminen" also forbids leaning on "salminen". */
function guessable(userInputs: readonly string[]): string[] {
  return userInputs.flatMap((text) => [text, ...text.split(/[\s\-,.]+/)]).filter((word) => word.length >= 3);
}

interface Estimator {
  check(password: string, inputs: string[]): { score: PasswordStrength['score']; warning: string | null };
}

let loading: Promise<Estimator> | undefined;

/** The dictionaries are about a megabyte: loaded when the first password is judged, then kept. */
function estimator(): Promise<Estimator> {
  loading ??= load().catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}

async function load(): Promise<Estimator> {
  const [{ ZxcvbnFactory }, common, finnish] = await Promise.all([
    import('@zxcvbn-ts/core'),
    import('@zxcvbn-ts/language-common'),
    import('@zxcvbn-ts/language-fi'),
  ]);
  const zxcvbn: ZxcvbnFactory = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...finnish.dictionary },
    graphs: common.adjacencyGraphs,
    // The estimate is quadratic in the length, and what follows a hundred characters changes no verdict.
    maxLength: 100,
  });
  return {
    check(password, inputs) {
      const { score, feedback } = zxcvbn.check(password, inputs);
      return { score: score as PasswordStrength['score'], warning: feedback.warning };
    },
  };
}

/** zxcvbn's warning keys (its untranslated texts) as ours. */
const hints: Readonly<Record<string, PasswordHint>> = {
  straightRow: 'keyboard',
  keyPattern: 'keyboard',
  simpleRepeat: 'repeat',
  extendedRepeat: 'repeat',
  sequences: 'sequence',
  recentYears: 'date',
  dates: 'date',
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'common',
  pwned: 'common',
  wordByItself: 'one-word',
  namesByThemselves: 'names',
  commonNames: 'names',
  userInputs: 'personal',
};

function hintOf(warning: string | null): PasswordHint {
  return hints[warning ?? ''] ?? 'guessable';
}
