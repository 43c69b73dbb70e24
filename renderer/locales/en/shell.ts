import type { DraftForm } from '#shared/features/drafts/forms.ts';

import type { shell as fi } from '../fi/shell.ts';
import type { Texts } from '../texts.ts';

export const shell = {
  skip: 'Go to the content',
  mainMenu: 'Main menu',
  tabs: {
    customers: 'Customers',
    visits: 'Visits',
    wordings: 'Wordings',
    audit: 'Event log',
    users: 'Users',
    settings: 'Settings',
  },
  lock: 'Lock',
  account: 'My menu',
  signOut: 'Sign out',
  signingOut: 'Making a backup and signing out…',
  keys: {
    all: 'All keys',
    search: 'Search',
    newCustomer: 'New customer',
    title: 'All keys',
    here: 'In this view',
    everywhere: 'Everywhere',
    tab: 'Tab {{name}}',
    lock: 'Lock now',
    close: 'Close or cancel',
  },
  status: {
    encrypted: 'Database encrypted',
    backupToday: 'Backup at {{time}}',
    backupOn: 'Backup {{date}} at {{time}}',
    backupNone: 'No backup has been made',
    backupNoPlace: 'No place for backups',
    backupFailed: 'Backup failed: {{reason}}',
    locksIn: 'Locks in <b>{{minutes}}\u00a0min</b>',
  },
  backupReasons: {
    'place-missing': 'the folder is missing',
    unwritable: 'the folder cannot be written to',
    full: 'the disk is full',
    unverified: 'the copy did not open when checked',
    stopped: 'copying was stopped',
    other: 'the reason is not known',
  },
  alerts: {
    label: 'Notices',
    noBackupPlace: 'Backups have no place. If this disk breaks, the register is lost.',
    choosePlace: 'Choose a folder…',
    backupFailed: 'The latest backup failed, {{reason}}.',
    backupAgain: 'Make a backup',
    askManager: 'Tell the clinic manager.',
  },
  idle: {
    title: 'Locks in {{seconds}}\u00a0s',
    text: 'Move the mouse or press a key to go on. An unfinished form is kept encrypted.',
  },
  drafts: {
    title: 'Left unfinished: {{form}}',
    forms: {
      'customers.register': 'new customer',
      'customers.edit': 'change of details',
      'visits.log': 'visit entry',
      'consents.record': 'consent entry',
      'consents.publishWording': 'new wording',
    } satisfies Record<DraftForm, string>,
    others_one: 'and one other form',
    others_other: 'and {{count}} other forms',
    continue: 'Continue',
    discard: 'Discard',
    discardTitle: 'Discard the unfinished form?',
    discardText: 'What you have typed is lost and cannot be brought back.',
    discardConfirm: 'Discard it',
    discardCancel: 'Keep it',
    kept: 'Draft kept encrypted {{time}}',
  },
  hints: {
    label: 'Hint',
    find: 'Type the start of a name in the search and open the card with <key>Enter</key>. <key>F2</key> always leads to the search.',
    visit:
      '<key>F4</key> logs a visit: press the number of the service and save with <key>Ctrl</key> <key>Enter</key>.',
    consent:
      '<key>F6</key> records what the customer consents to and what they prohibit. <key>F1</key> shows all keys.',
    close: 'Got it',
  },
  toasts: 'Messages',
  broken: {
    title: 'The view did not open',
    text: 'Saved data is safe. Open the view again. If it happens again, lock the program and sign in again.',
    again: 'Open again',
  },
  notFound: { title: 'There is no such view', text: 'Choose a tab at the top.' },
} satisfies Texts<typeof fi>;
