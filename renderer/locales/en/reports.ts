import type { reports as fi } from '../fi/reports.ts';
import type { Texts } from '../texts.ts';

/** Texts of the feature `reports`. */
export const reports = {
  export: {
    action: 'Export data…',
    title: 'Export the data to an encrypted file',
    about: "{{name}}, customer {{number}}. The file answers the customer's own request.",
    contents: 'The file holds all the data, unaltered:',
    parts: {
      details: 'details, contacts and the whole identity code',
      visits: 'visits, purchases and notes',
      consents: 'consents and prohibitions with every change',
      audit: 'who has seen or changed the data',
    },
    forms: "The same content comes as a PDF in the customer's language and as machine-readable JSON.",
    secrecy: 'The package is encrypted (AES-256). The password is shown once. The export is logged.',
    start: 'Choose a place and export…',
    waiting: 'Collecting the data. Choose a place for the file.',
    stages: {
      'report-print': 'Making the PDF report',
      'report-pack': 'Encrypting the package',
      'report-save': 'Saving',
    },
    progress: 'step {{done}} / {{total}}',
    notSaved: 'No place was chosen. The file was not saved.',
    savedTitle: 'The data has been exported',
    file: 'File',
    passphrase: 'Password',
    copy: 'Copy the password',
    tell: 'Tell the password over the phone. Do not send it in the same message or letter as the file.',
    once: 'The password will not be shown again and is not kept anywhere.',
    done: 'The password is safe, close',
  },
} as const satisfies Texts<typeof fi>;
