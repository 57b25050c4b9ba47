// What differs between two values of a kind, field by field, with each field's name in both languages. List entries are told
// apart by their own key (segment, rule, cap), so that one put in the middle does not make all that follow look changed.
import type { PolicyKind } from '../../../data/store/repositories/policies';
import type { Bilingual, Difference } from '../contract';
import { jsonSchemaOf, labelOf, type SchemaNode } from './formSchema';
import { kinds } from './kinds';

interface Place {
  readonly path: readonly string[];
  /** The path of schema fields, without keys of list entries. */
  readonly fields: readonly string[];
  readonly label: Bilingual;
  readonly schema: SchemaNode;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const joinLabels = (outer: Bilingual, inner: Bilingual): Bilingual => ({
  'zh-CN': outer['zh-CN'] === '' ? inner['zh-CN'] : `${outer['zh-CN']} · ${inner['zh-CN']}`,
  'en-US': outer['en-US'] === '' ? inner['en-US'] : `${outer['en-US']} · ${inner['en-US']}`,
});

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const fieldsOf = (schema: SchemaNode): Readonly<Record<string, SchemaNode>> =>
  Object.assign({}, ...[schema, ...(schema.oneOf ?? []), ...(schema.anyOf ?? [])].map((one) => one.properties ?? {}));

function leaf(place: Place, before: unknown, after: unknown): Difference[] {
  if (sameValue(before, after)) return [];
  const { path, label, schema } = place;
  const unit = schema.unit ?? schema.items?.unit ?? null;
  return [{ path: path.join('.'), label, unit, before: before ?? null, after: after ?? null }];
}

function ofObjects(
  place: Place,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  kind: PolicyKind,
): Difference[] {
  const schemas = fieldsOf(place.schema);
  const names = [...new Set([...Object.keys(schemas), ...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => {
    const schema = schemas[name] ?? {};
    const inner: Place = {
      path: [...place.path, name],
      fields: [...place.fields, name],
      label: joinLabels(place.label, labelOf(schema, name)),
      schema,
    };
    return walk(inner, before[name], after[name], kind);
  });
}

/** Entries by their key, when each has one of its own. */
function byKey(list: readonly unknown[], key: string): Map<string, unknown> | null {
  const found = new Map<string, unknown>();
  for (const entry of list) {
    const own = isObject(entry) ? entry[key] : undefined;
    if (typeof own !== 'string' || found.has(own)) return null;
    found.set(own, entry);
  }
  return found;
}

function ofKeyedLists(place: Place, before: readonly unknown[], after: readonly unknown[], kind: PolicyKind) {
  const key = kinds[kind].keys[place.fields.join('.')];
  const [old, fresh] = key === undefined ? [null, null] : [byKey(before, key), byKey(after, key)];
  if (old === null || fresh === null) return leaf(place, before, after);
  const differences = [...new Set([...old.keys(), ...fresh.keys()])].flatMap((name) => {
    const inner: Place = {
      path: [...place.path, name],
      fields: place.fields,
      label: joinLabels(place.label, { 'zh-CN': name, 'en-US': name }),
      schema: place.schema.items ?? {},
    };
    const [a, b] = [old.get(name), fresh.get(name)];
    return isObject(a) && isObject(b) ? ofObjects(inner, a, b, kind) : leaf(inner, a, b);
  });
  // The first segment that fits applies, so that the order itself is a rule.
  const order = (map: Map<string, unknown>) => [...map.keys()];
  const common = order(old).filter((name) => fresh.has(name));
  const reordered = !sameValue(
    common,
    order(fresh).filter((name) => old.has(name)),
  );
  return reordered ? [...differences, ...leaf(place, order(old), order(fresh))] : differences;
}

function walk(place: Place, before: unknown, after: unknown, kind: PolicyKind): Difference[] {
  if (sameValue(before, after)) return [];
  if (isObject(before) && isObject(after)) return ofObjects(place, before, after, kind);
  if (Array.isArray(before) && Array.isArray(after)) return ofKeyedLists(place, before, after, kind);
  return leaf(place, before, after);
}

/** Fields that name a version differ always and say nothing. */
export function differencesOf(kind: PolicyKind, before: unknown, after: unknown): readonly Difference[] {
  const root: Place = { path: [], fields: [], label: { 'zh-CN': '', 'en-US': '' }, schema: jsonSchemaOf(kind) };
  return walk(root, before, after, kind).filter(({ path }) => !kinds[kind].readOnly.includes(path));
}
