const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** A thing as the register has shown or taken it. */
export interface Sighting {
  /** What it is: `visit`. */
  readonly word: string;
  /** Undefined for a thing without an id of its own. */
  readonly id: string | undefined;
  /** The same for the same thing, whatever has changed around it. */
  readonly key: string;
  /** By word, its own id and the ids of what it names and stands in: of a visit also the customer's. */
  readonly ids: ReadonlyMap<string, string>;
  /** Its fields without the things in it, and those of what it stands in that it has not itself. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The list in which it stood, the same for all in it. */
  readonly list: readonly unknown[] | undefined;
}

/** Words for one thing: what is sold is an item; who is found, is like another or stands beside one is a customer. */
const sameThing: Readonly<Record<string, string>> = {
  service: 'item',
  hit: 'customer',
  except: 'customer',
  other: 'customer',
  subject: 'customer',
  by: 'user',
};

/** `toCustomerId`, `customers` → `customer`. */
export function wordOf(key: string): string {
  const last = camelWords(key.replace(/Ids?$/, '')).at(-1) ?? key;
  const word = last.replace(/s$/, '');
  return sameThing[word] ?? word;
}

/** `setItemPrice` → `set`, `item`, `price`. */
function camelWords(name: string): string[] {
  return name.split(/(?=[A-Z])/).map((word) => word.toLowerCase());
}

/** What a bare `id` names in the inputs of a procedure: what its name is about, or else its feature. */
export function thingOf(feature: string, name: string): string {
  return wordOf(camelWords(name)[1] ?? feature);
}

/** What the things are that a query answers with: a list is of what its name says in the plural. */
export function answeredBy(feature: string, name: string): string {
  const last = camelWords(name).at(-1) ?? '';
  return wordOf(last.endsWith('s') ? last : feature);
}

/**
 * Every thing in a value, with what it stands in.
 * @param word what it is, when nothing inside says it
 * @param around what it was asked by: ids in it belong to all that was answered
 */
export function sightingsIn(value: unknown, word: string, around: unknown = {}): Sighting[] {
  const ids = new Map(idsIn(around, ''));
  return thingsIn(value, { word, ids, fields: {}, list: undefined });
}

function thingsIn(value: unknown, at: Omit<Sighting, 'id' | 'key'>): Sighting[] {
  if (Array.isArray(value)) return value.flatMap((item) => thingsIn(item, { ...at, list: value }));
  if (typeof value !== 'object' || value === null) return [];
  const named = idsIn(value, at.word);
  const ids = new Map([...at.ids, ...named]);
  // What moves a visit names the visit beside its own id, which is then not the visit's.
  const bare = new Map<string, unknown>(Object.entries(value)).get('id');
  const id = isId(bare) && ids.get(at.word) === bare ? bare : undefined;
  const own = Object.fromEntries(Object.entries(value).filter(([, inner]) => isField(inner)));
  const fields = { ...at.fields, ...own };
  const key = id ?? JSON.stringify([own, [...at.ids.values()]]);
  const inner = Object.entries(value).flatMap(([name, part]) =>
    thingsIn(part, { word: wordOf(name), ids, fields, list: undefined }),
  );
  return [{ ...at, ids, id, key, fields }, ...inner];
}

/** The ids that an object names, by word; the first of a word, and a bare `id` only where no other key has the word. */
function idsIn(value: unknown, word: string): [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  const named = Object.entries(value).flatMap(([key, inner]): [string, string][] =>
    isId(inner) ? [[key === 'id' ? word : wordOf(key), inner]] : [],
  );
  const bare = named.filter(([, id]) => id === (value as { id?: unknown }).id);
  const others = named.filter(([, id]) => id !== (value as { id?: unknown }).id);
  return [...bare, ...others.reverse()];
}

/** What a thing has that is no thing itself. */
function isField(value: unknown): boolean {
  return Array.isArray(value) || typeof value !== 'object' || value === null;
}

function isId(value: unknown): value is string {
  return typeof value === 'string' && uuid.test(value);
}
