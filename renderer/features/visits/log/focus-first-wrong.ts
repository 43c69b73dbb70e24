import { focusField } from '../../../ui/focus-field.ts';

const wrong = '[aria-invalid="true"]';

/** Goes to the first wrong field as the eye meets it: the form knows its fields in the order in which they came. */
export function focusFirstWrong(): void {
  // A frame later, when what is wrong has been marked.
  requestAnimationFrame(() => {
    const panel = document.getElementById('serviceId')?.closest('dialog');
    const field = panel?.querySelector(`${wrong}[id]`);
    if (field) focusField(field.id);
  });
}
