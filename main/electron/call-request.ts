import { z } from 'zod';
import type { CallRequest } from '#shared/rpc/bridge.ts';

/** No form of the program comes near this; a page that sends more is not ours. In characters of JSON. */
const maxInput = 1024 * 1024;

const word = z.string().regex(/^[a-z][A-Za-z-]{0,39}$/);
export const requestIdSchema = z.uuid({ version: 'v7' });
const requestSchema = z.strictObject({
  requestId: requestIdSchema,
  feature: word,
  name: word,
  input: z.unknown(),
  draftId: requestIdSchema.exactOptional(),
  relatesTo: z.string().max(1000).exactOptional(),
});

/** The request as plain JSON, or null if it has other keys, is too large, or holds what JSON cannot say. */
export function checkRequest(request: unknown): CallRequest | null {
  const parsed = requestSchema.safeParse(request);
  if (!parsed.success) return null;
  try {
    const input = JSON.stringify(parsed.data.input) ?? '{}';
    return input.length > maxInput ? null : { ...parsed.data, input: JSON.parse(input) };
  } catch {
    return null;
  }
}
