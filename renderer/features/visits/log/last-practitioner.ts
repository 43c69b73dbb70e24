const storageKey = 'last-practitioner';

interface Practitioner {
  readonly id: string;
}

/** Kept in the memory of this workstation's window until the program is closed; an id only. */
export function rememberPractitioner(id: string): void {
  localStorage.setItem(storageKey, id);
}

/** The practitioner of the visit logged last on this workstation; null before the first. */
export function lastPractitioner(): string | null {
  return localStorage.getItem(storageKey);
}

/** The one used last stands first. */
export function inOrderOfUse<P extends Practitioner>(practitioners: readonly P[], last: string | null): P[] {
  return [...practitioners].sort((a, b) => Number(b.id === last) - Number(a.id === last));
}

/**
 * Whose visit it most likely is: the one used last here, else the person at the desk if they treat customers,
 * else the only one there is. With several and no hint nobody is guessed.
 */
export function likelyOf(
  practitioners: readonly Practitioner[],
  last: string | null,
  ownId: string,
): string | null {
  const known = [last, ownId].find((id) => practitioners.some((practitioner) => practitioner.id === id));
  if (known) return known;
  const [only, another] = practitioners;
  return only && !another ? only.id : null;
}
