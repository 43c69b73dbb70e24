import { Eye, FileLock2, type LucideIcon, Pencil, Plus } from 'lucide-react';

const adds: readonly string[] = ['customers.register', 'visits.log'];
const changes: readonly string[] = ['customers.edit', 'consents.record'];

/** Looking, adding, changing or taking out: the shape before the words. */
export function ActionIcon({ action }: { action: string }) {
  const Icon = iconOf(action);
  return <Icon size={15} aria-hidden="true" />;
}

function iconOf(action: string): LucideIcon {
  if (adds.includes(action)) return Plus;
  if (changes.includes(action)) return Pencil;
  return action === 'reports.exportCustomer' ? FileLock2 : Eye;
}
