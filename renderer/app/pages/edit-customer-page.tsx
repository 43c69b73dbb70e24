import { useNavigate, useParams } from '@tanstack/react-router';
import { EditCustomer } from '../../features/customers/form/edit-customer.tsx';

export function EditCustomerPage() {
  const navigate = useNavigate();
  const { customerId } = useParams({ from: '/customers/$customerId/edit' });
  const open = (id: string) =>
    void navigate({ to: '/customers/$customerId/$tab', params: { customerId: id, tab: 'details' } });
  return (
    <EditCustomer key={customerId} customerId={customerId} onOpen={open} onLeave={() => open(customerId)} />
  );
}
