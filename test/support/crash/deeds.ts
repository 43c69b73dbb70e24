/** What the program does when it is killed, beside the saving of customers. */
export const deeds = ['commands', 'rotation', 'migration', 'backup', 'export'] as const;
export type Deed = (typeof deeds)[number];

/** The one person of a register that is made to be killed. */
export const crashPerson = { name: 'Marja Esimäki', password: 'neljä tuulista mustikkaa' };

/** What a program tells before it is killed. */
export type CrashMessage =
  | { readonly kind: 'signing-in' | 'signed-in' }
  /** The long deed has been asked for, or answered. */
  | { readonly kind: 'deed-begun' | 'deed-ended' }
  /** The answer "saved" has come: from here on it must never be lost. */
  | { readonly kind: 'saved'; readonly id: string; readonly lastName: string };

/** Where a register that is made to be killed lies. */
export interface CrashPlace {
  /** The app's data folder; the register is the folder `register` in it. */
  readonly dataDir: string;
  /** Where backups and exports go. */
  readonly copies: string;
}

/** A program at work until it is killed. */
export interface Victim {
  /** With SIGKILL; resolves when nothing of it runs any more and everything that it told has been heard. */
  kill(): Promise<void>;
}

/** Starts a program on a register. `failed` hears of an end or a refusal that nobody asked for. */
export type StartVictim = (
  place: CrashPlace,
  deed: Deed,
  hear: { told(message: CrashMessage): void; failed(why: Error): void },
) => Promise<Victim>;
