/** To a field whose value is likely to be replaced: what is typed next takes its place. */
export function focusAndSelect(id: string): void {
  const field = document.getElementById(id);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  field.select();
}
