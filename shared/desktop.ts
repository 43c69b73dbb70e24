import { z } from 'zod';
import { draftFormSchema } from './features/drafts/forms.ts';
import { languageSchema } from './values/language.ts';

export const themeSchema = z.enum(['system', 'light', 'dark']);
export type Theme = z.output<typeof themeSchema>;

export const preferencesSchema = z.strictObject({ language: languageSchema, theme: themeSchema });
export type Preferences = z.output<typeof preferencesSchema>;

const doorReasons = ['locked-by-user', 'idle', 'suspended', 'signed-out', 'register-stopped'] as const;

/** Why a copy could not be made at sign-out; the same words as `backup.status` uses. */
const backupFailures = ['place-missing', 'unwritable', 'full', 'unverified', 'stopped', 'other'] as const;
export type BackupFailure = (typeof backupFailures)[number];

/** How the register was last closed; all null when it has not been open since the program started. */
const doorSchema = z.object({
  reason: z.enum(doorReasons).nullable(),
  /** Instant, UTC ISO. */
  at: z.string().nullable(),
  /** Who is offered first at the door: the person whose work was locked; null after a sign-out. */
  userId: z.string().nullable(),
  /** The copy made at sign-out failed; told here because the page that asked for it is gone by then. */
  backupFailure: z.enum(backupFailures).nullable(),
  /** An unsaved form that waits for the person, kept as a draft that only they can open. */
  keptForm: draftFormSchema.nullable(),
});
export type ClosedDoor = z.output<typeof doorSchema>;

/** What lies below the window buttons that the system draws at the right end of the top bar. */
export const titleBarToneSchema = z.enum(['spine', 'surface', 'paper']);
export type TitleBarTone = z.output<typeof titleBarToneSchema>;

const nothing = z.strictObject({});

/**
 * What main itself does for its window, called through the same bridge with `feature: 'desktop'`. Nothing
 * here touches the register's data.
 */
export const desktopContract = {
  /** All that the page needs of main before it can paint, in one answer. */
  start: {
    input: nothing,
    output: z.object({
      preferences: preferencesSchema,
      /** The component page and other tools of the makers are at hand. */
      development: z.boolean(),
      isSignedIn: z.boolean(),
      door: doorSchema,
    }),
  },
  /** The first content is on the screen: what would have delayed it may be loaded now. */
  painted: { input: nothing, output: nothing },
  savePreferences: { input: preferencesSchema, output: nothing },
  door: { input: nothing, output: doorSchema },
  /** The window buttons take the colour of the bar that they lie on. */
  titleBar: { input: z.strictObject({ tone: titleBarToneSchema }), output: nothing },
  /** The answer to `door-closing`: unsaved forms are drafts now; the one worth telling of, if any. */
  formsKept: { input: z.strictObject({ form: draftFormSchema.nullable() }), output: nothing },
  /** Locks: the register process is killed; the same person is offered first at the door. */
  lock: { input: nothing, output: nothing },
  /**
   * Makes the backup, then closes the register; `door-closed` tells when it is done. The page is emptied
   * then, so how the backup went is read from `door`.
   */
  signOut: { input: nothing, output: nothing },
  /** The person did something: the idle clock starts again. At most one a second. */
  activity: { input: nothing, output: nothing },
  /** Puts our text on the clipboard; a lock clears it if it is still there. */
  copyText: { input: z.strictObject({ text: z.string().max(2000) }), output: nothing },
} as const;

export type DesktopContract = typeof desktopContract;
