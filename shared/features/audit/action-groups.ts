/** What a manager looks for in the log, in the order of the filter's list. */
export const actionGroups = [
  'looks',
  'searches',
  'changes',
  'visits',
  'consents',
  'exports',
  'signing-in',
  'accounts',
  'settings',
  'backups',
  'log',
] as const;
export type ActionGroup = (typeof actionGroups)[number];

const groups: Readonly<Record<ActionGroup, readonly string[]>> = {
  looks: [
    'customers.card',
    'customers.revealHetu',
    'customers.forEditing',
    'customers.history',
    'drafts.open',
    'visits.ofCustomer',
    'consents.ofCustomer',
    'audit.ofCustomer',
    'audit.values',
  ],
  searches: ['customers.search', 'customers.similar'],
  changes: ['customers.register', 'customers.edit'],
  visits: ['visits.log'],
  consents: ['consents.record'],
  exports: ['reports.exportCustomer', 'audit.exportList'],
  'signing-in': ['auth.unlock', 'auth.chooseOwnPassword', 'auth.lock', 'auth.signOut'],
  accounts: [
    'auth.changePassword',
    'auth.recover',
    'notices.acknowledge',
    'accounts.add',
    'accounts.rename',
    'accounts.setRoles',
    'accounts.setHealthProfileGrant',
    'accounts.disable',
    'accounts.enable',
    'accounts.resetPassword',
    'accounts.remove',
    'accounts.recordCommitment',
    'accounts.printPassphrase',
  ],
  settings: [
    'auth.createRegister',
    'keys.rotate',
    'keys.newRecoveryKey',
    'keys.printRecoveryKey',
    'keys.renewRecoveryKey',
    'settings.setIdleMinutes',
    'visits.addPractitioner',
    'consents.publishWording',
    'audit.setRules',
  ],
  backups: ['backup.choosePlace', 'backup.run'],
  log: ['audit.list', 'audit.resolve', 'audit.verify', 'audit.headMissing'],
};

/** The actions of a group, as the log names them. A test holds that every logged procedure is in one group. */
export function actionsOfGroup(group: ActionGroup): readonly string[] {
  return groups[group];
}
