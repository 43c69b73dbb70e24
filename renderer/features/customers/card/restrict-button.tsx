import type { CustomerCard } from '#shared/features/customers/contract.ts';
import { client } from '../../../api/client.ts';
import { useMay } from '../../../app/access.ts';
import { DraftedReasonDialog } from '../../../app/drafts/drafted-reason-dialog.tsx';
import { useDraftedPanel } from '../../../app/drafts/use-drafted-panel.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import styles from './details-tab.module.css';

/** A manager restricts the processing, or corrects the ground of a restriction. */
export function RestrictButton({ card }: { card: CustomerCard }) {
  const t = useTexts();
  const may = useMay();
  const question = useDraftedPanel(['customers.restrict'], card.id);
  if (!may(client.customers.restrict)) return null;
  const isRestricted = card.restriction !== null;
  return (
    <p className={styles.deed}>
      <LinkButton onPress={() => question.show('customers.restrict')}>
        {t(isRestricted ? 'customers:restriction.correct' : 'customers:restriction.begin')}
      </LinkButton>
      {question.open && (
        <DraftedReasonDialog
          key={question.resumed?.id ?? 'new'}
          form="customers.restrict"
          customerId={card.id}
          resumed={question.resumed}
          command={client.customers.restrict}
          inputOf={(ground) => ({ customerId: card.id, ground })}
          title={t(isRestricted ? 'customers:restriction.correctTitle' : 'customers:restriction.beginTitle')}
          label={t('customers:restriction.ground')}
          missing={t('faults:issues.required')}
          initial={card.restriction?.ground}
          confirmLabel={t(
            isRestricted ? 'customers:restriction.saveGround' : 'customers:restriction.beginNow',
          )}
          cancelLabel={t('customers:restriction.leave')}
          onClose={question.close}
        >
          {t('customers:restriction.beginText')}
        </DraftedReasonDialog>
      )}
    </p>
  );
}
