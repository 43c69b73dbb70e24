import type { FieldErrors, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import type { Wording } from '#shared/features/consents/contract.ts';
import { channelsIssue, consentEntrySchema, needsWording } from '#shared/features/consents/entry.ts';
import type { AnswerWay, Channel, ConsentAct, Purpose } from '#shared/features/consents/purposes.ts';
import { issuesByField } from '#shared/rpc/issue-codes.ts';
import type { Language } from '#shared/values/language.ts';

/** What the panel holds while it is being filled in: nothing is chosen until the person chooses. */
export interface EntryForm {
  channels: Channel[];
  act: ConsentAct | null;
  way: AnswerWay | null;
  language: Language;
  note: string;
}

export type EntryInput = z.input<typeof consentEntrySchema>;

interface About {
  readonly id: string;
  readonly purpose: Purpose;
  readonly wording: Wording | undefined;
}

/** The entry as the contract takes it; still unchecked. */
export function entryOf(form: EntryForm, { id, purpose, wording }: About): EntryInput {
  const { act, way, ...rest } = form;
  const wordingId = act !== null && needsWording(act) ? (wording?.id ?? null) : null;
  return { id, purpose, wordingId, ...rest, act: act as ConsentAct, way: way as AnswerWay };
}

/** Checks the form by the schema of the contract, so that the screen and the register agree. */
export function entryResolver(about: About): Resolver<EntryForm> {
  return (form) => {
    const checked = consentEntrySchema.safeParse(entryOf(form, about));
    if (checked.success) return { values: form, errors: {} };
    // the schema looks at the channels only when all else is there; the screen tells everything at once
    const channels = channelsIssue(about.purpose, form.channels);
    const issues = Object.entries({
      ...(channels && { channels }),
      ...issuesByField(checked.error.issues),
    });
    const errors = Object.fromEntries(
      issues.map(([field, code]) => [field, { type: code, message: code }]),
    ) as FieldErrors<EntryForm>;
    return { values: {}, errors };
  };
}
