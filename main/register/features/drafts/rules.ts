/** What is sealed of a draft. */
export interface DraftContent {
  readonly about: string;
  readonly values: string;
}

export function contentText({ about, values }: DraftContent): string {
  return JSON.stringify({ about, values });
}

/** Undefined for what this program did not seal: anybody who has the database key can seal to a public key. */
export function readContent(text: string): DraftContent | undefined {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof content !== 'object' || content === null) return undefined;
  const { about, values } = content as Record<string, unknown>;
  return typeof about === 'string' && typeof values === 'string' ? { about, values } : undefined;
}
