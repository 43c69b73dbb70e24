import type { CustomerHit } from '#shared/features/customers/contract.ts';
import { ageOn } from '#shared/values/dates.ts';
import { formatPhone } from '#shared/values/phone.ts';
import { StateMark } from '../../../app/state-mark.tsx';
import type { Translate } from '../../../locales/use-texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ConsentMark } from '../../../ui/consent-mark.tsx';
import { Found } from '../found.tsx';
import { findDate, findDigits, findWords } from '../highlight.ts';
import styles from './customer-list.module.css';
import { markColumns } from './mark-columns.ts';
import type { MarkLabels } from './mark-labels.ts';

const adult = 18;

interface HitRowProps {
  hit: CustomerHit;
  typed: string;
  id: string;
  isActive: boolean;
  isOpen: boolean;
  onOpen: () => void;
  /** What every row needs, found once for all of them. */
  t: Translate;
  labels: MarkLabels;
  /** Date. */
  today: string;
}

/** One customer in the list. The focus stays in the search box, so a press must not take it. */
export function HitRow({ hit, typed, id, isActive, isOpen, onOpen, t, labels, today }: HitRowProps) {
  const age = ageOn(hit.birthDate, today);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the combobox above has the keys of its options
    // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points here, the focus stays above
    <div
      role="option"
      id={id}
      aria-selected={isActive}
      data-open={isOpen || undefined}
      className={styles.row}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onOpen}
    >
      <div className={styles.who}>
        <span className={styles.name}>
          <b>
            <Found pieces={findWords(hit.lastName, typed)} />
          </b>{' '}
          <Found pieces={findWords(hit.firstNames, typed)} />
        </span>
        <span className={styles.below}>
          <Found pieces={findDigits(String(hit.number), typed)} />
          {hit.isRestricted && (
            <Badge tone="hold" icon={<ConsentMark state="restricted" size={14} />}>
              {t('customers:restriction.short')}
            </Badge>
          )}
          {hit.isDeceased && <Badge>{t('customers:deceased.short')}</Badge>}
          {age < adult && !hit.isDeceased && <Badge>{t('customers:search.years', { age })}</Badge>}
          {hit.language !== 'fi' && <Badge>{t(`customers:form.languages.${hit.language}`)}</Badge>}
        </span>
      </div>
      <div className={styles.reach}>
        <span>
          <Found pieces={findDate(hit.birthDate, typed, today)} />
        </span>
        {hit.phone ? (
          <span>
            <Found pieces={findDigits(formatPhone(hit.phone), typed)} />
          </span>
        ) : (
          <span className={styles.none}>
            {t(hit.contactProtected ? 'customers:protected.word' : 'customers:search.noPhone')}
          </span>
        )}
      </div>
      <div className={styles.marks}>
        {markColumns.map((column) => (
          <StateMark key={column} state={hit.marks[column]} label={labels(column, hit.marks[column])} />
        ))}
      </div>
    </div>
  );
}
