import type { notices as fi } from '../fi/notices.ts';
import type { Texts } from '../texts.ts';

export const notices: Texts<typeof fi> = {
  acknowledge: 'Mark as read',
  more: '{{number}} / {{total}}',
  texts: {
    'recovery-key-used':
      '{{by}} opened the register with the recovery key on the computer {{workstation}}. Make sure that it was agreed.',
    'recovery-key-renewed': '{{by}} made a new recovery key. The old paper no longer opens the register.',
    'database-key-changed':
      '{{by}} changed the key of the database. Old backups open only with the passwords of their time.',
    'audit-head-missing':
      'The log lacks row {{sequence}}, which {{signer}} signed on {{date}} at {{time}}. The log may have been cut, or an older file put in its place. Verify the log (Audit log, F5) and tell the administrator.',
    'health-profile-granted':
      '{{by}} recorded that you gave {{person}} access to the health profile. Say so at once if you did not decide it.',
    'health-profile-withdrawn':
      '{{by}} recorded that you took access to the health profile from {{person}}. Say so at once if you did not decide it.',
    'health-profile-own':
      '{{person}} took access to the health profile on {{date}}, when the register had no other users. As a manager you decide whether it stays.',
    'account-disabled': '{{by}} closed the account of {{person}}.',
    'account-enabled': '{{by}} opened the account of {{person}}.',
    'account-removed': '{{by}} removed the user {{person}}.',
    'own-account-enabled': '{{by}} opened your account, which had been closed.',
    'name-changed': '{{by}} changed your name. You now sign in as {{name}}.',
    'roles-changed': '{{by}} changed your rights.',
    'password-reset':
      '{{by}} gave your account a one-time passphrase. If you did not ask for it, tell the office manager.',
  },
};
