import { parseHetu } from '#shared/values/hetu.ts';
import { parsePhone } from '#shared/values/phone.ts';
import { type CustomerValues, type FieldName, fieldOrder } from './form-values.ts';

type Form = CustomerValues['form'];

/** Two people's changes of one customer, put together field by field. */
export interface Merge {
  /** The person's own form with the other's values where only the other changed something. */
  readonly merged: Form;
  /** Fields that only the other changed. */
  readonly taken: readonly FieldName[];
  /** Fields that both changed, differently: a person has to choose. */
  readonly disputed: readonly FieldName[];
}

/** @param base what both started from */
export function mergeForms(base: Form, mine: Form, theirs: Form): Merge {
  const changed = fieldOrder.filter((field) => field !== 'source' && !isSame(field, base, theirs));
  const taken = changed.filter((field) => isSame(field, base, mine));
  const disputed = changed.filter((field) => !isSame(field, base, mine) && !isSame(field, mine, theirs));
  const news = Object.fromEntries(taken.map((field) => [field, theirs[field]]));
  return { merged: { ...mine, ...news }, taken, disputed };
}

function isSame(field: FieldName, a: Form, b: Form): boolean {
  return plain(field, a[field]) === plain(field, b[field]);
}

/** One form of each value, however it was typed. */
function plain(field: FieldName, value: string | boolean | null): string {
  const text = String(value ?? '').trim();
  const parsed = field === 'phone' ? parsePhone(text) : field === 'hetu' ? parseHetu(text) : null;
  return parsed?.ok ? parsed.value : text;
}
