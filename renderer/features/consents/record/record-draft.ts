import { z } from 'zod';
import type { Wording } from '#shared/features/consents/contract.ts';
import { needsWording } from '#shared/features/consents/entry.ts';
import {
  answerWaySchema,
  channelSchema,
  purposeSchema,
  recordableActs,
} from '#shared/features/consents/purposes.ts';
import { languageSchema } from '#shared/values/language.ts';
import type { Draft } from '../draft.ts';
import type { EntryForm } from './entry-form.ts';

const recordDraftSchema = z.object({
  purpose: purposeSchema,
  /** The wording that the customer was shown. */
  wordingId: z.string().nullable(),
  form: z.object({
    channels: z.array(channelSchema),
    act: z.enum(recordableActs).nullable(),
    way: answerWaySchema.nullable(),
    language: languageSchema,
    note: z.string(),
    sold: z.string().default(''),
    wasTold: z.boolean().default(false),
    couldRefuse: z.boolean().default(false),
    giver: z.string().nullable().default(null),
    giverName: z.string().default(''),
  }),
});

/** What the record panel opens with to go on with a kept draft; null when this version cannot read it. */
export function panelOf(values: unknown): Draft | null {
  const kept = recordDraftSchema.safeParse(values).data;
  return kept ? { purpose: kept.purpose, channels: [], act: null } : null;
}

/** What was typed. An answer to a wording that has been replaced since is not carried over: it is asked again. */
export function typedEntry(values: unknown, wording: Wording | undefined): EntryForm | null {
  const kept = recordDraftSchema.safeParse(values).data;
  if (!kept) return null;
  const { form, wordingId } = kept;
  const isOld = wordingId !== (wording?.id ?? null) && form.act !== null && needsWording(form.act);
  return isOld ? { ...form, act: null } : form;
}
