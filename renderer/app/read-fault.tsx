import { useState } from 'react';
import { useTexts } from '../locales/use-texts.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { InlineError } from '../ui/inline-error.tsx';
import { LinkButton } from '../ui/link-button.tsx';
import { useFaultTexts } from './fault-text.ts';
import styles from './read-fault.module.css';

/** A query, or a list in pages, as the hooks give it. */
export interface Read {
  readonly data: unknown;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
  /** It was a further page that failed. */
  readonly isFetchNextPageError?: boolean;
  readonly fetchNextPage?: () => Promise<unknown>;
}

interface ReadFaultProps {
  of: Read | readonly Read[];
  /** What could not be read, in words, where its absence could be taken for an answer. */
  what?: string;
  /** At the end of a list: tells only of the next page, which the same list above its rows then does not. */
  isNextPage?: boolean;
  /** One line for a small part of a screen, without the band. */
  isInline?: boolean;
  /** Stands where the screen itself gives no margins. */
  isAtEdge?: boolean;
}

/**
 * Says why something could not be read, and asks again. What was read before stays on the screen under it: whoever
 * shows this goes on showing the data as long as there is any, because a form may be open on it. It keeps its place while
 * it asks, so that the focus is still on the button when the answer is no once more.
 */
export function ReadFault({
  of,
  what,
  isNextPage = false,
  isInline = false,
  isAtEdge = false,
}: ReadFaultProps) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const [asked, setAsked] = useState<unknown>(null);
  const failed = [of]
    .flat()
    .filter((read) => read.error !== null && (read.isFetchNextPageError ?? false) === isNextPage);
  const error = failed[0]?.error ?? asked;
  const className = isAtEdge ? styles.atEdge : undefined;
  if (error === null) return null;
  const ask = async () => {
    setAsked(error);
    await Promise.allSettled(
      failed.map(({ refetch, fetchNextPage }) => (isNextPage && fetchNextPage ? fetchNextPage() : refetch())),
    );
    setAsked(null);
  };
  const isOldShown = !isNextPage && failed.length > 0 && failed.every(({ data }) => data !== undefined);
  if (isInline) {
    return (
      <div role="alert" className={className}>
        <InlineError>
          {ofError(error)} {isOldShown && `${t('readBefore')} `}
          <LinkButton onPress={() => void ask()}>{t('tryAgain')}</LinkButton>
        </InlineError>
      </div>
    );
  }
  return (
    <div className={className}>
      <Banner
        tone="stop"
        role="alert"
        title={what ?? ofError(error)}
        actions={
          <Button small isPending={asked !== null} onPress={() => void ask()}>
            {t('tryAgain')}
          </Button>
        }
      >
        {what && <p>{ofError(error)}</p>}
        {isOldShown && t('readBefore')}
      </Banner>
    </div>
  );
}
