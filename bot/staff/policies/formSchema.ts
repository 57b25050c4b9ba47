// The JSON Schema of a kind, drawn from the very schema that checks it, with words in both languages for every field.
import { z } from 'zod';
import type { PolicyKind } from '../../../data/store/repositories/policies';
import type { Bilingual, PolicySchema } from '../contract';
import englishForm from '../text/en-US/form.json';
import { staffText } from '../text/staffText';
import chineseForm from '../text/zh-CN/form.json';
import formUnits from './formUnits.json';
import { kinds } from './kinds';

/** A node of a JSON Schema, as far as we read it. */
export interface SchemaNode {
  type?: string | string[];
  properties?: Record<string, SchemaNode>;
  items?: SchemaNode;
  anyOf?: SchemaNode[];
  oneOf?: SchemaNode[];
  additionalProperties?: boolean | SchemaNode;
  required?: string[];
  propertyNames?: unknown;
  minimum?: number;
  maximum?: number;
  maxLength?: number;
  title?: string;
  description?: string;
  zh?: { title: string; description: string };
  unit?: string;
  step?: number;
  [more: string]: unknown;
}

/** Title in English, in Chinese, and the unit where the field has one. */
type Words = Readonly<Record<string, readonly [english: string, chinese: string, unit: string | undefined]>>;

const unitsOf: Readonly<Partial<Record<PolicyKind, Readonly<Record<string, string>>>>> = formUnits;

function wordsOf(kind: PolicyKind): Words {
  const chinese = new Map(Object.entries(chineseForm[kind]));
  const units = new Map(Object.entries(unitsOf[kind] ?? {}));
  return Object.fromEntries(
    Object.entries(englishForm[kind]).map(([path, english]) => [
      path,
      [english, chinese.get(path) ?? english, units.get(path)] as const,
    ]),
  );
}

const unitNames = ['fen', 'days', 'months', 'share', 'seconds', 'sharePerMonth', 'count'] as const;
const units = Object.fromEntries(unitNames.map((name) => [name, staffText('unit', name)]));

const joined = (path: string, name: string): string => (path === '' ? name : `${path}.${name}`);

/** {anyOf: [X, null]} → X that may be null: forms draw one field instead of a choice of two. */
function withoutNullChoice(node: SchemaNode): SchemaNode {
  const [first, second] = node.anyOf ?? [];
  if (node.anyOf?.length !== 2 || first === undefined || second?.type !== 'null') return node;
  const { anyOf: _choice, ...rest } = node;
  return { ...first, ...rest, type: [...[first.type ?? 'string'].flat(), 'null'] };
}

/** A language map (a record with fixed keys) becomes an object with these fields. */
function withoutOpenRecord(node: SchemaNode): SchemaNode {
  const { propertyNames, additionalProperties, ...rest } = node;
  if (propertyNames === undefined || typeof additionalProperties !== 'object') return node;
  const names = node.required ?? [];
  const properties = Object.fromEntries(names.map((name) => [name, { ...additionalProperties }]));
  return { ...rest, properties, additionalProperties: false };
}

function dressed(raw: SchemaNode, path: string, words: Words): SchemaNode {
  const node = withoutOpenRecord(withoutNullChoice(raw));
  const own = words[path];
  if (node.title === undefined && own !== undefined) {
    const [title, chinese, unit] = own;
    node.title = title;
    node.zh = { title: chinese, description: '' };
    if (unit !== undefined) node.unit = unit;
  }
  if (node.minimum === Number.MIN_SAFE_INTEGER) delete node.minimum;
  if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
  // The calendar's own pattern is long and says nothing to a person; the format says it.
  if (node.format === 'date') delete node.pattern;
  if (node.properties !== undefined)
    node.properties = Object.fromEntries(
      Object.entries(node.properties).map(([name, inner]) => [name, dressed(inner, joined(path, name), words)]),
    );
  if (node.items !== undefined) node.items = dressed(node.items, path, path === '' ? words : withoutOwn(words, path));
  for (const choice of ['anyOf', 'oneOf'] as const)
    if (node[choice] !== undefined)
      node[choice] = node[choice].map((one) => dressed(one, path, withoutOwn(words, path)));
  return node;
}

/** The words of a list belong to the list, not to each of its entries. */
const withoutOwn = (words: Words, path: string): Words =>
  Object.fromEntries(Object.entries(words).filter(([key]) => key !== path));

const made = new Map<PolicyKind, SchemaNode>();

export function jsonSchemaOf(kind: PolicyKind): SchemaNode {
  const known = made.get(kind);
  if (known !== undefined) return known;
  const raw = JSON.parse(JSON.stringify(z.toJSONSchema(kinds[kind].formSchema, { io: 'input' }))) as SchemaNode;
  const schema = dressed(raw, '', wordsOf(kind));
  made.set(kind, schema);
  return schema;
}

/** The node of the field at a path, or undefined; where forms of a union differ, the first that has it. */
export function nodeAt(node: SchemaNode, path: readonly PropertyKey[]): SchemaNode | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return node;
  const inner = typeof first === 'number' ? node.items : node.properties?.[String(first)];
  if (inner !== undefined) return nodeAt(inner, rest);
  for (const choice of [...(node.anyOf ?? []), ...(node.oneOf ?? [])]) {
    const found = nodeAt(choice, path);
    if (found !== undefined) return found;
  }
  return undefined;
}

const longTexts: Readonly<Record<PolicyKind, readonly string[]>> = {
  offerLimits: [],
  contactRules: [],
  utteranceRules: ['denials.zh-CN', 'denials.en-US', 'rules.pattern', 'rules.unless'],
  answers: ['short.zh-CN', 'short.en-US', 'more.zh-CN', 'more.en-US'],
};

type UiNode = { [name: string]: UiNode | string | boolean };

/** Puts a setting at the place of a field; below a list stands `items`. */
function setAt(
  ui: UiNode,
  schema: SchemaNode,
  parts: readonly string[],
  setting: Record<string, string | boolean>,
): void {
  const [head, ...rest] = parts;
  if (schema.items !== undefined) {
    const items = typeof ui.items === 'object' ? ui.items : {};
    ui.items = items;
    setAt(items, schema.items, parts, setting);
    return;
  }
  if (head === undefined) {
    Object.assign(ui, setting);
    return;
  }
  const inner = ui[head];
  const next = typeof inner === 'object' ? inner : {};
  ui[head] = next;
  setAt(next, schema.properties?.[head] ?? {}, rest, setting);
}

export function policySchemaOf(kind: PolicyKind): PolicySchema {
  const jsonSchema = jsonSchemaOf(kind);
  const uiSchema: UiNode = {};
  for (const field of kinds[kind].readOnly) setAt(uiSchema, jsonSchema, [field], { 'ui:readonly': true });
  for (const path of longTexts[kind]) setAt(uiSchema, jsonSchema, path.split('.'), { 'ui:widget': 'textarea' });
  return { kind, jsonSchema, uiSchema, readOnly: [...kinds[kind].readOnly], units };
}

/** The name of a field in both languages; its own name where it has no words. */
export const labelOf = ({ title, zh }: SchemaNode, name: string): Bilingual => ({
  'zh-CN': zh?.title || title || name,
  'en-US': title || name,
});

/** The unit of the field at a path; an entry of a list has its list's. */
export function unitAt(kind: PolicyKind, path: readonly PropertyKey[]): string | undefined {
  const owner = typeof path.at(-1) === 'number' ? path.slice(0, -1) : path;
  return nodeAt(jsonSchemaOf(kind), path)?.unit ?? nodeAt(jsonSchemaOf(kind), owner)?.unit;
}
