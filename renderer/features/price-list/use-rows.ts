import { type RefObject, useState } from 'react';

interface Row {
  readonly id: string;
}

/** Which row of a list is chosen, and moving through the list with the focus. */
export function useRows<R extends Row>(
  rows: readonly R[],
  list: RefObject<HTMLElement | null>,
  first: string | null = null,
) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [lastFirst, setLastFirst] = useState(first);
  if (first !== lastFirst) {
    setLastFirst(first);
    setChosenId(first);
  }
  const index = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosenId),
  );
  const chosen = rows[index];
  const focus = (row: R | undefined) => {
    if (row) list.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(row.id)}"]`)?.focus();
  };
  return {
    index,
    chosen,
    choose: (row: R) => setChosenId(row.id),
    go: (step: number) => {
      const next = rows[index + step];
      if (next) setChosenId(next.id);
      focus(next);
    },
    focusChosen: () => focus(chosen),
  };
}
