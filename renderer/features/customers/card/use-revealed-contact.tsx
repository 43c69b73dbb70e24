import { type ReactNode, useEffect, useState } from 'react';
import type { CustomerCard, customersContract } from '#shared/features/customers/contract.ts';
import type { CallOutput } from '#shared/rpc/procedure.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { RevealDialog } from '../reveal-dialog.tsx';
import styles from './details-tab.module.css';

export type Contact = CallOutput<typeof customersContract.revealContact>;

export interface RevealedContact {
  /** Protected contact details while they are shown, with the addresses beside the home address; otherwise null. */
  contact: Contact | null;
  /** Shows or hides them; null when nothing is protected. */
  link: ReactNode;
  dialog: ReactNode;
}

/** The customer can see the screen, so what was shown hides itself again. */
const shownMs = 60_000;

/** Protected contact details of one customer, shown for a reason: give the customer's id as `key`. */
export function useRevealedContact(card: CustomerCard): RevealedContact {
  const t = useTexts();
  const [contact, setContact] = useState<Contact | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const reveal = useCommand(client.customers.revealContact, {
    onDone: (found) => {
      setContact(found);
      setIsAsking(false);
    },
  });
  useEffect(() => {
    if (contact === null) return;
    const timer = setTimeout(() => setContact(null), shownMs);
    return () => clearTimeout(timer);
  }, [contact]);
  if (!card.contactProtected) return { contact: null, link: null, dialog: null };
  return {
    contact,
    link: (
      <>
        <span className={styles.note}>{t('customers:protected.logged')}</span>
        <LinkButton onPress={() => (contact ? setContact(null) : setIsAsking(true))}>
          {t(contact ? 'customers:card.hide' : 'customers:protected.showEllipsis')}
        </LinkButton>
      </>
    ),
    dialog: isAsking && (
      <RevealDialog
        error={reveal.error}
        isPending={reveal.isPending}
        onConfirm={(reason) => reveal.mutate({ customerId: card.id, reason })}
        onClose={() => setIsAsking(false)}
      />
    ),
  };
}

/** The card with the addresses that were shown in the place of those that only say that they are protected. */
export function withShown(card: CustomerCard, contact: Contact | null): CustomerCard {
  if (contact === null) return card;
  const shown = new Map(contact.records.map((record) => [record.id, record]));
  return { ...card, records: card.records.map((record) => shown.get(record.id) ?? record) };
}
