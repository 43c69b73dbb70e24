import { useNavigate } from '@tanstack/react-router';
import { client } from '../../api/client.ts';
import { useMay } from '../../app/access.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import styles from './price-list.module.css';

/** In settings, for managers: the way to the price list. */
export function PriceListSection() {
  const may = useMay();
  return may(client.visits.wholePriceList) ? <Section /> : null;
}

function Section() {
  const t = useTexts();
  const navigate = useNavigate();
  const open = () => void navigate({ to: '/settings/price-list' });
  useViewKeys([{ keys: 'F8', label: t('prices:settings.open'), action: open }]);
  return (
    <section className={styles.section} aria-labelledby="settings-prices">
      <SectionHead id="settings-prices" title={t('prices:title')} />
      <p className={twoPanes.help}>{t('prices:settings.text')}</p>
      <div>
        <Button keys="F8" onPress={open}>
          {t('prices:settings.open')}
        </Button>
      </div>
    </section>
  );
}
