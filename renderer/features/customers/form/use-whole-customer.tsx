import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { RevealDialog } from '../reveal-dialog.tsx';
import { freshForm, type StoredCustomer } from './stored-customer.ts';

interface WholeCustomer {
  /** Null while it is loaded, or while protected contact details wait for a reason. */
  whole: StoredCustomer | null;
  dialog: ReactNode;
  /** What is stored now; asks for a reason if the contact details have become protected meanwhile. */
  readNewest: () => Promise<StoredCustomer>;
}

type Answer = (contact: Partial<StoredCustomer>) => void;

/** The stored customer with contact details: protected ones are fetched for a reason, asked once for each form. */
export function useWholeCustomer(
  customerId: string,
  stored: StoredCustomer | undefined,
  onRefuse: () => void,
): WholeCustomer {
  const queryClient = useQueryClient();
  const reveal = useCommand(client.customers.revealContact);
  const [whole, setWhole] = useState<StoredCustomer | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [waiting, setWaiting] = useState<{ answer: Answer } | null>(null);

  const isAsking = waiting !== null || (whole === null && stored?.contactProtected === true);
  if (whole === null && stored && !stored.contactProtected) setWhole(stored);

  const onConfirm = async (typed: string) => {
    // a refusal stands in the dialog
    const contact = await reveal.mutateAsync({ customerId, reason: typed }).catch(() => null);
    if (contact === null) return;
    setReason(typed);
    if (waiting) waiting.answer(contact);
    else if (stored) setWhole({ ...stored, ...contact });
    setWaiting(null);
  };
  const readNewest = async () => {
    const newest = await queryClient.fetchQuery(freshForm(customerId));
    if (!newest.contactProtected) return newest;
    const contact =
      reason === null
        ? await new Promise<Partial<StoredCustomer>>((resolve) => {
            setWaiting({ answer: resolve });
          })
        : await reveal.mutateAsync({ customerId, reason });
    return { ...newest, ...contact };
  };
  return {
    whole,
    readNewest,
    dialog: isAsking && (
      <RevealDialog
        isEdit
        error={reveal.error}
        isPending={reveal.isPending}
        onConfirm={(typed) => void onConfirm(typed)}
        onClose={onRefuse}
      />
    ),
  };
}
