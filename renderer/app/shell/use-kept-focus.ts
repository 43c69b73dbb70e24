import { useEffect } from 'react';

const focusable =
  'a[href], button:not([disabled]), input:not([disabled]), select:not([disabled]), textarea:not([disabled]), [tabindex]';
/** Parts of the screen inside which the next control is a neighbour. */
const place = 'section, header, aside, dialog, [role="tabpanel"], main';
/** What floats above the screen gives the focus back by itself. */
const floating = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

interface Held {
  readonly element: HTMLElement;
  readonly place: Element;
  /** Where the focus goes when the element is gone, nearest first. */
  readonly neighbours: readonly HTMLElement[];
}

/**
 * A control may go away by what was done with it: a record is removed, a corrected entry has no menu any more. The
 * focus then goes on to its neighbour in the same part of the screen, not to the top of the window, where a person
 * without a mouse would begin again. When the whole part is gone, the person has gone elsewhere.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let held: Held | null = null;
    const onFocusIn = ({ target }: FocusEvent) => {
      if (target instanceof HTMLElement && !target.closest(floating)) held = heldBy(target);
    };
    const restore = () => {
      // What floats above the screen keeps the focus until it closes: then this is asked again.
      if (!held || held.element.isConnected || document.activeElement?.closest(floating)) return;
      const { place: around, neighbours } = held;
      // Once only: a change of the screen later on must not move the focus of somebody who has clicked elsewhere.
      held = null;
      if (!isLost() || !around.isConnected) return;
      // What has come in place of the control counts too; a place with nothing in it takes the focus itself.
      const come = around.querySelectorAll<HTMLElement>(focusable);
      const places = [around, around.closest('main')].filter((one) => one instanceof HTMLElement);
      const next = [...neighbours, ...come, ...places].find(canTakeFocus);
      next?.focus();
    };
    const observer = new MutationObserver(() => {
      // Two frames later: whoever moves the focus on purpose, or gives it back, has done so by then.
      if (held && !held.element.isConnected) requestAnimationFrame(() => requestAnimationFrame(restore));
    });
    document.addEventListener('focusin', onFocusIn);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', onFocusIn);
      observer.disconnect();
    };
  }, []);
}

function canTakeFocus(element: HTMLElement): boolean {
  return element.isConnected && element.checkVisibility() && element.matches(focusable);
}

function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}

/** First what is in the same row, then the rest of the place: what follows before what precedes. */
function heldBy(element: HTMLElement): Held | null {
  const around = element.closest(place);
  if (!around) return null;
  const row = element.closest<HTMLElement>('tr');
  const inPlace = fromHere([...around.querySelectorAll<HTMLElement>(focusable)], element);
  const inRow = row ? inPlace.filter((one) => row.contains(one)) : [];
  return { element, place: around, neighbours: [...inRow, ...inPlace] };
}

function fromHere(all: readonly HTMLElement[], element: HTMLElement): HTMLElement[] {
  const index = all.indexOf(element);
  return [...all.slice(index + 1), ...all.slice(0, Math.max(index, 0)).reverse()];
}
