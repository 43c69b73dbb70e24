import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { PriceListItem } from '#shared/features/visits/contract.ts';
import type { VisitKind } from '#shared/features/visits/kinds.ts';
import { client } from '../../../api/client.ts';
import type { ResumedDraft } from '../../../app/drafts/resumed.ts';
import { useSubjectName } from '../../../app/drafts/subject-name.ts';
import { useDraft } from '../../../app/drafts/use-draft.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { ReadFault } from '../../../app/read-fault.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';
import { ErrorSummary } from '../../../ui/error-summary.tsx';
import { Controlled } from '../../../ui/form/controlled.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import type { DraftVisit } from '../visit-list.tsx';
import { DiscardGuard, useDiscardGuard } from './discard-guard.tsx';
import { LinesStep, useVisitLines } from './lines-step.tsx';
import styles from './log-visit-panel.module.css';
import { PaymentStep } from './payment-step.tsx';
import { PractitionerStep } from './practitioner-step.tsx';
import { ServiceStep } from './service-step.tsx';
import { useDiscount } from './use-discount.ts';
import { useListOfDay } from './use-list-of-day.ts';
import { useLogKeys } from './use-log-keys.ts';
import {
  type PriceList,
  useFocusOnService,
  useLogVisit,
  useShownDraft,
  useVisitForm,
} from './use-visit-form.ts';
import { useVisitProblems } from './use-visit-problems.ts';
import { isCharged, without, withService } from './visit-form.ts';
import type { VisitFormApi } from './visit-form-api.ts';
import { WhenStep } from './when-step.tsx';

export interface LogVisitPanelProps {
  customerId: string;
  /** The earlier day that is on the screen, `YYYY-MM-DD`; null is today. */
  day: string | null;
  /** The draft that the panel goes on with: give its id as `key`. */
  resumed: ResumedDraft | null;
  /** Told at every change what the visit is so far. */
  onDraft: (draft: DraftVisit) => void;
  /** Told the id of the visit when it is saved, before the panel closes. */
  onLogged: (visitId: string) => void;
  onClose: () => void;
}

/** Writes down one visit: by the keyboard a service's digit and Ctrl+Enter are enough. */
export function LogVisitPanel(props: LogVisitPanelProps) {
  const read = useQuery(client.visits.priceList());
  const t = useTexts();
  if (read.data) return <OpenPanel {...props} priceList={read.data} />;
  if (!read.isFetched) return null;
  return (
    <SidePanel title={t('visits:log.title')} closeLabel={t('close')} onClose={props.onClose}>
      <ReadFault of={read} />
    </SidePanel>
  );
}

function OpenPanel({
  customerId,
  day,
  resumed,
  priceList: present,
  onDraft,
  onLogged,
  onClose,
}: LogVisitPanelProps & { priceList: PriceList }) {
  const t = useTexts();
  const faults = useFaultTexts();
  const form = useVisitForm(present, resumed?.values, day);
  const priceList = useListOfDay(form, present);
  const lines = useVisitLines(form);
  const [isAdding, setIsAdding] = useState(false);
  const discount = useDiscount(form);
  const about = useSubjectName(customerId);
  const draft = useDraft({
    form: 'visits.log',
    subjectId: customerId,
    resumed,
    about: () => about,
    values: form.getValues,
  });
  const guard = useDiscardGuard(form.formState.isDirty, { onClose, onDiscard: draft.discard });
  const log = useLogVisit(customerId, form, draft, (visitId) => {
    onLogged(visitId);
    guard.leave();
  });
  const problems = useVisitProblems(form);
  useShownDraft(form, priceList, onDraft);
  useFocusOnService(form);

  const services = priceList.items.filter(({ kind }) => kind === 'service');
  const products = priceList.items.filter(({ kind }) => kind === 'product');
  const choose = (service: PriceListItem) => {
    const { kind, lines: former, serviceId } = form.getValues();
    if (isCharged(kind)) lines.replace(withService(former, service, serviceId));
    const shouldValidate = form.formState.isSubmitted;
    form.setValue('serviceId', service.id, { shouldDirty: true, shouldValidate });
  };
  const chooseKind = (kind: VisitKind) => {
    form.setValue('kind', kind, { shouldDirty: true, shouldValidate: form.formState.isSubmitted });
    const { lines: former, serviceId } = form.getValues();
    const service = services.find(({ id }) => id === serviceId);
    if (service)
      lines.replace(isCharged(kind) ? withService(former, service, serviceId) : without(former, service));
  };
  const close = () => (isAdding ? setIsAdding(false) : guard.close());
  useLogKeys({
    services,
    onChoose: choose,
    onAdd: () => setIsAdding(true),
    onDiscount: discount.show,
    onSave: log.save,
    onClose: close,
  });

  return (
    <>
      <SidePanel
        title={t('visits:log.title')}
        subject={<CustomerName customerId={customerId} />}
        closeLabel={t('close')}
        onClose={close}
        footer={
          <>
            <Button variant="quiet" keys="Esc" onPress={close}>
              {t('cancel')}
            </Button>
            <Button variant="primary" keys={['Ctrl', 'Enter']} onPress={log.save} isPending={log.isPending}>
              {t('save')}
            </Button>
          </>
        }
      >
        <div className={styles.steps}>
          <div className={styles.problems}>
            <ErrorSummary title={t('visits:log.fix', { count: problems.length })} problems={problems} />
            {log.error && <Banner tone="stop" isSlim role="alert" title={faults.ofError(log.error)} />}
          </div>
          <WhenStep form={form} onKind={chooseKind} />
          <ServiceStep form={form} services={services} onChoose={choose} />
          <PractitionerStep form={form} practitioners={priceList.practitioners} />
          <LinesStep
            form={form}
            lines={lines}
            products={products}
            isAdding={isAdding}
            onAddingChange={setIsAdding}
            discount={discount}
          />
          <PaymentStep form={form} />
          <NoteStep form={form} />
        </div>
      </SidePanel>
      <DiscardGuard guard={guard} />
    </>
  );
}

function NoteStep({ form }: { form: VisitFormApi }) {
  const t = useTexts();
  const { ofIssue } = useFaultTexts();
  return (
    <div className={styles.note}>
      <Controlled control={form.control} name="note" errorText={ofIssue}>
        {(field) => (
          <TextArea
            {...field}
            label={t('visits:log.note')}
            mark={t('visits:log.noteHint')}
            maxLength={2000}
          />
        )}
      </Controlled>
    </div>
  );
}

function CustomerName({ customerId }: { customerId: string }) {
  const { data: card } = useQuery(client.customers.card({ customerId }));
  return card ? `${card.lastName} ${card.nameInUse ?? card.firstNames.split(' ')[0]}` : null;
}
