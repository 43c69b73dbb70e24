import { useRef } from 'react';

/** For a form that is saved by several deeds of the log: its draft goes with the last of them, and not before. */
export function useLastDeed<Deed extends string>(draftId: string) {
  const lastDeed = useRef<Deed | null>(null);
  return {
    last: (deed: Deed) => {
      lastDeed.current = deed;
    },
    /** For `useCommand`. */
    draftOf: (deed: Deed) => () => (lastDeed.current === deed ? draftId : undefined),
  };
}
