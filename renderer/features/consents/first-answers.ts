import { useState } from 'react';
import { uuidv7 } from 'uuidv7';
import { z } from 'zod';
import { adultFrom } from '#shared/features/consents/ages.ts';
import type { Wording } from '#shared/features/consents/contract.ts';
import type { Answering } from '#shared/features/consents/giver.ts';
import {
  type AnswerWay,
  answerWaySchema,
  type Channel,
  channelSchema,
  channelsOf,
  type Purpose,
  purposeSchema,
  purposes,
} from '#shared/features/consents/purposes.ts';
import type { IssueCode } from '#shared/rpc/issue-codes.ts';
import type { Language } from '#shared/values/language.ts';
import { type GiverChoice, giverIssues, giverOf, nobodyChosen } from './giver-choice.ts';
import type { EntryInput } from './record/entry-form.ts';

const firstAnswerSchema = z.enum(['given', 'refused', 'not-asked']);
export type FirstAnswer = z.output<typeof firstAnswerSchema>;

interface Answered {
  readonly answer: FirstAnswer | null;
  readonly channels: readonly Channel[];
}

/** An answer holds for the wording that the customer was shown, and for no other. */
const answeredSchema = z.object({
  answer: firstAnswerSchema.nullable(),
  channels: z.array(channelSchema),
  wordingId: z.string().nullable(),
});
type AnsweredWording = Answered & Pick<z.output<typeof answeredSchema>, 'wordingId'>;

const typedSchema = z.object({
  answers: z.partialRecord(purposeSchema, answeredSchema),
  asked: z.array(purposeSchema),
  way: answerWaySchema.nullable(),
  giver: z.object({ giver: z.string().nullable(), giverName: z.string() }).default(nobodyChosen),
});
const keptSchema = z.object({ consents: typedSchema });

const unanswered: Answered = { answer: null, channels: [] };

/** Asked of every new customer; the rest can be asked as well. */
const alwaysAsked: readonly Purpose[] = ['direct-marketing', 'customer-surveys', 'health-profile'];

export type FieldId =
  | `consents.${Purpose}`
  | `consents.${Purpose}.channels`
  | 'consents.way'
  | `consents.${keyof GiverChoice}`;
export type Problems = Readonly<Partial<Record<FieldId, IssueCode>>>;

export interface FirstAnswers {
  readonly asked: readonly Purpose[];
  readonly way: AnswerWay | null;
  readonly giver: GiverChoice;
  /** What is missing, once it has been checked; who must say who they are depends on the age. */
  problemsFor(answering: Answering): Problems;
  of(purpose: Purpose): Answered;
  answer(purpose: Purpose, answered: Partial<Answered>): void;
  setWay(way: AnswerWay): void;
  setGiver(choice: Partial<GiverChoice>): void;
  askMore(): void;
  /**
   * The entries to record, or null when something is still to be chosen; `problemsFor` then says what. Purposes
   * that were not asked are left out: nothing was said, so nothing is recorded.
   */
  check(language: Language, answering: Answering): EntryInput[] | null;
  /** For the draft of the form; `useFirstAnswers` takes it back. */
  readonly typed: object;
}

/** A new customer has no guardians yet; while no age can be read, nothing is asked that only a minor is. */
export function newCustomer(age: number | null): Answering {
  return { age: age ?? adultFrom, guardians: [] };
}

/**
 * The state of the questions in the form of a new customer. Nothing is chosen until the person chooses, and what
 * was answered to a wording that has been replaced since is asked again.
 * @param kept values of a draft, whose `consents` an earlier `typed` made
 */
export function useFirstAnswers(wordings: readonly Wording[], kept: unknown): FirstAnswers {
  const [start] = useState(() => keptSchema.safeParse(kept).data?.consents);
  const [answers, setAnswers] = useState<Partial<Record<Purpose, AnsweredWording>>>(start?.answers ?? {});
  const [asked, setAsked] = useState<readonly Purpose[]>(start?.asked ?? alwaysAsked);
  const [way, setWay] = useState<AnswerWay | null>(start?.way ?? null);
  const [giver, setGiver] = useState<GiverChoice>(start?.giver ?? nobodyChosen);
  // one id for each question: saving again after a lost answer sends the very same entries
  const [ids] = useState(() => new Map(purposes.map((purpose) => [purpose, uuidv7()])));
  const [isChecked, setIsChecked] = useState(false);
  const wordingOf = (purpose: Purpose) => wordings.find((one) => one.purpose === purpose)?.id ?? null;
  const valid = (purpose: Purpose, answered: AnsweredWording | undefined): Answered =>
    answered?.wordingId === wordingOf(purpose) ? answered : unanswered;
  const of = (purpose: Purpose) => valid(purpose, answers[purpose]);
  const problemsFor = (answering: Answering) => problemsOf(asked, of, { way, giver, answering });
  return {
    asked,
    way,
    giver,
    problemsFor: (answering) => (isChecked ? problemsFor(answering) : {}),
    of,
    setWay,
    setGiver: (choice) => setGiver((chosen) => ({ ...chosen, ...choice })),
    askMore: () => setAsked(purposes),
    answer: (purpose, answered) =>
      setAnswers((all) => ({
        ...all,
        [purpose]: { ...valid(purpose, all[purpose]), ...answered, wordingId: wordingOf(purpose) },
      })),
    typed: { answers, asked, way, giver },
    check(language, answering) {
      setIsChecked(true);
      if (Object.keys(problemsFor(answering)).length > 0) return null;
      const about = { ids, way, wordings, language, givenBy: giverOf(giver, answering) };
      return asked.flatMap((purpose) => entryOf(purpose, of(purpose), about) ?? []);
    },
  };
}

function problemsOf(
  asked: readonly Purpose[],
  of: (purpose: Purpose) => Answered,
  { way, giver, answering }: { way: AnswerWay | null; giver: GiverChoice; answering: Answering },
): Problems {
  const problems: Partial<Record<FieldId, IssueCode>> = {};
  for (const purpose of asked) {
    const { answer, channels } = of(purpose);
    if (answer === null) problems[`consents.${purpose}`] = 'choose-answer';
    if (answer === 'given' && channelsOf(purpose).length > 0 && channels.length === 0) {
      problems[`consents.${purpose}.channels`] = 'choose-channel';
    }
  }
  const wasAsked = asked.some(
    (purpose) => of(purpose).answer === 'given' || of(purpose).answer === 'refused',
  );
  if (!wasAsked) return problems;
  if (way === null) problems['consents.way'] = 'not-a-choice';
  const unsaid = giverIssues(giver, answering);
  if (unsaid.giver) problems['consents.giver'] = unsaid.giver;
  if (unsaid.giverName) problems['consents.giverName'] = unsaid.giverName;
  return problems;
}

function entryOf(
  purpose: Purpose,
  { answer, channels }: Answered,
  about: {
    ids: ReadonlyMap<Purpose, string>;
    way: AnswerWay | null;
    wordings: readonly Wording[];
    language: Language;
    givenBy: Pick<EntryInput, 'giver'>;
  },
): EntryInput | null {
  if (answer !== 'given' && answer !== 'refused') return null;
  return {
    id: about.ids.get(purpose) ?? '',
    purpose,
    // a no is a no to the whole question
    channels: [...(answer === 'given' ? channels : channelsOf(purpose))],
    act: answer,
    wordingId: about.wordings.find((wording) => wording.purpose === purpose)?.id ?? null,
    language: about.language,
    way: about.way as AnswerWay,
    note: '',
    ...about.givenBy,
  };
}
