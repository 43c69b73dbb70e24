import type { ReactNode } from 'react';
import type { DoorState } from '#shared/features/auth/contract.ts';
import { useTitleBar } from '../../../app/title-bar.ts';
import { DoorCover } from './door-cover.tsx';
import styles from './door-frame.module.css';
import { LanguageSwitch } from './language-switch.tsx';

/** The card drawer with the clinic's card on the left, what is asked on the right. */
export function DoorFrame({
  clinic,
  foot,
  children,
}: {
  clinic: DoorState['clinic'];
  foot?: ReactNode;
  children: ReactNode;
}) {
  useTitleBar('surface');
  return (
    <div className={styles.frame}>
      <DoorCover clinic={clinic} />
      <main className={styles.right}>
        <div className={styles.head}>
          <LanguageSwitch />
        </div>
        {children}
        <p className={styles.foot}>{foot}</p>
      </main>
    </div>
  );
}
