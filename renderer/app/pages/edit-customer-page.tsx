import { useNavigate, useParams } from '@tanstack/react-router';
import { EditCustomer } from '../../features/customers/form/edit-customer.tsx';
import { useResumed } from '../drafts/resumed.ts';

export function EditCustomerPage() {
  const navigate = useNavigate();
  const { customerId } = useParams({ from: '/customers/$customerId/edit' });
  const open = (id: string) =>
    void navigate({ to: '/customers/$customerId/$tab', params: { customerId: id, tab: 'details' } });
  const resumed = useResumed('customers.edit', customerId);
  return (
    <EditCustomer
      key={`${customerId} ${resumed?.id}`}
      customerId={customerId}
      resumed={resumed}
      onOpen={open}
      onLeave={() => open(customerId)}
    />
  );
}
