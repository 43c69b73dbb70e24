import type { common as fi } from '../fi/common.ts';
import type { Texts } from '../texts.ts';

export const common = {
  appName: 'Vastaanotto',
  save: 'Save',
  cancel: 'Cancel',
  close: 'Close',
  back: 'Back',
  next: 'Next',
  stop: 'Stop',
  tryAgain: 'Try again',
  readBefore: 'Below is what was fetched last. It may be out of date.',
  undo: 'Undo',
  undoFailed: 'The entry could not be undone',
  optional: 'optional',
  copied: 'Copied to the clipboard',
  at: 'at {{time}}',
  dateAndTime: '{{date}} at {{time}}',
  errorSummary_one: 'Correct one thing',
  errorSummary_other: 'Correct {{count}} things',
  /** Of what is printed for the customer. */
  print: { ownLanguage: 'The customer’s own', toFile: 'Save PDF', toPaper: 'Print on paper' },
  /** Of a period of one's own. */
  days: { from: 'First day', to: 'Last day', wrongOrder: 'The last day is before the first.' },
  leave: {
    title: 'Leave without saving?',
    text: 'You have typed details that are not saved. They are lost if you leave.',
    confirm: 'Discard the details',
    cancel: 'Go on filling in',
  },
  password: {
    show: 'Show password',
    hide: 'Hide password',
    capsLock: 'Caps Lock is on',
  },
  units: {
    bytes: '{{value}}\u00a0B',
    kilobytes: '{{value}}\u00a0kB',
    megabytes: '{{value}}\u00a0MB',
    gigabytes: '{{value}}\u00a0GB',
  },
} satisfies Texts<typeof fi>;
