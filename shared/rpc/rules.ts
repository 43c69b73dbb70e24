/**
 * The business rules that can refuse a call, each with the facts that its sentence shows.
 * A rule added here does not compile until the renderer has its text in every language.
 */
export interface Rules {
  'register-exists': Record<string, never>;
  'register-missing': Record<string, never>;
  'register-newer-than-app': Record<string, never>;
  'vault-damaged': Record<string, never>;
  'vault-older-than-register': Record<string, never>;
  'name-taken': Record<string, never>;
  'last-administrator': Record<string, never>;
  'last-manager': Record<string, never>;
  'own-account': Record<string, never>;
  'own-role': Record<string, never>;
  'choose-own-password': Record<string, never>;
  'same-password': Record<string, never>;
  'wrong-credentials': Record<string, never>;
  'wait-before-sign-in': { seconds: number };
  'weak-password': { hint: string };
  'recovery-key-wrong': { problem: 'length' | 'characters' | 'checksum' | 'does-not-open' };
  'recovery-groups-differ': { groups: number[] };
  /** `since` is an instant. */
  'processing-restricted': { customerNumber: number; since: string };
  'guardian-of-adult': { age: number };
  'hetu-taken': { customerId: string; customerNumber: number };
  /** A minor's answer tells who gave it. */
  'giver-not-chosen': Record<string, never>;
  'not-a-guardian': Record<string, never>;
  'wording-replaced': { purpose: string; currentVersion: number };
  'nothing-to-withdraw': { purpose: string };
  'prohibition-in-force': { purpose: string };
  'not-own-recording': { recordedBy: string };
  'recorded-since': { purpose: string };
  'undo-too-late': { minutes: number };
  /** `date` is the visit's, `YYYY-MM-DD`. */
  'item-not-in-use': { name: string; date: string };
  'practitioner-not-in-use': { name: string; date: string };
  /** A visit names it. */
  'price-list-used': { name: string };
  /** `rate` in basis points. */
  'vat-rate-not-in-force': { name: string; date: string; rate: number };
  'visit-already-reversed': Record<string, never>;
  'visit-is-reversal': Record<string, never>;
  /** `date` is when it was written down, `YYYY-MM-DD`. */
  'correction-by-manager': { recordedBy: string; date: string };
  'same-customer': Record<string, never>;
  /** Nothing was charged, or it was logged before receipts had numbers. */
  'no-receipt': Record<string, never>;
  'backup-place-missing': Record<string, never>;
  'backup-place-unwritable': { place: string };
  'backup-unverified': { place: string };
  'no-printer': Record<string, never>;
}
