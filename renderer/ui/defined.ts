type Defined<T> = { [K in keyof T]: Exclude<T[K], undefined> };

/**
 * Leaves out keys whose value is undefined: our props allow an explicit undefined, react-aria's
 * exact optional types do not.
 */
export function defined<T extends object>(props: T): Partial<Defined<T>> {
  const entries = Object.entries(props).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as Partial<Defined<T>>;
}
