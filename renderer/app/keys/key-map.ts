import { barOrder, belongsToFields, isKey, isPlainKey } from './key-name.ts';

export interface ViewKey {
  /** As on the screen: `F4`, `Ctrl+Enter`, `Alt+1`, `Esc`, `1`. */
  keys: string;
  /** What it does, in words. */
  label: string;
  action: () => void;
  /** `false`: listed, but does nothing now. */
  isEnabled?: boolean;
  /** `false`: in the list of all keys only (numbers, tabs). */
  onBar?: boolean;
  /** Works while a dialog holds the window; all other keys wait. */
  inDialog?: boolean;
}

export interface KeyScope {
  /** `everywhere` for the frame's own keys. */
  place: 'here' | 'everywhere';
  /** What a message at the edge offers: while it stands, its keys are its own, whatever view opens meanwhile. */
  isMessage?: boolean;
  keys: readonly ViewKey[];
}

type Shown = Omit<ViewKey, 'action'>;

function sameOnScreen(a: KeyScope | undefined, b: KeyScope): boolean {
  const shown = (scope: KeyScope | undefined) =>
    JSON.stringify(
      scope?.keys.map(
        ({ keys, label, isEnabled, onBar }): Shown => ({
          keys,
          label,
          isEnabled: isEnabled ?? true,
          onBar: onBar ?? true,
        }),
      ),
    );
  return shown(a) === shown(b);
}

/**
 * The one keyboard map. Views put in what their keys do and take it out when they close; where two views have
 * the same key, the one that opened later has it.
 */
export class KeyMap {
  readonly #scopes = new Map<string, KeyScope>();
  readonly #listeners = new Set<() => void>();
  #snapshot: readonly KeyScope[] = [];

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Changes only when what the screen shows of it changes. */
  readonly snapshot = (): readonly KeyScope[] => this.#snapshot;

  put(id: string, scope: KeyScope): void {
    const isSame = sameOnScreen(this.#scopes.get(id), scope);
    this.#scopes.set(id, scope);
    if (!isSame) this.#tell();
  }

  remove(id: string): void {
    this.#scopes.delete(id);
    this.#tell();
  }

  /** The key that an event means; the scope opened last is asked first. */
  find(event: KeyboardEvent, phase: 'capture' | 'bubble', isDialogOpen: boolean): ViewKey | undefined {
    for (const { keys } of [...this.#inOrder()].reverse()) {
      const found = keys.find(
        (key) =>
          (key.inDialog || !isDialogOpen) &&
          isPlainKey(key.keys) === (phase === 'bubble') &&
          isKey(event, key.keys),
      );
      if (found && !(belongsToFields(found.keys) && isWantedBy(event.target, found.keys))) return found;
    }
    return undefined;
  }

  /** Whether the frame has the key, whatever the screen in it is. */
  isOfFrame(event: KeyboardEvent): boolean {
    return [...this.#scopes.values()].some(
      ({ place, keys }) => place === 'everywhere' && keys.some((key) => isKey(event, key.keys)),
    );
  }

  /** The frame's keys first: a view that is there from the start must not lose its own to the frame around it. */
  #inOrder(): KeyScope[] {
    const rank = ({ place, isMessage }: KeyScope) => (isMessage ? 2 : place === 'here' ? 1 : 0);
    return [...this.#scopes.values()].sort((a, b) => rank(a) - rank(b));
  }

  #tell(): void {
    this.#snapshot = this.#inOrder();
    for (const listener of this.#listeners) listener();
  }
}

/** One entry for each key, the one that acts, in the order of the bar. @param scopes as `KeyMap.snapshot` gives them */
export function actingKeys(scopes: readonly KeyScope[]): (ViewKey & Pick<KeyScope, 'place'>)[] {
  const entries = scopes.flatMap(({ place, keys }) =>
    keys.map((key) => [key.keys, { ...key, place }] as const),
  );
  return [...new Map(entries).values()].sort((a, b) => barOrder(a.keys) - barOrder(b.keys));
}

/** A field of figures has no use for the plus sign: there it stays a key. */
function isWantedBy(target: EventTarget | null, keys: string): boolean {
  const isOfFigures = target instanceof HTMLInputElement && ['numeric', 'decimal'].includes(target.inputMode);
  return isInField(target) && !(keys === '+' && isOfFigures);
}

function isInField(target: EventTarget | null): boolean {
  if (target === null || !(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !['radio', 'checkbox', 'button'].includes(target.type);
  return target instanceof HTMLTextAreaElement || target.isContentEditable;
}
