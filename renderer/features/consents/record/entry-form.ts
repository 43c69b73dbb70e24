import type { FieldErrors, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import type { Wording } from '#shared/features/consents/contract.ts';
import { channelsIssue, consentEntrySchema, needsWording } from '#shared/features/consents/entry.ts';
import type { Answering } from '#shared/features/consents/giver.ts';
import type { AnswerWay, Channel, Purpose, RecordableAct } from '#shared/features/consents/purposes.ts';
import { issuesByField } from '#shared/rpc/issue-codes.ts';
import type { Language } from '#shared/values/language.ts';
import { type GiverChoice, giverIssues, giverOf } from '../giver-choice.ts';

/** What the panel holds while it is being filled in: nothing is chosen until the person chooses. */
export interface EntryForm extends GiverChoice {
  channels: Channel[];
  act: RecordableAct | null;
  way: AnswerWay | null;
  language: Language;
  note: string;
  /** Of a contact got at a sale: what makes the customer exception hold. */
  sold: string;
  wasTold: boolean;
  couldRefuse: boolean;
}

/** Whether something was written: what is chosen with one key is soon chosen again. */
export function hasTyped({ note, sold, giverName }: EntryForm): boolean {
  return [note, sold, giverName].some((text) => text.trim() !== '');
}

export type EntryInput = z.input<typeof consentEntrySchema>;

interface About {
  readonly id: string;
  readonly purpose: Purpose;
  readonly wording: Wording | undefined;
  readonly answering: Answering;
}

/** The entry as the contract takes it; still unchecked. */
export function entryOf(form: EntryForm, { id, purpose, wording, answering }: About): EntryInput {
  const { act, way, sold, wasTold, couldRefuse, giver, giverName, ...rest } = form;
  const wordingId = act !== null && needsWording(act) ? (wording?.id ?? null) : null;
  const answer = {
    ...{ id, purpose, wordingId, ...rest, act: act as RecordableAct, way: way as AnswerWay },
    ...giverOf({ giver, giverName }, answering),
  };
  if (act !== 'contact-at-sale') return answer;
  // unticked conditions go as they are: the schema refuses them, field by field
  return { ...answer, sale: { sold, wasTold, couldRefuse } as NonNullable<EntryInput['sale']> };
}

/** Checks the form by the schema of the contract, so that the screen and the register agree. */
export function entryResolver(about: About): Resolver<EntryForm> {
  return (form) => {
    const checked = consentEntrySchema.safeParse(entryOf(form, about));
    const unsaid = giverIssues(form, about.answering);
    if (checked.success && Object.keys(unsaid).length === 0) return { values: form, errors: {} };
    // the schema looks at the channels only when all else is there; the screen tells everything at once
    const channels = channelsIssue(about.purpose, form.channels);
    const issues = Object.entries({
      ...(channels && { channels }),
      ...(checked.error && issuesByField(checked.error.issues)),
      ...unsaid,
    });
    const errors = Object.fromEntries(
      issues.map(([field, code]) => [field.replace('sale.', ''), { type: code, message: code }]),
    ) as FieldErrors<EntryForm>;
    return { values: {}, errors };
  };
}
