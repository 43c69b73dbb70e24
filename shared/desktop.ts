import { z } from 'zod';
import { languageSchema } from './values/language.ts';

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.output<typeof themeSchema>;

export const preferencesSchema = z.strictObject({ language: languageSchema, theme: themeSchema });
export type Preferences = z.output<typeof preferencesSchema>;

const nothing = z.strictObject({});

/**
 * What main itself does for its window, called through the same bridge with `feature: 'desktop'`. Nothing
 * here touches the register's data.
 */
export const desktopContract = {
  preferences: { input: nothing, output: preferencesSchema.extend({ development: z.boolean() }) },
  savePreferences: { input: preferencesSchema, output: nothing },
  /** Locks at once: the register process is killed; the same person is offered first at the door. */
  lock: { input: nothing, output: nothing },
  /** Makes the backup, then closes the register; `door-closed` tells when it is done. */
  signOut: { input: nothing, output: nothing },
  /** The person did something: the idle clock starts again. At most one a second. */
  activity: { input: nothing, output: nothing },
  /** Puts our text on the clipboard; a lock clears it if it is still there. */
  copyText: { input: z.strictObject({ text: z.string().max(2000) }), output: nothing },
} as const;

export type DesktopContract = typeof desktopContract;
