import { createContext, type ReactNode, use, useCallback, useState } from 'react';

type DialogOf = (onClose: () => void) => ReactNode;

const DeskDialogContext = createContext<((dialog: DialogOf) => void) | null>(null);

/** Opens a dialog that outlives what asked for it: a message at the edge, a panel that has closed meanwhile. */
export function useDeskDialog(): (dialog: DialogOf) => void {
  const open = use(DeskDialogContext);
  if (!open) throw new Error('useDeskDialog needs a DeskDialogProvider above it');
  return open;
}

/** Holds the one such dialog over whatever screen is shown; a lock takes it away with everything else. */
export function DeskDialogProvider({ children }: { children: ReactNode }) {
  const [dialog, setDialog] = useState<DialogOf | null>(null);
  const open = useCallback((next: DialogOf) => setDialog(() => next), []);
  return (
    <DeskDialogContext value={open}>
      {children}
      {dialog?.(() => setDialog(null))}
    </DeskDialogContext>
  );
}
