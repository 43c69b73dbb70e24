import { useQuery } from '@tanstack/react-query';
import { ArrowRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { actionsWithValues, type EventValues, type LogRow } from '#shared/features/audit/log.ts';
import { formatDate, formatInstant, isoDateSchema } from '#shared/values/dates.ts';
import { formatCents } from '#shared/values/money.ts';
import { formatPhone } from '#shared/values/phone.ts';
import { client } from '../../../api/client.ts';
import { ReadFault } from '../../../app/read-fault.tsx';
import type { fi } from '../../../locales/fi.ts';
import { type Translate, useTexts } from '../../../locales/use-texts.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { MarkResolution } from './mark-resolution.tsx';
import { numberText } from './number-text.ts';
import styles from './open-row.module.css';
import { shortHash } from './short-hash.ts';

interface OpenRowProps {
  row: LogRow;
  onOpenCustomer: (customerId: string) => void;
}

/** Everything that the log knows of one event. */
export function OpenRow({ row, onOpenCustomer }: OpenRowProps) {
  const t = useTexts();
  const { customer, workstation, hash, sequence, marks } = row;
  return (
    <div className={styles.box}>
      <div className={styles.facts}>
        {customer && actionsWithValues.includes(row.action) && row.outcome === 'done' && (
          <Values sequence={sequence} />
        )}
        <Fact label={t('audit:log.row.workstation')}>
          {workstation ?? <span className={styles.dim}>{t('audit:log.row.noWorkstation')}</span>}
        </Fact>
        <Fact label={t('audit:log.row.number')}>{numberText(sequence)}</Fact>
        <Fact label={t('audit:log.row.hash')}>
          <span className={styles.hash} title={hash}>
            {shortHash(hash)}
          </span>
        </Fact>
        {customer?.name != null && (
          <span className={styles.link}>
            <LinkButton onPress={() => onOpenCustomer(customer.id)}>{t('audit:log.row.card')}</LinkButton>
          </span>
        )}
      </div>
      {marks.length > 0 && <MarkResolution sequence={sequence} marks={marks} />}
    </div>
  );
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.fact}>
      <span>{label}</span>
      <p>{children}</p>
    </div>
  );
}

/** Asked from the register only when the row is opened: the values are the customer's data, and the look is logged. */
function Values({ sequence }: { sequence: number }) {
  const t = useTexts();
  const read = useQuery(client.audit.values({ sequence }));
  if (!read.data) {
    return (
      <>
        <ReadFault isInline of={read} />
        {!read.error && <Fact label={t('audit:log.row.after')}>{t('audit:log.row.loading')}</Fact>}
      </>
    );
  }
  return <ShownValues values={read.data.values} />;
}

function ShownValues({ values }: { values: EventValues }) {
  const t = useTexts();
  switch (values.kind) {
    case 'details':
      return values.changes.map(({ field, before, after }) => (
        <BeforeAfter
          key={field}
          title={fieldName(t, field)}
          before={shownValue(t, field, before)}
          after={shownValue(t, field, after)}
        />
      ));
    case 'consent':
      return (
        <>
          <BeforeAfter
            title={[
              t(`words:purposes.${values.purpose}`),
              ...values.channels.map((channel) => t(`words:channels.${channel}`)),
            ].join(', ')}
            before={t(`words:states.${values.before}`)}
            after={[
              t(`words:states.${values.after}`),
              values.wordingVersion !== null &&
                t('audit:log.row.wording', { version: values.wordingVersion }),
            ]
              .filter(Boolean)
              .join(', ')}
          />
          <Fact label={t('audit:log.row.way')}>{t(`words:ways.${values.way}`)}</Fact>
        </>
      );
    case 'visit':
      return (
        <Fact label={t('audit:log.row.visit')}>
          {[formatInstant(values.at), values.service, formatCents(values.totalCents)]
            .filter(Boolean)
            .join(', ')}
        </Fact>
      );
    case 'reason':
      return <Fact label={t('audit:log.row.reason')}>{values.reason}</Fact>;
    case 'none':
      return null;
  }
}

function BeforeAfter({ title, before, after }: { title: string; before: string; after: string }) {
  const t = useTexts();
  return (
    <div className={styles.change}>
      <span className={styles.changed}>{title}</span>
      <Fact label={t('audit:log.row.before')}>{before}</Fact>
      <ArrowRight size={16} aria-hidden="true" />
      <Fact label={t('audit:log.row.after')}>{after}</Fact>
    </div>
  );
}

type FieldName = keyof typeof fi.customers.fields;

function fieldName(t: Translate, field: string): string {
  const known: Record<string, string> = t('customers:fields', { returnObjects: true });
  return Object.hasOwn(known, field) ? t(`customers:fields.${field as FieldName}`) : field;
}

function shownValue(t: Translate, field: string, value: string | null): string {
  if (value === null || value === '') return t('audit:log.row.empty');
  if (field === 'phone') return formatPhone(value);
  if (field === 'sex') return t(`words:sexes.${value as 'female'}`);
  if (field === 'language') return t(`words:languages.${value as 'fi'}`);
  if (field === 'contactProtected')
    return t(value === 'yes' ? 'customers:history.yes' : 'customers:history.no');
  if (field === 'source') return t(`words:sources.${value as 'customer'}`);
  return isoDateSchema.safeParse(value).success ? formatDate(value) : value;
}
