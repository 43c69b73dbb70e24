import type { Wording } from '#shared/features/consents/contract.ts';
import { purposes } from '#shared/features/consents/purposes.ts';
import type { CurrentVersions } from './rules.ts';

/** One wording of each purpose, in the order of the purposes; takes versions ordered newest first. */
export function newestOfEach(wordings: readonly Wording[]): Wording[] {
  return purposes.flatMap((purpose) => wordings.find((wording) => wording.purpose === purpose) ?? []);
}

/** Which version of each purpose was in force at an instant. */
export function versionsAt(wordings: readonly Wording[], instant: string): CurrentVersions {
  const published = newestOfEach(wordings.filter(({ publishedAt }) => publishedAt <= instant));
  return Object.fromEntries(published.map(({ purpose, version }) => [purpose, version]));
}
