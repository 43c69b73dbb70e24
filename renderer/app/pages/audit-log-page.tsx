import { useNavigate } from '@tanstack/react-router';
import { LogPage } from '../../features/audit/log/log-page.tsx';
import { PanelSlot } from '../panel-slot.tsx';

export function AuditLogPage() {
  const navigate = useNavigate();
  return (
    <PanelSlot>
      <LogPage
        onOpenCustomer={(customerId) =>
          void navigate({ to: '/customers/$customerId/$tab', params: { customerId, tab: 'log' } })
        }
      />
    </PanelSlot>
  );
}
