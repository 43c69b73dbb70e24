import { UserPlus } from 'lucide-react';
import { Trans } from 'react-i18next';
import { formatDate } from '#shared/values/dates.ts';
import { parseHetu } from '#shared/values/hetu.ts';
import { listName } from '#shared/values/names.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Button } from '../../../ui/button.tsx';
import { InlineError } from '../../../ui/inline-error.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import styles from './no-hits.module.css';
import { useNearHits } from './use-customer-search.ts';

interface NoHitsProps {
  typed: string;
  onOpen: (customerId: string) => void;
  onAdd: () => void;
}

/** Nobody was found: what to try, who was perhaps meant, and registering with what was typed. */
export function NoHits({ typed, onOpen, onAdd }: NoHitsProps) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const near = useNearHits(typed, true);
  const hetu = parseHetu(typed);
  /** An identity code with a slip in it is nobody's, which does not mean that the customer is new. */
  const slip = hetu.ok || hetu.issue === 'hetu-format' ? null : ofIssue(hetu.issue);
  return (
    <div className={styles.noHits}>
      <h2>{t('customers:search.noHits', { text: typed })}</h2>
      {slip && <InlineError>{slip}</InlineError>}
      <p>
        <Trans t={t} i18nKey="customers:search.noHitsHelp" components={{ code: <code /> }} />
      </p>
      {near.length > 0 && (
        <>
          <h3 className={styles.near}>{t('customers:search.near')}</h3>
          <ul>
            {near.map((hit) => (
              <li key={hit.id}>
                <LinkButton onPress={() => onOpen(hit.id)}>{listName(hit)}</LinkButton>
                <span className={styles.numbers}>
                  {hit.number} · {formatDate(hit.birthDate)}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Button variant="primary" keys="F3" icon={<UserPlus size={16} aria-hidden="true" />} onPress={onAdd}>
        {t('customers:search.addTyped', { text: typed })}
      </Button>
    </div>
  );
}
