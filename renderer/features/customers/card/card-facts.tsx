import type { ReactNode } from 'react';
import type { CustomerCard } from '#shared/features/customers/contract.ts';
import { ageOn, formatDate, today } from '#shared/values/dates.ts';
import { formatPhone } from '#shared/values/phone.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import styles from './card-facts.module.css';

interface CardFactsProps {
  card: CustomerCard;
  lastVisit?: ReactNode;
  /** only what is needed while something is recorded: age, language, phone */
  isShort?: boolean;
}

/** What the desk needs to see at once, in one row under the name. */
export function CardFacts({ card, lastVisit, isShort = false }: CardFactsProps) {
  const t = useTexts();
  // the dead grow no older
  const age = ageOn(card.birthDate, card.deceasedOn ?? today());
  return (
    <dl className={styles.facts}>
      {!isShort && <Fact term={t('customers:card.facts.number')}>{card.number}</Fact>}
      <Fact term={t('customers:card.facts.age')}>
        {t('customers:card.ageInYears', { age })}
        <span className={styles.aside}> · {formatDate(card.birthDate)}</span>
      </Fact>
      {!isShort && (
        <Fact isMinor term={t('customers:card.facts.sex')}>
          {t(`words:sexes.${card.sex}`)}
        </Fact>
      )}
      <Fact term={t('customers:card.facts.language')}>{t(`words:languages.${card.language}`)}</Fact>
      {card.phone && <Fact term={t('customers:card.facts.phone')}>{formatPhone(card.phone)}</Fact>}
      {card.contactProtected && (
        <Fact term={t('customers:card.facts.phone')}>{t('customers:protected.word')}</Fact>
      )}
      {!isShort && (
        <Fact isMinor term={t('customers:card.facts.lastVisit')}>
          {lastVisit}
        </Fact>
      )}
    </dl>
  );
}

/** A minor one makes room first when the card is narrow. */
function Fact({ term, isMinor, children }: { term: string; isMinor?: boolean; children: ReactNode }) {
  return (
    <div className={styles.fact} data-minor={isMinor}>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
