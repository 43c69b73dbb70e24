import type { ActionWords } from './fi.ts';

export const actions: ActionWords = {
  auth: {
    createRegister: 'Set up the register',
    unlock: 'Signed in',
    recover: 'Opened the register with the recovery key',
    changePassword: 'Changed their own password',
    lock: 'Locked',
    signOut: 'Signed out',
  },
  customers: {
    search: 'Searched customers',
    similar: 'Compared with similar customers',
    card: "Opened the customer's card",
    revealHetu: 'Saw the identity code',
    register: 'Added the customer',
    edit: 'Changed details',
    forEditing: 'Opened the details for editing',
    history: 'Saw the changes of the details',
  },
  visits: {
    ofCustomer: 'Saw the visits',
    log: 'Logged a visit',
    addPractitioner: 'Added a practitioner',
  },
  consents: {
    ofCustomer: 'Saw the consents',
    record: 'Recorded a consent or prohibition',
    publishWording: 'Took a new wording into use',
  },
  reports: { exportCustomer: 'Exported the data to an encrypted file' },
  audit: {
    ofCustomer: "Saw the customer's event log",
    list: 'Saw the event log',
    values: 'Saw the details of an event',
    setRules: 'Changed the rules of supervision',
    resolve: 'Marked an event as looked into',
    exportList: 'Exported the log to an encrypted file',
    verify: 'Verified the chain of the log',
    headMissing: 'A signed point of the log was missing',
  },
  drafts: { open: 'Went on with an unfinished form' },
  backup: { choosePlace: 'Chose the place for backups', run: 'Made a backup' },
  notices: { acknowledge: 'Acknowledged a notice' },
  keys: { rotate: 'Changed the key of the database' },
};
