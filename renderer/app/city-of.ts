import type { Language } from '#shared/values/language.ts';

let loading: Promise<ReadonlyMap<string, string>> | undefined;

/** A hundred kilobytes that only address forms need. */
function postalCodes(): Promise<ReadonlyMap<string, string>> {
  loading ??= import('../data/postal-codes.json').then(
    ({ default: codes }) => new Map(Object.entries(codes)),
  );
  return loading;
}

/** The post office of a Finnish postal code: its Swedish name for Swedish, otherwise the Finnish; null if there is none. */
export async function cityOf(postalCode: string, language: Language): Promise<string | null> {
  const names = (await postalCodes()).get(postalCode)?.split('|');
  if (!names) return null;
  return (language === 'sv' ? names[1] : undefined) ?? names[0] ?? null;
}
