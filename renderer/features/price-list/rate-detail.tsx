import { zodResolver } from '@hookform/resolvers/zod';
import { useForm } from 'react-hook-form';
import { z } from 'zod';
import { oldestPriceDate, type VatRate } from '#shared/features/visits/price-list-contract.ts';
import { priceOn, type VatClass } from '#shared/features/visits/price-on.ts';
import { formatDate, isoDateSchema, today } from '#shared/values/dates.ts';
import { formatVatRate } from '#shared/values/money.ts';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useFaultTexts } from '../../app/fault-text.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Controlled } from '../../ui/form/controlled.tsx';
import { InlineError } from '../../ui/inline-error.tsx';
import { LinkButton } from '../../ui/link-button.tsx';
import { SectionHead } from '../../ui/section-head.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useToasts } from '../../ui/toast.tsx';
import twoPanes from '../../ui/two-panes.module.css';
import { ChangeList } from './change-list.tsx';
import { DetailForm } from './detail-form.tsx';
import { parsePercent } from './percent.ts';
import styles from './price-list.module.css';
import { type ResumedForm, rateDraft } from './price-list-draft.ts';
import { type TypedForms, useTypedForm } from './typed-forms.ts';

const rateFormSchema = z.strictObject({
  rate: z.string().transform((text, context) => {
    const rate = parsePercent(text);
    if (rate !== null) return rate;
    context.addIssue({ code: 'custom', message: 'percent-format' });
    return z.NEVER;
  }),
  validFrom: isoDateSchema,
});
type RateForm = z.input<typeof rateFormSchema>;
type ReadRate = z.output<typeof rateFormSchema>;

const nothingTyped: RateForm = { rate: '', validFrom: '' };

interface RateDetailProps {
  vatClass: VatClass;
  /** Of the class, oldest first. */
  rates: readonly VatRate[];
  typed: TypedForms;
  resumed: ResumedForm | null;
  onLeave: () => void;
}

/** One class of VAT: a new rate from a day, and every rate there has been. Health care has none to change. */
export function RateDetail(props: RateDetailProps) {
  const t = useTexts();
  const { vatClass } = props;
  if (vatClass !== 'exempt') return <TaxedClass {...props} vatClass={vatClass} />;
  return (
    <aside className={twoPanes.detail} aria-labelledby="price-detail">
      <div className={twoPanes.body}>
        <h2 id="price-detail" className={twoPanes.title}>
          {t('prices:rate.title', { name: t('prices:classes.exempt') })}
        </h2>
        <p className={twoPanes.sub}>{t('prices:rate.exemptHelp')}</p>
      </div>
    </aside>
  );
}

function TaxedClass({
  vatClass,
  rates,
  typed,
  resumed,
  onLeave,
}: RateDetailProps & { vatClass: Exclude<VatClass, 'exempt'> }) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  const toasts = useToasts();
  const name = t(`prices:classes.${vatClass}`);
  const form = useForm<RateForm, unknown, ReadRate>({
    resolver: zodResolver(rateFormSchema),
    defaultValues: nothingTyped,
  });
  const kept = useTypedForm(form, {
    as: 'visits.setVatRate',
    view: 'rates',
    row: { id: vatClass, version: null },
    start: nothingTyped,
    about: () => name,
    typed,
    resumed,
    read: rateDraft,
  });
  const save = useCommand(client.visits.setVatRate, {
    draftId: kept.draftId,
    onDone: () => {
      kept.saved(nothingTyped);
      toasts.show({ text: t('prices:saved', { name }) });
    },
  });
  const submit = form.handleSubmit(({ rate, validFrom }) => {
    const replaces = rates.find((one) => one.validFrom === validFrom)?.rate ?? null;
    if (!save.isPending) save.mutate({ vatClass, validFrom, rate, replaces });
  });
  const bind = { control: form.control, errorText: ofIssue };
  return (
    <DetailForm
      title={t('prices:rate.title', { name })}
      sub={t(`prices:classLaw.${vatClass}`)}
      error={save.error}
      isChanged={form.formState.isDirty}
      isPending={save.isPending}
      submit={submit}
      onCancel={() => {
        kept.discard();
        onLeave();
      }}
      after={
        <>
          <RateList vatClass={vatClass} rates={rates} />
          <ChangeList subject="vat-rate" subjectId={vatClass} />
        </>
      }
    >
      <div className={styles.equal}>
        <Controlled {...bind} name="rate">
          {(field) => (
            <TextField label={t('prices:rate.new')} suffix="%" isNumeric inputMode="decimal" {...field} />
          )}
        </Controlled>
        <Controlled {...bind} name="validFrom">
          {(field) => <DateField label={t('prices:item.from')} {...field} />}
        </Controlled>
      </div>
      <p className={twoPanes.help}>{t('prices:rate.help')}</p>
    </DetailForm>
  );
}

function RateList({ vatClass, rates }: { vatClass: Exclude<VatClass, 'exempt'>; rates: readonly VatRate[] }) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const remove = useCommand(client.visits.removeVatRate);
  const day = today();
  return (
    <section>
      <SectionHead level={3} title={t('prices:rate.all')} />
      {remove.error && <InlineError>{ofError(remove.error)}</InlineError>}
      <Table
        isPlain
        label={t('prices:rate.all')}
        rows={[...rates].reverse()}
        rowId={({ validFrom }) => validFrom}
        columns={[
          {
            id: 'from',
            header: t('prices:item.from'),
            isRowHeader: true,
            width: '40%',
            cell: ({ validFrom }) =>
              validFrom === oldestPriceDate ? t('prices:item.always') : formatDate(validFrom),
          },
          { id: 'rate', header: t('prices:rate.rate'), cell: ({ rate }) => formatVatRate(rate) },
          {
            id: 'end',
            header: t('prices:table.status'),
            align: 'end',
            cell: (rate) =>
              rate.validFrom > day ? (
                <LinkButton onPress={() => remove.mutate({ vatClass, validFrom: rate.validFrom })}>
                  {t('prices:takeBack')}
                </LinkButton>
              ) : (
                rate === priceOn(rates, day) && t('prices:status.inForce')
              ),
          },
        ]}
      />
    </section>
  );
}
