import { AppError } from '#shared/rpc/fault.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Banner } from '../../../ui/banner.tsx';
import { Button } from '../../../ui/button.tsx';

/** Why nothing was saved, and the way on: a taken identity code leads to its owner. */
export function SaveFault({ error, onOpen }: { error: unknown; onOpen: (customerId: string) => void }) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  if (error === null) return null;
  const fault = error instanceof AppError ? error.fault : null;
  const owner = fault?.kind === 'rule-broken' && fault.rule === 'hetu-taken' ? fault.facts : null;
  return (
    <Banner
      tone="stop"
      role="alert"
      title={t('customers:form.notSaved')}
      actions={
        owner && (
          <Button small onPress={() => onOpen(owner.customerId)}>
            {t('customers:form.openCustomer', { number: owner.customerNumber })}
          </Button>
        )
      }
    >
      {ofError(error)}
    </Banner>
  );
}
