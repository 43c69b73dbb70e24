import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '../../locales/use-texts.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { type ToastAction, useOfferedNext, useToasts } from '../../ui/toast.tsx';
import { useFaultTexts } from '../fault-text.ts';
import { isKey } from '../keys/key-name.ts';
import { isDialogOpen, useMessageKeys } from '../keys/use-keys.tsx';

/** The last recording and the way to take it back: a command of its own, which the register logs and may refuse. */
export interface Undoable {
  /** what was recorded, in words: `Suoramarkkinointi: kielto kirjattu` */
  text: string;
  /** what is told when it has been taken back */
  undoneText: string;
  run: () => Promise<unknown>;
  /** what most often comes after the recording; its shortcut is bound while the message stands */
  next?: ToastAction | undefined;
}

export interface Undo {
  /** Tells of a recording with ”Kumoa” beside it; any earlier one can no longer be undone from here. */
  offer: (recording: Undoable) => void;
  /** Takes back the last recording, once. */
  undoLast: () => void;
  /** The person has gone on to another customer: what they recorded there is no longer before their eyes. */
  forget: () => void;
}

const UndoContext = createContext<Undo | null>(null);

/** How a form makes its recording undoable with Ctrl+Z and from the toast. */
export function useUndo(): Undo {
  const undo = use(UndoContext);
  if (!undo) throw new Error('useUndo needs an UndoProvider above it');
  return undo;
}

/** Holds the one last recording for as long as its person is at the desk: a lock takes it away with everything else. */
export function UndoProvider({ children }: { children: ReactNode }) {
  const t = useTexts();
  const toasts = useToasts();
  const last = useRef<Undoable | null>(null);
  const isUntouched = useRef(false);
  const [failure, setFailure] = useState<{ of: Undoable; error: unknown } | null>(null);

  const undoLast = useCallback(() => {
    const recording = last.current;
    last.current = null;
    toasts.closeUndo();
    recording?.run().then(
      () => toasts.show({ text: recording.undoneText }),
      (error: unknown) => setFailure({ of: recording, error }),
    );
  }, [toasts]);
  useEffect(() => {
    const onInput = () => {
      isUntouched.current = false;
    };
    // After a recording the focus is often back in the search: until something is typed, no field has anything to undo.
    const onKey = (event: KeyboardEvent) => {
      if (!isKey(event, 'Ctrl+Z') || last.current === null || !isUntouched.current || isDialogOpen()) return;
      event.preventDefault();
      undoLast();
    };
    window.addEventListener('input', onInput, { capture: true });
    window.addEventListener('keydown', onKey, { capture: true });
    return () => {
      window.removeEventListener('input', onInput, { capture: true });
      window.removeEventListener('keydown', onKey, { capture: true });
    };
  }, [undoLast]);
  const undo = useMemo<Undo>(
    () => ({
      offer: (recording) => {
        last.current = recording;
        isUntouched.current = true;
        const way = { label: t('undo'), keys: ['Ctrl', 'Z'], onPress: undoLast };
        toasts.show({ text: recording.text, next: recording.next, undo: way });
      },
      undoLast,
      forget: () => {
        last.current = null;
        toasts.closeUndo();
      },
    }),
    [t, toasts, undoLast],
  );
  return (
    <UndoContext value={undo}>
      {children}
      <NextKey />
      {failure && (
        <UndoFailed text={failure.of.text} error={failure.error} onClose={() => setFailure(null)} />
      )}
    </UndoContext>
  );
}

/** The key that stands in the message does what the message says, not what the screen under it has by the same key. */
function NextKey() {
  const next = useOfferedNext();
  const keys = next?.keys?.join('+');
  useMessageKeys(next && keys ? [{ keys, label: next.label, action: next.onPress }] : []);
  return null;
}

function UndoFailed({ text, error, onClose }: { text: string; error: unknown; onClose: () => void }) {
  const t = useTexts();
  const { ofError } = useFaultTexts();
  const footer = (
    <Button autoFocus keys="Esc" onPress={onClose}>
      {t('close')}
    </Button>
  );
  return (
    <Dialog isOpen title={t('undoFailed')} onClose={onClose} footer={footer}>
      <p>{text}</p>
      <p role="alert">{ofError(error)}</p>
    </Dialog>
  );
}
