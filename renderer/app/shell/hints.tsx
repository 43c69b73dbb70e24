import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { Lightbulb } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Trans } from 'react-i18next';
import type { FirstStep } from '#shared/features/audit/first-steps.ts';
import { client } from '../../api/client.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { LinkButton } from '../../ui/link-button.tsx';
import { useMay } from '../access.ts';
import styles from './hints.module.css';

/**
 * One line above the keys that tells a new person the next thing to try. It goes away for good when that has been
 * done once, and for this time when it is closed.
 */
export function Hints() {
  const may = useMay();
  return may(client.audit.firstSteps) ? <NextHint /> : null;
}

function NextHint() {
  const t = useTexts();
  const place = placeOf(useLocation().pathname);
  const [closed, setClosed] = useState<readonly FirstStep[]>([]);
  const { data, refetch } = useQuery(client.audit.firstSteps());
  // a card that was opened is known to the register, not to the page
  useEffect(() => {
    if (place !== null) void refetch();
  }, [place, refetch]);
  const step = data?.left.find((one) => isAt(one, place) && !closed.includes(one));
  if (step === undefined) return null;
  return (
    <aside className={styles.hint} aria-label={t('shell:hints.label')}>
      <Lightbulb size={15} aria-hidden="true" />
      <p>
        <Trans t={t} i18nKey={`shell:hints.${step}`} components={{ key: <kbd /> }} />
      </p>
      <LinkButton onPress={() => setClosed([...closed, step])}>{t('shell:hints.close')}</LinkButton>
    </aside>
  );
}

type Place = 'list' | 'card' | null;

function placeOf(pathname: string): Place {
  if (pathname === '/customers') return 'list';
  return /^\/customers\/[^/]{36}\/(?!edit)/.test(pathname) ? 'card' : null;
}

function isAt(step: FirstStep, place: Place): boolean {
  return place === (step === 'find' ? 'list' : 'card');
}
