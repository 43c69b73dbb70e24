import { Link, useNavigate } from '@tanstack/react-router';
import { BookOpen, Lock, LogOut } from 'lucide-react';
import { Button } from 'react-aria-components';
import { desktop } from '../../api/desktop.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { classNames } from '../../ui/class-names.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { Menu } from '../../ui/menu.tsx';
import { useMay } from '../access.ts';
import { keycaps } from '../keys/key-name.ts';
import { usePerson } from '../session.tsx';
import { Brand } from './brand.tsx';
import { tabs } from './tabs.ts';
import styles from './top-bar.module.css';

export function TopBar({ onSignOut }: { onSignOut: () => void }) {
  const t = useTexts();
  const may = useMay();
  return (
    <header className={styles.top}>
      <Brand />
      <nav className={styles.nav} aria-label={t('shell:mainMenu')}>
        {tabs
          .filter(({ needs }) => may(needs))
          .map(({ id, to }) => (
            <Link key={id} to={to} activeProps={{ 'aria-current': 'page' }}>
              {t(`shell:tabs.${id}`)}
            </Link>
          ))}
      </nav>
      <div className={styles.end}>
        <AccountMenu onSignOut={onSignOut} />
        <Button className={classNames(styles.lock)} onPress={() => void desktop.lock()}>
          <Lock size={15} aria-hidden="true" />
          {t('shell:lock')}
          <Kbd keys={keycaps('Ctrl+L')} />
        </Button>
      </div>
    </header>
  );
}

function AccountMenu({ onSignOut }: { onSignOut: () => void }) {
  const t = useTexts();
  const { name, roles } = usePerson();
  const navigate = useNavigate();
  return (
    <Menu
      label={t('shell:account')}
      className={styles.who}
      actions={[
        {
          id: 'sign-out',
          label: t('shell:signOut'),
          icon: <LogOut size={15} aria-hidden="true" />,
          onAction: onSignOut,
        },
        {
          id: 'guide',
          label: t('guide:title'),
          icon: <BookOpen size={15} aria-hidden="true" />,
          onAction: () => void navigate({ to: '/guide' }),
        },
      ]}
    >
      <b>{name}</b>
      <span>{roles.map((role) => t(`words:roles.${role}`)).join(', ')}</span>
    </Menu>
  );
}
