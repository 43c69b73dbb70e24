import type { PersonalColumn } from '../../database/personal-data.ts';

const retention = 'As long as the person is a customer, and three years after';
const fromForm =
  'The source named on the customer form: customer, relative, guardian, referral, employer or register';
export const theRegister = 'Recorded by the register when a staff member acts';

/** Details that the contract with the customer needs. */
export function basics(purpose: string, recipients = 'The customer on request'): PersonalColumn {
  return { purpose, basis: 'contract', retention, source: fromForm, recipients };
}

export const contact = (what: string) =>
  basics(
    `Reaching the customer about the service: ${what}`,
    'The customer on request; senders of messages named as processors',
  );

export function staffTrace(what: string): PersonalColumn {
  return {
    purpose: `Showing who entered or changed the details: ${what}`,
    basis: 'legal-obligation',
    retention,
    source: theRegister,
    recipients: 'The customer on request; supervisory authority on request',
  };
}

export const provenance: PersonalColumn = {
  purpose: 'Telling the customer where the data came from (GDPR Art. 14(2)(f), 15(1)(g))',
  basis: 'legal-obligation',
  retention,
  source: theRegister,
  recipients: 'The customer on request; supervisory authority on request',
};

export const history: PersonalColumn = {
  purpose: 'Showing what a detail was before it was corrected, and setting a mistaken correction right',
  basis: 'legal-obligation',
  retention,
  source: fromForm,
  recipients: 'The customer on request',
};

export const finding: PersonalColumn = {
  purpose: 'Finding the customer at the desk; made from the other columns',
  basis: 'legitimate-interest',
  retention,
  source: 'The other columns of the customer',
  recipients: 'none',
};
