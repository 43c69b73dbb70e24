import { Lock, ScrollText, WifiOff } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DoorState } from '#shared/features/auth/contract.ts';
import { Brand } from '../../../app/shell/brand.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import styles from './door-frame.module.css';
import { Drawer } from './drawer.tsx';

/** `unknown`: the register has not been asked yet; the lines that its name will take are kept free. */
type Clinic = DoorState['clinic'] | 'unknown';

/** The card drawer with the clinic's card: the half of the door that nobody has to read before signing in. */
export function DoorCover({ clinic }: { clinic: Clinic }) {
  return (
    <div className={styles.left}>
      <header className={styles.bar}>
        <Brand />
      </header>
      <Drawer />
      <ClinicCard clinic={clinic} />
    </div>
  );
}

function ClinicCard({ clinic }: { clinic: Clinic }) {
  const t = useTexts();
  return (
    <section className={styles.card} aria-label={t('auth:front.tab')}>
      <span className={styles.tab} aria-hidden="true">
        {t('auth:front.tab')}
      </span>
      {clinic === 'unknown' && (
        <>
          <p className={styles.clinic}>{'\u00a0'}</p>
          <p className={styles.address}>{'\u00a0'}</p>
        </>
      )}
      {clinic && clinic !== 'unknown' && (
        <>
          <h2 className={styles.clinic}>{clinic.name}</h2>
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
