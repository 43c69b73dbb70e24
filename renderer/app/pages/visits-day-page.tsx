import { useNavigate } from '@tanstack/react-router';
import { client } from '../../api/client.ts';
import { DayPage } from '../../features/visits/day/day-page.tsx';
import { useMay } from '../access.ts';
import { PanelSlot } from '../panel-slot.tsx';

export function VisitsDayPage() {
  const navigate = useNavigate();
  const may = useMay();
  const openFeedback = () => void navigate({ to: '/visits/feedback' });
  return (
    <PanelSlot>
      <DayPage
        onOpenCustomer={(customerId) =>
          void navigate({ to: '/customers/$customerId/$tab', params: { customerId, tab: 'visits' } })
        }
        onOpenFeedback={may(client.visits.feedbackOverview) ? openFeedback : null}
      />
    </PanelSlot>
  );
}
