/** What the register process does when it is killed, beside the saving of customers. */
export const deeds = ['commands', 'rotation', 'migration', 'backup', 'export'] as const;
export type Deed = (typeof deeds)[number];

/** The one person of a register that is made to be killed. */
export const crashPerson = { name: 'Marja Esimäki', password: 'neljä tuulista mustikkaa' };

/** What a process tells before it is killed. */
export type CrashMessage =
  | { readonly kind: 'signing-in' | 'signed-in' }
  /** The answer "saved" has come: from here on it must never be lost. */
  | { readonly kind: 'saved'; readonly id: string; readonly lastName: string };
