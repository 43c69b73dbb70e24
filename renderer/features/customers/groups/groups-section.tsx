import { useNavigate } from '@tanstack/react-router';
import { client } from '../../../api/client.ts';
import { useMay } from '../../../app/access.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import twoPanes from '../../../ui/two-panes.module.css';
import styles from './groups-page.module.css';

/** In settings: the way to the groups and their customers. */
export function GroupsSection() {
  const may = useMay();
  return may(client.customers.groupMembers) ? <Section /> : null;
}

function Section() {
  const t = useTexts();
  const navigate = useNavigate();
  const open = () => void navigate({ to: '/customers/groups' });
  useViewKeys([{ keys: 'Alt+R', label: t('customers:groups.open'), action: open, onBar: false }]);
  return (
    <section className={styles.section} aria-labelledby="settings-groups">
      <SectionHead id="settings-groups" title={t('customers:groups.title')} />
      <p className={twoPanes.help}>{t('customers:groups.lead')}</p>
      <div>
        <Button keys={['Alt', 'R']} onPress={open}>
          {t('customers:groups.open')}
        </Button>
      </div>
    </section>
  );
}
