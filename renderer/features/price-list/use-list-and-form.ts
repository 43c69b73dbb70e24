import { useRef, useState } from 'react';
import { useLastResumedId } from '../../app/drafts/resumed.ts';
import { useViewKeys } from '../../app/keys/use-keys.tsx';
import { useTexts } from '../../locales/use-texts.ts';
import { useRows } from '../../ui/use-rows.ts';
import type { ResumedForm } from './price-list-draft.ts';

/** A list and, beside it, the form of its chosen row: moving with J and K, and from the form back to the list. */
export function useListAndForm<R extends { readonly id: string }>(
  all: readonly R[],
  resumed: ResumedForm | null,
  onLeave?: () => void,
) {
  const t = useTexts();
  const table = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState<string | null>(null);
  const rows = useRows(all, table, [added, resumed?.id ?? null]);
  const [round, setRound] = useState(0);
  const draftId = useLastResumedId(resumed?.draft ?? null);
  useViewKeys([
    { keys: 'J', label: t('prices:keys.next'), action: () => rows.go(1) },
    { keys: 'K', label: t('prices:keys.previous'), action: () => rows.go(-1) },
  ]);
  return {
    table,
    index: rows.index,
    chosen: rows.chosen,
    choose: rows.choose,
    /** For the form: a new one when another row is chosen, a draft is gone on with, or the form was left. */
    formKey: `${rows.chosen?.id} ${draftId} ${round}`,
    /** The row just added becomes the chosen one once it is in the list. */
    added: setAdded,
    leave: () => {
      setRound(round + 1);
      onLeave?.();
      rows.focusChosen();
    },
  };
}
