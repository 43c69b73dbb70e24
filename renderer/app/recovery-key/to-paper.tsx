import { Check, Printer } from 'lucide-react';
import { formatTime } from '#shared/values/dates.ts';
import type { Action } from '../../api/members.ts';
import { useTask } from '../../api/use-task.ts';
import { useTexts } from '../../locales/use-texts.ts';
import { Badge } from '../../ui/badge.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { useFaultTexts } from '../fault-text.ts';
import { useViewKeys } from '../keys/use-keys.tsx';
import styles from './recovery-key.module.css';

/** How the key came to paper; until then it is shown whole. */
export type Kept = { how: 'printed'; at: string } | { how: 'written' };

interface ToPaperProps<I> {
  /** Prints the key; the register has it. */
  task: Action<I, { outcome: 'printed' | 'cancelled' }, 'task'>;
  input: I;
  kept: Kept | null;
  onKept: (kept: Kept | null) => void;
  /** In a dialog, which has no other place for the focus. */
  autoFocus?: boolean;
}

/** Printing, or writing by hand; and showing the key again when the paper turns out unreadable. */
export function ToPaper<I>({ task, input, kept, onKept, autoFocus = false }: ToPaperProps<I>) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const print = useTask(task, {
    onDone: ({ outcome }) => {
      if (outcome === 'printed') onKept({ how: 'printed', at: new Date().toISOString() });
    },
  });
  const doPrint = () => print.mutate(input);
  useViewKeys([{ keys: 'Ctrl+P', label: t('auth:key.print'), action: doPrint, inDialog: true }]);
  const printLabel = kept?.how === 'printed' ? t('auth:key.printAgain') : t('auth:key.print');
  const isCancelled = print.data?.outcome === 'cancelled' && kept === null;
  return (
    <>
      <div className={styles.actions}>
        <Button
          autoFocus={autoFocus}
          icon={<Printer aria-hidden="true" />}
          keys={['Ctrl', 'P']}
          variant={kept ? 'secondary' : 'primary'}
          isPending={print.isPending}
          onPress={doPrint}
        >
          {print.isPending ? t('auth:key.printing') : printLabel}
        </Button>
        {kept ? (
          <Button variant="quiet" onPress={() => onKept(null)}>
            {t('auth:key.showAgain')}
          </Button>
        ) : (
          <Button
            onPress={() => {
              print.reset();
              onKept({ how: 'written' });
            }}
          >
            {t('auth:key.written')}
          </Button>
        )}
        <span role="status">
          {kept && <KeptBadge kept={kept} />}
          {isCancelled && t('auth:key.notPrinted')}
        </span>
      </div>
      {print.error && (
        <Banner tone="stop" role="alert">
          {ofError(print.error)}
        </Banner>
      )}
    </>
  );
}

function KeptBadge({ kept }: { kept: Kept }) {
  const t = useTexts();
  return (
    <Badge tone="ok" icon={<Check size={13} aria-hidden="true" />}>
      {kept.how === 'printed'
        ? t('auth:key.printed', { time: formatTime(kept.at) })
        : t('auth:key.writtenDone')}
    </Badge>
  );
}
