import { useNavigate } from '@tanstack/react-router';
import { OverviewPage } from '../../features/visits/feedback/overview-page.tsx';

export function FeedbackPage() {
  const navigate = useNavigate();
  return (
    <OverviewPage
      onOpenDay={() => void navigate({ to: '/visits' })}
      onOpenCustomer={(customerId) =>
        void navigate({ to: '/customers/$customerId/$tab', params: { customerId, tab: 'visits' } })
      }
    />
  );
}
