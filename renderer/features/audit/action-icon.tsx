import {
  CircleAlert,
  DatabaseBackup,
  Eye,
  FileLock2,
  Link2,
  Lock,
  LogIn,
  LogOut,
  type LucideIcon,
  Pencil,
  Plus,
  Search,
  Settings2,
  UserCog,
} from 'lucide-react';
import { type ActionGroup, actionGroups, actionsOfGroup } from '#shared/features/audit/action-groups.ts';

const ofActions: Readonly<Record<string, LucideIcon>> = {
  'customers.register': Plus,
  'auth.lock': Lock,
  'auth.signOut': LogOut,
  'audit.list': Eye,
  'audit.headMissing': CircleAlert,
};

const ofGroups: Readonly<Record<ActionGroup, LucideIcon>> = {
  looks: Eye,
  searches: Search,
  changes: Pencil,
  visits: Plus,
  consents: Pencil,
  exports: FileLock2,
  'signing-in': LogIn,
  accounts: UserCog,
  settings: Settings2,
  backups: DatabaseBackup,
  log: Link2,
};

/** Looking, adding, changing or taking out: the shape before the words. */
export function ActionIcon({ action, outcome }: { action: string; outcome?: string }) {
  const Icon = outcome === 'failed' || outcome === 'refused' ? CircleAlert : iconOf(action);
  return <Icon size={15} aria-hidden="true" />;
}

function iconOf(action: string): LucideIcon {
  const group = actionGroups.find((one) => actionsOfGroup(one).includes(action));
  return ofActions[action] ?? (group ? ofGroups[group] : Eye);
}
