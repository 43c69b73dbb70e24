import { useQuery } from '@tanstack/react-query';
import { dateAt, formatDate } from '#shared/values/dates.ts';
import { client } from '../../../api/client.ts';
import { useMay } from '../../../app/access.ts';
import { DraftedReasonDialog } from '../../../app/drafts/drafted-reason-dialog.tsx';
import { useDraftedPanel } from '../../../app/drafts/use-drafted-panel.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Badge } from '../../../ui/badge.tsx';
import { ConsentMark } from '../../../ui/consent-mark.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import { HoldBand } from '../../../ui/stop-band.tsx';

/** Restricted processing, with its ground, under the prohibitions on every tab. Put it inside `AlertStrip`. */
export function RestrictionBand({ customerId }: { customerId: string }) {
  const t = useTexts();
  const may = useMay();
  const { data: card } = useQuery(client.customers.card({ customerId }));
  if (!card?.restriction) return null;
  const { since, ground } = card.restriction;
  return (
    <HoldBand
      title={t('customers:restriction.title')}
      action={may(client.customers.liftRestriction) && <LiftButton customerId={customerId} />}
    >
      {t('customers:restriction.since', { date: formatDate(dateAt(since)), ground })}
    </HoldBand>
  );
}

/** The same beside the name, where there is no room for the band. */
export function RestrictionFlag({ customerId }: { customerId: string }) {
  const t = useTexts();
  const { data: card } = useQuery(client.customers.card({ customerId }));
  if (!card?.restriction) return null;
  return (
    <Badge tone="hold" icon={<ConsentMark state="restricted" size={14} />}>
      {t('customers:restriction.title')}
    </Badge>
  );
}

function LiftButton({ customerId }: { customerId: string }) {
  const t = useTexts();
  const question = useDraftedPanel(['customers.liftRestriction'], customerId);
  return (
    <>
      <LinkButton onPress={() => question.show('customers.liftRestriction')}>
        {t('customers:restriction.lift')}
      </LinkButton>
      {question.open && (
        <DraftedReasonDialog
          key={question.resumed?.id ?? 'new'}
          form="customers.liftRestriction"
          customerId={customerId}
          resumed={question.resumed}
          command={client.customers.liftRestriction}
          inputOf={(reason) => ({ customerId, reason })}
          title={t('customers:restriction.liftTitle')}
          label={t('customers:restriction.liftReason')}
          missing={t('faults:issues.required')}
          confirmLabel={t('customers:restriction.liftNow')}
          cancelLabel={t('customers:restriction.leave')}
          onClose={question.close}
        >
          {t('customers:restriction.liftText')}
        </DraftedReasonDialog>
      )}
    </>
  );
}
