const FOCUSABLE =
  'input:not([disabled]):not([type="hidden"]), textarea:not([disabled]), select:not([disabled]), button:not([disabled]), a[href], [tabindex="0"]';

/** The first element inside that can take the focus; in a radio group the chosen one. */
export function firstFocusable(container: Element): HTMLElement | null {
  return (
    container.querySelector<HTMLElement>('input[type="radio"]:checked:not([disabled])') ??
    container.querySelector<HTMLElement>(FOCUSABLE)
  );
}

/** Moves the focus to the field or group with this id and into view. Does nothing when it is not on the screen. */
export function focusField(id: string): void {
  const found = document.getElementById(id);
  if (!found) return;
  const target = found.matches(FOCUSABLE) ? found : firstFocusable(found);
  target?.focus({ preventScroll: true });
  found.scrollIntoView({ block: 'center' });
}
