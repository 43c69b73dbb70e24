import type { keys as fi } from '../fi/keys.ts';
import type { Texts } from '../texts.ts';

export const keys = {
  title: 'Keys of the register',
  onlyAdministrators: 'An administrator changes the keys.',
  rotate: {
    action: 'Change the key of the database…',
    note: 'Change the key when somebody leaves, or when the computer or a copy may be in the wrong hands.',
    title: 'Change the key of the database',
    afterLeaving:
      'The account {{name}} no longer opens the program. With a new key, an old copy does not help either.',
    what: 'The database is written anew under a new key. The passwords of the others stay as they are.',
    backups:
      'Earlier backups still open with the passwords of their time, also with that of a person who left. Keep them locked up or destroy them.',
    room: 'The disk must have room for a second file of the same size. You can stop until the new file is taken into use.',
    start: 'Change the key',
    later: 'Change later',
    waiting: 'Starting…',
    stages: {
      'rotate-copy': 'Writing the database under the new key',
      'rotate-verify': 'Checking the new file',
    },
    progress: '{{percent}}\u00a0%',
    stopped: 'The change was stopped. The old key holds, and nothing was changed.',
    failed: 'The key was not changed. The old key holds.',
    doneTitle: 'The key has been changed',
    done: 'The new file has been checked, and the old one has been removed from this computer.',
    doneBackup: 'Make a backup too, so that the newest copy is behind the new key.',
  },
  recovery: {
    action: 'Make a new recovery key…',
    note: 'The recovery key opens the database if every password is lost. Make a new one if the paper is gone or somebody may have seen it.',
    title: 'New recovery key',
    lead: 'The old key works until you have typed two groups from the paper. The new one is shown only this once.',
    making: 'Making the key…',
    submit: 'Take the new key into use',
    working: 'Taking it into use…',
    notYet: 'The key is not on paper yet.',
    done: 'The new recovery key is in use. Destroy the old paper.',
  },
} satisfies Texts<typeof fi>;
