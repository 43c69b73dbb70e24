import type { ReactNode } from 'react';
import { useTexts } from '../../locales/use-texts.ts';
import { AppearanceSection } from './appearance-section.tsx';
import { BackupSection } from './backup-section.tsx';
import { ClinicSection } from './clinic-section.tsx';
import { LockingSection } from './locking-section.tsx';
import { PasswordSection } from './password-section.tsx';
import styles from './settings-page.module.css';
import { SignInsSection } from './sign-ins-section.tsx';

interface SettingsPageProps {
  /** the sections of other features: the register's keys, the price list, the groups of customers */
  keys: ReactNode;
  prices: ReactNode;
  groups: ReactNode;
}

export function SettingsPage({ keys, prices, groups }: SettingsPageProps) {
  const t = useTexts();
  return (
    <div className={styles.page}>
      <h1>{t('settings:title')}</h1>
      <div className={styles.columns}>
        <div className={styles.column}>
          <ClinicSection />
          {prices}
          {groups}
          <BackupSection />
          {keys}
        </div>
        <div className={styles.column}>
          <PasswordSection />
          <SignInsSection />
          <LockingSection />
          <AppearanceSection />
        </div>
      </div>
    </div>
  );
}
