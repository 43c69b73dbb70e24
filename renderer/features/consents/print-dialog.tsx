import { client } from '../../api/client.ts';
import { PrintQuestion } from '../../app/print-question.tsx';
import { useTexts } from '../../locales/use-texts.ts';

/** Asks where the customer's consents and prohibitions go, and in which language. */
export function PrintDialog({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const t = useTexts();
  return (
    <PrintQuestion
      title={t('consents:print.title')}
      about={<p>{t('consents:print.text')}</p>}
      languageLabel={t('consents:print.language')}
      print={client.consents.printHistory}
      inputOf={(chosen) => ({ customerId, ...chosen })}
      texts={{
        saved: (file) => t('consents:print.saved', { file }),
        printed: t('consents:print.printed'),
        notSaved: t('consents:print.notSaved'),
      }}
      onClose={onClose}
    />
  );
}
