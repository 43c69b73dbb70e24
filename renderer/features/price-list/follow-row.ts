/**
 * A form whose row changed while it was open: what was typed stays, and every other field follows the row.
 * @param before what the form held before anything was typed
 * @param typed what it holds now
 * @param row what it would hold of the row as it stands now
 */
export function followRow<Values extends object>(before: Values, typed: Values, row: Values): Values {
  const next = { ...row };
  for (const field of Object.keys(row) as (keyof Values)[]) {
    if (!Object.is(typed[field], before[field])) next[field] = typed[field];
  }
  return next;
}
