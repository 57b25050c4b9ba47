// A field by all the groups it lies in: "Segments · late · First instalment, earliest", as the differences name it too.
import { entryId } from './entryId';
import { type OurSchema, schemaAt } from './formSchema';

const inside = (value: unknown, part: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[part] : undefined;

/** `path` is dotted, with the places of list entries as numbers; `schema` has its words in one language. */
export function fieldName(schema: OurSchema, value: unknown, path: string): string {
  const parts = path.split('.').filter(Boolean);
  let at = value;
  const names = parts.map((part, index) => {
    at = inside(at, part);
    if (/^\d+$/.test(part)) return entryId(at) ?? `#${Number(part) + 1}`;
    return schemaAt(schema, parts.slice(0, index + 1))?.title;
  });
  const known = names.filter((name) => name !== undefined && name !== '');
  return known.length === 0 ? path : known.join(' · ');
}
