import { useNavigate, useParams } from '@tanstack/react-router';
import { GroupsPage as Groups } from '../../features/customers/groups/groups-page.tsx';

/** The groups; one of them when the address names it. */
export function GroupsPage() {
  const navigate = useNavigate();
  const { groupId = null } = useParams({ strict: false });
  return (
    <Groups
      groupId={groupId}
      onChoose={(chosen) =>
        void navigate({ to: '/customers/groups/$groupId', params: { groupId: chosen }, replace: true })
      }
      onOpenCustomer={(customerId) =>
        void navigate({ to: '/customers/$customerId/$tab', params: { customerId, tab: 'details' } })
      }
    />
  );
}
