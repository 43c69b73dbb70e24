import { type RefObject, useState } from 'react';

interface Row {
  readonly id: string;
}

/**
 * Which row of a list is chosen, and moving through the list with the focus.
 * @param goTo rows that become chosen when they are first named here: one just added, one whose draft is gone on with
 */
export function useRows<R extends Row>(
  rows: readonly R[],
  list: RefObject<HTMLElement | null>,
  goTo: readonly (string | null)[] = [],
) {
  const [chosenId, setChosenId] = useState<string | null>(null);
  const [lastGoTo, setLastGoTo] = useState<readonly (string | null)[]>([]);
  if (goTo.some((id, at) => id !== (lastGoTo[at] ?? null))) {
    setLastGoTo(goTo);
    const next = goTo.find((id, at) => id !== null && id !== lastGoTo[at]);
    if (next) setChosenId(next);
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
