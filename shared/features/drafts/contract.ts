import { z } from 'zod';
import { command, desk, query } from '../../rpc/procedure.ts';
import { idSchema } from '../../values/ids.ts';
import { draftFormSchema } from './forms.ts';

/** Characters; a form that somebody fills in by hand has some thousands at most. */
const longestValues = 64 * 1024;

/** The values of a form as JSON text. The register keeps them unread: their meaning is the form's own matter. */
const valuesSchema = z.string().max(longestValues).refine(isJsonObject, 'invalid');

const draftSchema = z.object({
  id: z.string(),
  form: draftFormSchema,
  /** The customer whom the form is about; null for a new one. */
  subjectId: z.string().nullable(),
  /** Whom the person sees it is about: a name as it stood in the form, perhaps empty. */
  about: z.string(),
  /** Instant, UTC ISO. */
  savedAt: z.string(),
});
export type Draft = z.output<typeof draftSchema>;

const ownTyping = "the person's own unsaved typing, which nobody else can open";

/**
 * Unsaved forms, sealed to the person who types them. Whoever else has the register open, administrators and
 * holders of the database key included, can neither read them nor list them. A call that saves a form names its
 * draft (`CallRequest.draftId`), and the draft goes in the same transaction: what is still here was not saved.
 */
export const draftsContract = {
  /** Keeps the newest state of a form; nothing for a draft that has been saved or thrown away meanwhile. */
  save: command({
    access: desk,
    input: z.strictObject({
      id: idSchema,
      form: draftFormSchema,
      subjectId: idSchema.nullable(),
      about: z.string().max(200),
      values: valuesSchema,
    }),
    output: z.object({ savedAt: z.string() }),
    audit: { log: 'none', why: `${ownTyping}; saving the form is what is logged` },
    stale: [],
    isRepeatable: true,
  }),
  /** One's own drafts, newest first. */
  mine: query({
    access: desk,
    input: z.strictObject({}),
    output: z.array(draftSchema),
    audit: { log: 'none', why: ownTyping },
  }),
  /** One of one's own drafts with its values: a look at the customer, as opening the form was. */
  open: query({
    access: desk,
    input: z.strictObject({ id: idSchema }),
    output: draftSchema.extend({ values: z.string() }),
    audit: {
      log: 'row',
      customer: (_input, draft) => draft?.subjectId ?? undefined,
      entity: ({ id }) => ({ type: 'draft', id }),
    },
  }),
  discard: command({
    access: desk,
    input: z.strictObject({ id: idSchema }),
    output: z.object({}),
    audit: { log: 'none', why: `${ownTyping}, and it was never saved` },
    stale: ['drafts'],
    isRepeatable: true,
  }),
};

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
