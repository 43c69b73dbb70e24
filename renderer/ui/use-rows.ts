import { type RefObject, useState } from 'react';

interface Row {
  readonly id: string;
}

/** Moving through a list whose chosen row is kept elsewhere, such as in the address; the focus goes along. */
export function useRowSteps<R extends Row>(
  rows: readonly R[],
  index: number,
  list: RefObject<HTMLElement | null>,
  choose: (row: R) => void,
) {
  const focus = (row: R | undefined) => {
    if (row) list.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(row.id)}"]`)?.focus();
  };
  return {
    go: (step: number) => {
      const next = rows[index + step];
      if (next) choose(next);
      focus(next);
    },
    focusChosen: () => focus(rows[index]),
  };
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
  } else if (chosenId === null && rows[0]) {
    // The first row is chosen as any other is: it stays so when it moves.
    setChosenId(rows[0].id);
  }
  const index = Math.max(
    0,
    rows.findIndex(({ id }) => id === chosenId),
  );
  const choose = (row: R) => setChosenId(row.id);
  return { index, chosen: rows[index], choose, ...useRowSteps(rows, index, list, choose) };
}
