import { useState } from 'react';
import type { CustomerCard } from '#shared/features/customers/contract.ts';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useMay } from '../../../app/access.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { LinkButton } from '../../../ui/link-button.tsx';
import { ReasonDialog } from '../../../ui/reason-dialog.tsx';
import styles from './details-tab.module.css';

/** A manager restricts the processing, or corrects the ground of a restriction. */
export function RestrictButton({ card }: { card: CustomerCard }) {
  const t = useTexts();
  const may = useMay();
  const { ofError } = useFaultTexts();
  const [isAsking, setIsAsking] = useState(false);
  const restrict = useCommand(client.customers.restrict, { onDone: () => setIsAsking(false) });
  if (!may(client.customers.restrict)) return null;
  const isRestricted = card.restriction !== null;
  return (
    <p className={styles.deed}>
      <LinkButton onPress={() => setIsAsking(true)}>
        {t(isRestricted ? 'customers:restriction.correct' : 'customers:restriction.begin')}
      </LinkButton>
      {isAsking && (
        <ReasonDialog
          title={t(isRestricted ? 'customers:restriction.correctTitle' : 'customers:restriction.beginTitle')}
          label={t('customers:restriction.ground')}
          missing={t('faults:issues.required')}
          initial={card.restriction?.ground}
          confirmLabel={t(
            isRestricted ? 'customers:restriction.saveGround' : 'customers:restriction.beginNow',
          )}
          cancelLabel={t('customers:restriction.leave')}
          error={restrict.error ? ofError(restrict.error) : undefined}
          isPending={restrict.isPending}
          onConfirm={(ground) => restrict.mutate({ customerId: card.id, ground })}
          onClose={() => setIsAsking(false)}
        >
          {t('customers:restriction.beginText')}
        </ReasonDialog>
      )}
    </p>
  );
}
