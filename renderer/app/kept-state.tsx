import { createContext, type ReactNode, use, useState } from 'react';

const KeptContext = createContext<Map<string, unknown> | null>(null);

/**
 * What screens keep while another one is open: in memory only, and gone when the door closes, as everything in
 * the frame is.
 */
export function KeptStateProvider({ children }: { children: ReactNode }) {
  const [kept] = useState(() => new Map<string, unknown>());
  return <KeptContext value={kept}>{children}</KeptContext>;
}

/** As `useState`, but the next screen that asks by the same name goes on with the value. */
export function useKeptState<T>(name: string, first: T): [T, (next: T) => void] {
  const kept = use(KeptContext);
  if (!kept) throw new Error('useKeptState needs a KeptStateProvider above it');
  const [value, setValue] = useState(() => (kept.has(name) ? (kept.get(name) as T) : first));
  const set = (next: T) => {
    kept.set(name, next);
    setValue(next);
  };
  return [value, set];
}
