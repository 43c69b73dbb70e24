/**
 * Where the person was, so that the work goes on there after a lock, which throws the whole page away. Kept in
 * the session storage of a session that lives in memory; an address holds ids only, never names.
 */
export interface Place {
  userId: string;
  address: string;
  /** For the words of the lock screen. */
  idleMinutes: number;
}

const storageKey = 'place';
const start = '#/';

export function rememberPlace(place: Place): void {
  sessionStorage.setItem(storageKey, JSON.stringify(place));
}

export function forgetPlace(): void {
  sessionStorage.removeItem(storageKey);
  window.location.hash = start;
}

export function rememberedPlace(): Place | null {
  const text = sessionStorage.getItem(storageKey);
  return text === null ? null : (JSON.parse(text) as Place);
}

/** Back to where this person was; another person starts at the beginning. */
export function returnToPlace(userId: string): void {
  const place = rememberedPlace();
  window.location.hash = place?.userId === userId ? place.address : start;
}
