import { Outlet, useNavigate, useParams } from '@tanstack/react-router';
import { CustomersView } from '../../features/customers/customers-view.tsx';
import { leaveTyped } from '../../features/customers/form/typed-start.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { useViewKeys } from '../keys/use-keys.tsx';

/** The list of customers with the open card beside it. */
export function CustomersPage() {
  const t = useTexts();
  const navigate = useNavigate();
  const { customerId = null, tab } = useParams({ strict: false });
  useViewKeys([
    {
      keys: 'Esc',
      label: t('shell:keys.close'),
      action: () => void navigate({ to: '/customers' }),
      isEnabled: customerId !== null,
      onBar: false,
    },
  ]);
  return (
    <CustomersView
      openId={customerId}
      isCardAlone={tab === 'consents'}
      onOpen={(id) =>
        navigate({ to: '/customers/$customerId/$tab', params: { customerId: id, tab: 'details' } })
      }
      onAdd={(typed) => {
        leaveTyped(typed);
        void navigate({ to: '/customers/new' });
      }}
    >
      <Outlet />
    </CustomersView>
  );
}
