import { useNavigate } from '@tanstack/react-router';
import { FirstConsents, useFirstConsents } from '../../features/consents/first-consents.tsx';
import { NewCustomer } from '../../features/customers/form/new-customer.tsx';
import { type ResumedDraft, useResumed } from '../drafts/resumed.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** The card opens with the panel for logging a visit. */
    logVisit?: true;
  }
}

/** The form of a new customer, with the questions of the consents feature as its section 4. */
export function NewCustomerPage() {
  const resumed = useResumed('customers.register', null);
  return <NewCustomerForm key={resumed?.id} resumed={resumed} />;
}

function NewCustomerForm({ resumed }: { resumed: ResumedDraft | null }) {
  const navigate = useNavigate();
  const consents = useFirstConsents(resumed?.values);
  const open = (customerId: string) =>
    void navigate({ to: '/customers/$customerId/$tab', params: { customerId, tab: 'details' } });
  const openToLogVisit = (customerId: string) =>
    void navigate({
      to: '/customers/$customerId/$tab',
      params: { customerId, tab: 'visits' },
      state: { logVisit: true },
    });
  return (
    <NewCustomer
      resumed={resumed}
      consents={consents}
      consentSection={(language, onLanguage, age) => (
        <FirstConsents
          number={4}
          {...consents.section}
          language={language}
          onLanguage={onLanguage}
          age={age}
        />
      )}
      onSaved={(customerId, then) => (then === 'log-visit' ? openToLogVisit : open)(customerId)}
      onOpen={open}
      onLeave={() => void navigate({ to: '/customers' })}
    />
  );
}
