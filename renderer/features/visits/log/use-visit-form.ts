import { zodResolver } from '@hookform/resolvers/zod';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import { uuidv7 } from 'uuidv7';
import type { visitsContract } from '#shared/features/visits/contract.ts';
import { totalOf } from '#shared/features/visits/totals.ts';
import type { CallOutput } from '#shared/rpc/procedure.ts';
import { formatDate, isoDateSchema } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import type { useDraft } from '../../../app/drafts/use-draft.ts';
import { useTyped } from '../../../app/drafts/use-typed.ts';
import { usePerson } from '../../../app/session.tsx';
import { useUndo } from '../../../app/undo/undo.tsx';
import { useTexts } from '../../../locales/use-texts.ts';
import { firstFocusable } from '../../../ui/focus-field.ts';
import { type ReceiptOf, receiptOfLogged } from '../receipt/receipt-of.ts';
import { useReceipt } from '../receipt/use-receipt.tsx';
import type { DraftVisit } from '../visit-list.tsx';
import { savedText, whatHappened } from '../visit-text.ts';
import { focusFirstWrong } from './focus-first-wrong.ts';
import { likelyPayment, rememberPayment } from './last-payment.ts';
import { lastPractitioner, likelyOf, rememberPractitioner } from './last-practitioner.ts';
import { visitDraft } from './visit-draft.ts';
import {
  type CheckedVisit,
  countable,
  emptyVisit,
  type VisitForm,
  visitFormSchema,
  visitInput,
} from './visit-form.ts';
import type { VisitFormApi } from './visit-form-api.ts';

export type PriceList = CallOutput<typeof visitsContract.priceList>;

/**
 * The form, with the visit's time and practitioner already in it.
 * @param kept values of the draft that the form goes on with
 * @param day an earlier day that is being written down, `YYYY-MM-DD`; null is today
 */
export function useVisitForm({ practitioners }: PriceList, kept: unknown, day: string | null): VisitFormApi {
  const { userId } = usePerson();
  const [start] = useState(() => {
    const practitioner = likelyOf(practitioners, lastPractitioner(), userId);
    const empty = emptyVisit(new Date().toISOString(), practitioner, likelyPayment());
    return day === null ? empty : { ...empty, date: day };
  });
  const form = useForm<VisitForm, unknown, CheckedVisit>({
    defaultValues: start,
    resolver: zodResolver(visitFormSchema),
    shouldFocusError: false,
  });
  useTyped(form, visitDraft(kept));
  return form;
}

/** Saves what the form holds once, and tells it in a toast, from where it can be taken back by a later entry. */
export function useLogVisit(
  customerId: string,
  form: VisitFormApi,
  draft: ReturnType<typeof useDraft>,
  onDone: (visitId: string) => void,
) {
  const t = useTexts();
  const undo = useUndo();
  // One id for the visit, however many times it is sent.
  const [id] = useState(uuidv7);
  const reverse = useCommand(client.visits.reverse);
  const takeBack = () =>
    reverse.mutateAsync({ id: uuidv7(), customerId, visitId: id, reason: t('visits:reversal.undone') });
  const openReceipt = useReceipt();
  const receiptAction = (receipt: ReceiptOf | null) =>
    receipt
      ? { label: t('prices:receipt.print'), keys: ['F9'], onPress: () => openReceipt(receipt) }
      : undefined;
  const log = useCommand(client.visits.log, {
    draftId: draft.draftId,
    onDone: (saved, sent) => {
      const { totalCents } = saved;
      const { practitionerId, paymentMethod } = sent;
      draft.saved();
      if (practitionerId !== null) rememberPractitioner(practitionerId);
      if (totalCents > 0) rememberPayment(paymentMethod);
      undo.offer({
        text: savedText(t, sent, totalCents),
        undoneText: t('visits:reversal.done'),
        run: takeBack,
        next: receiptAction(receiptOfLogged(t, sent, { customerId, saved })),
      });
      onDone(id);
    },
  });
  const send = form.handleSubmit(
    (visit) => log.mutate(visitInput(visit, { id, customerId })),
    focusFirstWrong,
  );
  const save = () => {
    if (!log.isPending) void send();
  };
  return { save, isPending: log.isPending, error: log.error };
}

/**
 * The service is what is asked first; while its tiles have the focus it goes along with the chosen one. At once and
 * not by the form's `setFocus`, which waits for a timer and would take the focus back from what a quick `+` opened.
 */
export function useFocusOnService({ watch }: VisitFormApi) {
  const serviceId = watch('serviceId');
  useEffect(() => focusService(), []);
  useEffect(() => {
    const services = document.getElementById('serviceId');
    if (serviceId !== null && services?.contains(document.activeElement)) focusService();
  }, [serviceId]);
}

function focusService(): void {
  const services = document.getElementById('serviceId');
  if (services) firstFocusable(services)?.focus();
}

/** Shows in the list beside the panel what is being written. */
export function useShownDraft(
  form: VisitFormApi,
  { items, practitioners }: PriceList,
  onDraft: (draft: DraftVisit) => void,
) {
  const t = useTexts();
  const { date, kind, serviceId, practitionerId, lines } = form.watch();
  const serviceName = items.find(({ id }) => id === serviceId)?.name ?? null;
  const counted = countable(lines);
  const service = whatHappened(t, { kind, serviceName, lines: counted, reverses: null });
  const practitioner = practitioners.find(({ id }) => id === practitionerId)?.name ?? '';
  const totalCents = totalOf(counted);
  useEffect(() => {
    onDraft({
      date: isoDateSchema.safeParse(date).success ? formatDate(date) : '',
      service,
      practitioner,
      totalCents,
    });
  }, [onDraft, date, service, practitioner, totalCents]);
}
