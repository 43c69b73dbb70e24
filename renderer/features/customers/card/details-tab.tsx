import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { CustomerCard } from '#shared/features/customers/contract.ts';
import { dateAt, formatDate, formatTime } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Definition, DefinitionList } from '../../../ui/definition-list.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { SectionHead } from '../../../ui/section-head.tsx';
import { RecordsSection } from '../records/records-section.tsx';
import { ContactSection } from './contact-section.tsx';
import styles from './details-tab.module.css';
import { HetuRow } from './hetu-row.tsx';
import { RestrictButton } from './restrict-button.tsx';
import { useRevealedContact, withShown } from './use-revealed-contact.tsx';

interface DetailsTabProps {
  customerId: string;
  onEdit: () => void;
  onShowHistory: () => void;
  /** another customer: a guardian, a ward */
  onOpen: (customerId: string) => void;
  onOpenGroup: (groupId: string) => void;
  /** what other features tell in short: permissions, latest visits */
  side: ReactNode;
}

/** The customer's own details, and beside them the other tabs in short. */
export function DetailsTab({ customerId, side, ...ways }: DetailsTabProps) {
  const { data: card } = useQuery(client.customers.card({ customerId }));
  if (!card) return null;
  return (
    <div className={styles.body}>
      <OwnDetails key={card.id} card={card} {...ways} />
      <div className={styles.side}>{side}</div>
    </div>
  );
}

type OwnDetailsProps = Omit<DetailsTabProps, 'customerId' | 'side'> & { card: CustomerCard };

function OwnDetails({ card, onEdit, onShowHistory, onOpen, onOpenGroup }: OwnDetailsProps) {
  const revealed = useRevealedContact(card);
  return (
    <div className={styles.column}>
      <PersonSection card={card} onEdit={onEdit} />
      <ContactSection card={card} revealed={revealed} />
      <RecordsSection card={withShown(card, revealed.contact)} onOpen={onOpen} onOpenGroup={onOpenGroup} />
      <RelationshipSection card={card} onShowHistory={onShowHistory} />
    </div>
  );
}

function PersonSection({ card, onEdit }: { card: CustomerCard; onEdit: () => void }) {
  const t = useTexts();
  return (
    <section>
      <SectionHead
        title={t('customers:card.person')}
        end={
          <LinkButton keys="F8" onPress={onEdit}>
            {t('customers:card.edit')}
          </LinkButton>
        }
      />
      <DefinitionList>
        <Definition term={t('customers:card.name')}>
          {card.lastName}, {card.firstNames}
          {card.nameInUse && (
            <span className={styles.dim}>{t('customers:card.calledName', { name: card.nameInUse })}</span>
          )}
        </Definition>
        <HetuRow key={card.id} customerId={card.id} masked={card.maskedHetu} />
        <Definition term={t('customers:card.language')}>{t(`words:languages.${card.language}`)}</Definition>
        {card.onlineUserName && (
          <Definition term={t('customers:card.onlineUserName')}>{card.onlineUserName}</Definition>
        )}
        {card.deceasedOn && (
          <Definition term={t('customers:fields.deceasedOn')}>{formatDate(card.deceasedOn)}</Definition>
        )}
      </DefinitionList>
    </section>
  );
}

function RelationshipSection({ card, onShowHistory }: { card: CustomerCard; onShowHistory: () => void }) {
  const t = useTexts();
  const day = (instant: string) => formatDate(dateAt(instant));
  const updated = t('dateAndTime', { date: day(card.updatedAt), time: formatTime(card.updatedAt) });
  return (
    <section>
      <SectionHead title={t('customers:card.relationship')} />
      <DefinitionList>
        <Definition term={t('customers:card.since')}>{day(card.createdAt)}</Definition>
        <Definition term={t('customers:card.source')}>
          {t(`words:sources.${card.source}`)}
          <span className={styles.dim}>{day(card.sourceAt)}</span>
        </Definition>
        <Definition
          term={t('customers:card.updated')}
          end={<LinkButton onPress={onShowHistory}>{t('customers:card.showHistory')}</LinkButton>}
        >
          {updated}
          <span className={styles.dim}>{card.updatedBy}</span>
        </Definition>
      </DefinitionList>
      <RestrictButton card={card} />
    </section>
  );
}
