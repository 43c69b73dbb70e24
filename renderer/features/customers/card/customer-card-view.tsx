import { useQuery } from '@tanstack/react-query';
import { ArrowLeft } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CustomerCard } from '#shared/features/customers/contract.ts';
import type { AppError } from '#shared/rpc/fault.ts';
import { formatDate } from '#shared/values/dates.ts';
import { listName } from '#shared/values/names.ts';
import { client } from '../../../api/client.ts';
import { useViewKeys } from '../../../app/keys/use-keys.tsx';
import { ReadFault } from '../../../app/read-fault.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { Skeleton } from '../../../ui/skeleton.tsx';
import { type TabItem, TabPanel, Tabs } from '../../../ui/tabs.tsx';
import { CardFacts } from './card-facts.tsx';
import styles from './customer-card-view.module.css';
import { useAltHeld } from './use-alt-held.ts';

export interface CardTab<Id extends string> extends TabItem<Id> {
  panel: ReactNode;
}

interface CustomerCardViewProps<Id extends string> {
  customerId: string;
  tabs: readonly CardTab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** buttons beside the name */
  actions: ReactNode;
  /** prohibitions and restrictions: under the name on every tab */
  strip: ReactNode;
  /** For a tab that needs the height: one low row, with the strip's flags in it and the way back to the list. */
  slim?: { flags: ReactNode; onBack: () => void } | undefined;
  /** the day of the last visit, in words */
  lastVisit: ReactNode;
}

/** The customer's card: name, facts and prohibitions stay while the tabs change. Other features fill the tabs. */
export function CustomerCardView<Id extends string>(props: CustomerCardViewProps<Id>) {
  const t = useTexts();
  const read = useQuery(client.customers.card({ customerId: props.customerId }));
  const { data: card, error } = read;
  if (isNotFound(error)) return <MissingCard />;
  return (
    <section className={styles.card} aria-label={t('customers:card.label')}>
      {!card && read.isFetched && <h1 className={styles.unread}>{t('customers:card.label')}</h1>}
      <ReadFault of={read} isAtEdge />
      {card && <OpenCard {...props} card={card} />}
      {!card && !error && <Skeleton label={t('customers:card.loading')} rows={6} />}
    </section>
  );
}

function OpenCard<Id extends string>(props: CustomerCardViewProps<Id> & { card: CustomerCard }) {
  const { tabs, selected, onSelect, slim } = props;
  const t = useTexts();
  const isAltHeld = useAltHeld();
  const withKeys = tabs.map((tab, index) => ({ ...tab, keys: String(index + 1) }));
  useViewKeys(
    withKeys.map(({ id, keys, label }) => ({
      keys: `Alt+${keys}`,
      label,
      action: () => onSelect(id),
      onBar: false,
    })),
  );
  return (
    <>
      {slim ? <SlimHead {...props} slim={slim} /> : <FullHead {...props} />}
      <Tabs
        label={t('customers:card.tabs')}
        tabs={withKeys}
        selected={selected}
        onSelect={onSelect}
        showKeys={isAltHeld}
      >
        {tabs.map(({ id, panel }) => (
          <TabPanel key={id} id={id}>
            {panel}
          </TabPanel>
        ))}
      </Tabs>
    </>
  );
}

type HeadProps = Pick<CustomerCardViewProps<string>, 'actions' | 'strip' | 'lastVisit'> & {
  card: CustomerCard;
};

function FullHead({ card, actions, strip, lastVisit }: HeadProps) {
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1>
          {listName(card)} <DeceasedBadge on={card.deceasedOn} />
        </h1>
        <div className={styles.actions}>{actions}</div>
      </div>
      <CardFacts card={card} lastVisit={lastVisit} />
      {strip}
    </header>
  );
}

function SlimHead({
  card,
  actions,
  slim: { flags, onBack },
}: HeadProps & { slim: NonNullable<CustomerCardViewProps<string>['slim']> }) {
  const t = useTexts();
  return (
    <header className={styles.slim}>
      <Button small variant="quiet" icon={<ArrowLeft size={16} aria-hidden="true" />} onPress={onBack}>
        {t('shell:tabs.customers')}
      </Button>
      <h1>
        {listName(card)} <DeceasedBadge on={card.deceasedOn} />
      </h1>
      {flags}
      <div className={styles.slimFacts}>
        <CardFacts card={card} isShort />
      </div>
      <div className={styles.slimActions}>{actions}</div>
    </header>
  );
}

function DeceasedBadge({ on }: { on: string | null }) {
  const t = useTexts();
  return on && <Badge>{t('customers:deceased.on', { date: formatDate(on) })}</Badge>;
}

function MissingCard() {
  const t = useTexts();
  return (
    <section className={styles.trouble} aria-label={t('customers:card.label')}>
      <h1>{t('customers:card.label')}</h1>
      <EmptyState title={t('customers:card.missing')}>{t('customers:card.missingText')}</EmptyState>
    </section>
  );
}

function isNotFound(error: AppError | null): boolean {
  return error?.fault.kind === 'not-found';
}
