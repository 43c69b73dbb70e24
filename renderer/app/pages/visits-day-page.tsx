import { useNavigate } from '@tanstack/react-router';
import { DayPage } from '../../features/visits/day/day-page.tsx';
import { PanelSlot } from '../panel-slot.tsx';

export function VisitsDayPage() {
  const navigate = useNavigate();
  return (
    <PanelSlot>
      <DayPage
        onOpenCustomer={(customerId) =>
          void navigate({ to: '/customers/$customerId/$tab', params: { customerId, tab: 'visits' } })
        }
      />
    </PanelSlot>
  );
}
