import { useNavigate } from '@tanstack/react-router';
import { FirstConsents, useFirstConsents } from '../../features/consents/first-consents.tsx';
import { NewCustomer } from '../../features/customers/form/new-customer.tsx';

/** The form of a new customer, with the questions of the consents feature as its section 4. */
export function NewCustomerPage() {
  const navigate = useNavigate();
  const consents = useFirstConsents();
  const open = (customerId: string, tab: string) =>
    void navigate({ to: '/customers/$customerId/$tab', params: { customerId, tab } });
  return (
    <NewCustomer
      consents={consents}
      consentSection={(language, onLanguage) => (
        <FirstConsents number={4} {...consents.section} language={language} onLanguage={onLanguage} />
      )}
      onSaved={(customerId, then) => open(customerId, then === 'log-visit' ? 'visits' : 'details')}
      onOpen={(customerId) => open(customerId, 'details')}
      onLeave={() => void navigate({ to: '/customers' })}
    />
  );
}
