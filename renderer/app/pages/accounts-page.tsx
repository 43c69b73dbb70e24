import { AccountsPage as Accounts } from '../../features/accounts/accounts-page.tsx';
import { RotateDialog } from '../../features/keys/rotate-dialog.tsx';

/** The accounts; when somebody leaves, a new key of the database is offered. */
export function AccountsPage() {
  return <Accounts rotation={(whoLeft, onClose) => <RotateDialog whoLeft={whoLeft} onClose={onClose} />} />;
}
