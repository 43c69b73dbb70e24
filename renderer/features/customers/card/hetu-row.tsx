import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { client } from '../../../api/client.ts';
import { useFaultTexts } from '../../../app/fault-text.ts';
import { useTexts } from '../../../locales/use-texts.ts';
import { Definition } from '../../../ui/definition-list.tsx';
import { InlineError } from '../../../ui/inline-error.tsx';
import { LinkButton } from '../../../ui/link-button.tsx';
import styles from './hetu-row.module.css';

/** The customer can see the screen, so a code that was shown hides itself again. */
const shownMs = 30_000;

/** The identity code with its end masked. Showing it whole asks the register each time, which logs it. */
export function HetuRow({ customerId, masked }: { customerId: string; masked: string | null }) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const queryClient = useQueryClient();
  const [shown, setShown] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (shown === null) return;
    const timer = setTimeout(() => setShown(null), shownMs);
    return () => clearTimeout(timer);
  }, [shown]);

  const show = async () => {
    setError(null);
    try {
      const reveal = { ...client.customers.revealHetu({ customerId }), staleTime: 0, gcTime: 0 };
      setShown((await queryClient.fetchQuery(reveal)).hetu);
    } catch (failed) {
      setError(failed);
    }
  };
  if (masked === null) {
    return (
      <Definition term={t('customers:card.hetu')}>
        <span className={styles.none}>{t('customers:card.hetuNone')}</span>
      </Definition>
    );
  }
  return (
    <Definition
      term={t('customers:card.hetu')}
      end={
        <>
          <span>{t('customers:card.hetuLogged')}</span>
          <LinkButton onPress={() => (shown === null ? void show() : setShown(null))}>
            {t(shown === null ? 'customers:card.show' : 'customers:card.hide')}
          </LinkButton>
        </>
      }
    >
      <span className={styles.code} aria-live="polite">
        {shown ?? masked}
      </span>
      <InlineError>{error !== null && ofError(error)}</InlineError>
    </Definition>
  );
}
