import { useTexts } from '../locales/use-texts.ts';
import { Button } from '../ui/button.tsx';
import { MessagePage } from './message-page.tsx';

/** What is shown in place of a screen that failed. */
export function BrokenPage({ reset }: { reset: () => void }) {
  const t = useTexts();
  return (
    <MessagePage
      title={t('shell:broken.title')}
      action={<Button onPress={reset}>{t('shell:broken.again')}</Button>}
    >
      {t('shell:broken.text')}
    </MessagePage>
  );
}

export function NotFoundPage() {
  const t = useTexts();
  return <MessagePage title={t('shell:notFound.title')}>{t('shell:notFound.text')}</MessagePage>;
}
