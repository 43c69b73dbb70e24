import { type ReactNode, useState } from 'react';
import { BlankCard } from './card/blank-card.tsx';
import styles from './customers-view.module.css';
import { CustomerList } from './list/customer-list.tsx';

interface CustomersViewProps {
  openId: string | null;
  /** Settles when the card is on the screen. */
  onOpen: (customerId: string) => Promise<void>;
  /** `typed` is the search text when it found nobody, otherwise empty. */
  onAdd: (typed: string) => void;
  /** The card needs the whole width: the list waits behind it, with its search as it was. */
  isCardAlone?: boolean;
  /** the open card */
  children: ReactNode;
}

/** Search and hits on the left, the open card on the right; on a narrow window one or the other. */
export function CustomersView({ openId, onOpen, onAdd, isCardAlone, children }: CustomersViewProps) {
  const [text, setText] = useState('');
  return (
    <div
      className={styles.split}
      data-open={openId !== null || undefined}
      data-alone={isCardAlone || undefined}
    >
      <div className={styles.list}>
        <CustomerList text={text} onTextChange={setText} openId={openId} onOpen={onOpen} onAdd={onAdd} />
      </div>
      <div className={styles.card}>
        {openId === null ? <BlankCard withRecent={text.trim() !== ''} onOpen={onOpen} /> : children}
      </div>
    </div>
  );
}
