import { Check } from 'lucide-react';
import {
  createContext,
  type FocusEvent,
  type ReactNode,
  use,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
} from 'react';
import { LinkButton } from './link-button.tsx';
import styles from './toast.module.css';

const SHOWN_MS = 6000;
const MOST_AT_ONCE = 3;

export interface ToastContent {
  /** what was done, in words */
  text: string;
  /** what most often comes next; only beside a way back, and gone with it and with the view it was offered on */
  next?: ToastAction | undefined;
  /** the way back, on the newest toast only */
  undo?: ToastAction | undefined;
}

/** Its shortcut is bound by the app. */
export interface ToastAction {
  label: string;
  keys?: readonly string[];
  onPress: () => void;
}

interface Toast extends ToastContent {
  id: number;
}

export interface Toasts {
  show: (content: ToastContent) => void;
  /** Closes the toast that has a way back: it was used, or it leads nowhere any more. */
  closeUndo: () => void;
  /** Takes away what was offered to do next, with its key; the message stands, and its way back. */
  closeNext: () => void;
  /** Takes everything away: the screen is locked, the register changes. */
  clear: () => void;
}

const ToastsContext = createContext<Toasts | null>(null);
const OfferedNextContext = createContext<ToastAction | undefined>(undefined);

/** How a screen tells that something was saved. Never for errors. */
export function useToasts(): Toasts {
  const toasts = use(ToastsContext);
  if (!toasts) throw new Error('useToasts needs a ToastProvider above it');
  return toasts;
}

/** What the toasts on the screen offer to do next; at most one of them does. */
export function useOfferedNext(): ToastAction | undefined {
  return use(OfferedNextContext);
}

/** Holds the toasts and their region at the bottom left, over the app. */
export function ToastProvider({ label, children }: { label: string; children: ReactNode }) {
  const [shown, setShown] = useState<readonly Toast[]>([]);
  const nextId = useRef(1);

  const close = useCallback((id: number) => setShown((all) => all.filter((toast) => toast.id !== id)), []);
  const toasts = useMemo<Toasts>(
    () => ({
      show: (content) => {
        const toast = { ...content, id: nextId.current++ };
        const others = (all: readonly Toast[]) => (content.undo ? all.map(withoutUndo) : all);
        setShown((all) => [...others(all), toast].slice(-MOST_AT_ONCE));
      },
      closeUndo: () => setShown((all) => all.filter(({ undo }) => !undo)),
      closeNext: () => setShown((all) => all.map(({ next: _, ...toast }) => toast)),
      clear: () => setShown([]),
    }),
    [],
  );

  return (
    <ToastsContext value={toasts}>
      <OfferedNextContext value={shown.find(({ next }) => next)?.next}>{children}</OfferedNextContext>
      <div role="status" aria-label={label} className={styles.region}>
        {shown.map((toast) => (
          <ToastCard key={toast.id} toast={toast} onClose={() => close(toast.id)} />
        ))}
      </div>
    </ToastsContext>
  );
}

function withoutUndo({ id, text }: Toast): Toast {
  return { id, text };
}

/** One toast as it looks; the region puts it in its place. */
export function ToastCard({ toast, onClose }: { toast: ToastContent; onClose: () => void }) {
  const pause = useClosing(onClose);
  const { text, next, undo } = toast;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: pointing at it or tabbing into it only stops its clock
    <div
      className={styles.toast}
      onMouseEnter={pause.begin}
      onMouseLeave={pause.end}
      onFocus={pause.begin}
      onBlur={(event: FocusEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget)) pause.end();
      }}
    >
      <Check size={17} aria-hidden="true" />
      <span className={styles.text}>{text}</span>
      {next && <ActionLink action={next} onClose={onClose} />}
      {undo && <ActionLink action={undo} onClose={onClose} />}
    </div>
  );
}

function ActionLink({ action, onClose }: { action: ToastAction; onClose: () => void }) {
  return (
    <LinkButton
      onDark
      keys={action.keys}
      onPress={() => {
        onClose();
        action.onPress();
      }}
    >
      {action.label}
    </LinkButton>
  );
}

/** Calls `onClose` after six seconds; a pause starts the six seconds again. */
function useClosing(onClose: () => void): { begin: () => void; end: () => void } {
  const [isPaused, setIsPaused] = useState(false);
  const close = useEffectEvent(onClose);
  useEffect(() => {
    if (isPaused) return;
    const timer = setTimeout(() => close(), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [isPaused]);
  return { begin: () => setIsPaused(true), end: () => setIsPaused(false) };
}
