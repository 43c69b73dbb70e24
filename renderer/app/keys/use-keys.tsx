import {
  createContext,
  type ReactNode,
  use,
  useEffect,
  useId,
  useLayoutEffect,
  useState,
  useSyncExternalStore,
} from 'react';
import { KeyMap, type KeyScope, type ViewKey } from './key-map.ts';
import { TypeAhead } from './type-ahead.ts';

const KeyMapContext = createContext<KeyMap | null>(null);
const TypeAheadContext = createContext<TypeAhead | null>(null);

function useKeyMap(): KeyMap {
  const keyMap = use(KeyMapContext);
  if (!keyMap) throw new Error('keys need a KeyMapProvider above them');
  return keyMap;
}

/** react-aria makes the page behind an open dialog inert. */
export function isDialogOpen(): boolean {
  const page = document.getElementById('root');
  return page !== null && (page.inert || page.getAttribute('aria-hidden') === 'true');
}

/** Listens to the keyboard for everything inside. */
export function KeyMapProvider({ children }: { children: ReactNode }) {
  const [keyMap] = useState(() => new KeyMap());
  const [typeAhead] = useState(() => new TypeAhead(pressAgain));
  useEffect(() => {
    const listen = (phase: 'capture' | 'bubble') => (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const found = keyMap.find(event, phase, isDialogOpen());
      // The frame's own keys are the same on the next screen, and a question on the way needs its answer.
      const mayWait = event.isTrusted && phase === 'capture' && !keyMap.isOfFrame(event) && !isDialogOpen();
      if (mayWait && typeAhead.takes(event)) {
        event.preventDefault();
        event.stopPropagation();
        return;
      }
      if (!found) return;
      event.preventDefault();
      // A radio or a button that has the focus would take the Enter of Ctrl+Enter as a press.
      if (event.ctrlKey || event.metaKey || event.altKey) event.stopPropagation();
      if (!event.repeat && found.isEnabled !== false) found.action();
    };
    const onCapture = listen('capture');
    const onBubble = listen('bubble');
    window.addEventListener('keydown', onCapture, { capture: true });
    window.addEventListener('keydown', onBubble);
    return () => {
      window.removeEventListener('keydown', onCapture, { capture: true });
      window.removeEventListener('keydown', onBubble);
    };
  }, [keyMap, typeAhead]);
  return (
    <KeyMapContext value={keyMap}>
      <TypeAheadContext value={typeAhead}>{children}</TypeAheadContext>
    </KeyMapContext>
  );
}

function pressAgain(event: KeyboardEvent): void {
  const again = new KeyboardEvent('keydown', event);
  (document.activeElement ?? document.body).dispatchEvent(again);
}

/** Lets keys wait for the next screen while it is on its way. */
export function useTypeAhead(): TypeAhead {
  const typeAhead = use(TypeAheadContext);
  if (!typeAhead) throw new Error('keys need a KeyMapProvider above them');
  return typeAhead;
}

function useScope(scope: KeyScope): void {
  const keyMap = useKeyMap();
  const id = useId();
  // Before the screen is painted: a key works as soon as the screen that names it is seen.
  useLayoutEffect(() => keyMap.put(id, scope));
  useLayoutEffect(() => () => keyMap.remove(id), [keyMap, id]);
}

/**
 * What the keys do in this view, for as long as it is on the screen: binds them, shows them on the key bar and
 * lists them under F1. Function keys, Ctrl and Alt chords work also inside fields; characters do not.
 */
export function useViewKeys(keys: readonly ViewKey[]): void {
  useScope({ place: 'here', keys });
}

/** The frame's own keys, the same on every screen. */
export function useFrameKeys(keys: readonly ViewKey[]): void {
  useScope({ place: 'everywhere', keys });
}

/** What a message at the edge offers, for as long as it stands; before the keys of any view. */
export function useMessageKeys(keys: readonly ViewKey[]): void {
  useScope({ place: 'here', isMessage: true, keys });
}

/** Everything that has a key now. */
export function useAllKeys(): readonly KeyScope[] {
  const keyMap = useKeyMap();
  return useSyncExternalStore(keyMap.subscribe, keyMap.snapshot);
}
