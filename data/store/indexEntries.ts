// How an id and the key it is found under become one sortable text, and which texts may be ids and keys at all.
import type { StoreSchema } from './collections';
import { type IndexKey, StoreMisuse } from './documentStore';

/** Sorts before every other character, so that key "a" with its ids comes before key "ab". */
const separator = '\u0000';
const longest = 1024;
const sequenceDigits = 12;

/** Ids come from channels, too: refuse what could not be told apart again on disk. */
export function checkedId(id: string): string {
  const fits = id.length > 0 && id.length <= longest && !/\p{Surrogate}/u.test(id) && !id.includes(separator);
  if (!fits) throw new StoreMisuse('an id or index key is 1 to 1024 well-formed characters without the zero character');
  return id;
}

export const entryOf = (key: string, id: string): string => `${checkedId(key)}${separator}${id}`;
export const idOfEntry = (entry: string): string => entry.slice(entry.indexOf(separator) + 1);
export const keyOfEntry = (entry: string): string => entry.slice(0, entry.indexOf(separator));

/** Log sequences as ids that sort as they count. */
export const sequenceId = (sequence: number): string => String(sequence).padStart(sequenceDigits, '0');

/**
 * The keys that a value is found under in an index: the field's text, or each text of its list. `payments.paymentId` is the
 * field of each entry of a list.
 */
export function keysOf(value: unknown, field: string): readonly string[] {
  let found: readonly unknown[] = [value];
  for (const name of field.split('.'))
    found = found.flatMap((one): unknown => (isRecord(one) && Object.hasOwn(one, name) ? Reflect.get(one, name) : []));
  return [...new Set(found.filter((one) => typeof one === 'string' && one !== '').map(String))];
}

const isRecord = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** First entry that may match and the test that ends the walk. */
export function entryRange(key: IndexKey): { start: string; within(entry: string): boolean } {
  if (typeof key === 'string') {
    const start = `${checkedId(key)}${separator}`;
    return { start, within: (entry) => entry.startsWith(start) };
  }
  const { from = '', before } = key;
  return { start: from, within: (entry) => before === undefined || keyOfEntry(entry) < before };
}

export const cursorOf = (entry: string): string => Buffer.from(entry, 'utf8').toString('base64url');
/** The smallest text after the entry of a cursor. */
export const afterCursor = (cursor: string): string =>
  `${Buffer.from(cursor, 'base64url').toString('utf8')}${separator}`;

export const idTree = (collection: string): string => collection;
export const indexTree = (collection: string, index: string): string => `${collection}.${index}`;
export const logTree = (log: string, index: string): string => `log.${log}.${index}`;

/** Lookups that refuse what collections.ts does not declare, with a message that says so. */
export function declaredCollection(schema: StoreSchema, collection: string): { readonly indexes: readonly string[] } {
  const found = Object.hasOwn(schema.collections, collection) ? schema.collections[collection] : undefined;
  if (!found) throw new StoreMisuse(`no collection "${collection}": declare it in data/store/collections.ts`);
  return found;
}

export function declaredLog(
  schema: StoreSchema,
  log: string,
): { readonly indexes: readonly string[]; readonly chained: boolean } {
  const found = Object.hasOwn(schema.logs, log) ? schema.logs[log] : undefined;
  if (!found) throw new StoreMisuse(`no log "${log}": declare it in data/store/collections.ts`);
  return found;
}

export function declaredIndex(indexes: readonly string[], owner: string, index: string): void {
  if (!indexes.includes(index))
    throw new StoreMisuse(`${owner} has no index "${index}": declare it in data/store/collections.ts`);
}
