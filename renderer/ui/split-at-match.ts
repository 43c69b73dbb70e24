/** The text before, at and after the first place where it holds what was typed, whatever the case. */
export function splitAtMatch(text: string, typed: string): [before: string, match: string, after: string] {
  const wanted = typed.trim().toLocaleLowerCase('fi');
  const at = wanted === '' ? -1 : text.toLocaleLowerCase('fi').indexOf(wanted);
  if (at < 0) return [text, '', ''];
  const end = at + wanted.length;
  return [text.slice(0, at), text.slice(at, end), text.slice(end)];
}
