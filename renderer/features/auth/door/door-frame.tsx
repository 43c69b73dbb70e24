import { Lock, ScrollText, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DoorState } from '#shared/features/auth/contract.ts';
import { Brand } from '../../../app/shell/brand.tsx';
import { useTitleBar } from '../../../app/title-bar.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import styles from './door-frame.module.css';
import { Drawer } from './drawer.tsx';
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
      <div className={styles.left}>
        <header className={styles.bar}>
          <Brand />
        </header>
        <Drawer />
        <ClinicCard clinic={clinic} />
      </div>
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

function ClinicCard({ clinic }: { clinic: DoorState['clinic'] }) {
  const t = useTexts();
  return (
    <section className={styles.card} aria-label={t('auth:front.tab')}>
      <span className={styles.tab} aria-hidden="true">
        {t('auth:front.tab')}
      </span>
      {clinic && (
        <>
          <h2>{clinic.name}</h2>
          <p className={styles.address}>
            {clinic.street}, {clinic.postalCode} {clinic.city}
          </p>
        </>
      )}
      <ul className={styles.trust}>
        <Trust icon={<Lock size={18} />} title={t('auth:front.encrypted')}>
          {t('auth:front.encryptedText')}
        </Trust>
        <Trust icon={<WifiOff size={18} />} title={t('auth:front.offline')}>
          {t('auth:front.offlineText')}
        </Trust>
        <Trust icon={<ScrollText size={18} />} title={t('auth:front.logged')}>
          {t('auth:front.loggedText')}
        </Trust>
      </ul>
    </section>
  );
}

function Trust({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <li>
      <span aria-hidden="true">{icon}</span>
      <span>
        <b>{title}</b>
        {children}
      </span>
    </li>
  );
}
