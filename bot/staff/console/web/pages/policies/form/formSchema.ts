// Turns the API's JSON Schema into what the form library draws in the chosen language: titles, help, units, simple lists.
import type { RJSFSchema, UiSchema } from '@rjsf/utils';
import type { Language } from '../../../app/text';

interface FieldWords {
  readonly title?: string;
  readonly description?: string;
}
/** What our schemas say beside JSON Schema: Chinese words, unit and step. */
export interface OurSchema extends RJSFSchema {
  zh?: FieldWords;
  unit?: string;
  step?: number;
}

const isSchema = (value: unknown): value is OurSchema =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isScalar = (schema: unknown): boolean =>
  isSchema(schema) && !schema.properties && !schema.oneOf && !schema.anyOf && schema.type !== 'array';

function words(schema: OurSchema, language: Language): FieldWords {
  const { zh, title, description } = schema;
  const found = language === 'zh-CN' ? { ...{ title, description }, ...zh } : { title, description };
  return {
    ...(found.title === undefined ? {} : { title: found.title }),
    ...(found.description === undefined ? {} : { description: found.description }),
  };
}

/** "a number or nothing" as one field instead of a choice between two. */
function withoutNullChoice(schema: OurSchema): OurSchema {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices === undefined) return schema;
  const rest = choices.filter((choice) => isSchema(choice) && choice.type !== 'null');
  const [only] = rest;
  if (rest.length !== 1 || rest.length === choices.length || !isSchema(only) || !isScalar(only)) return schema;
  const { anyOf: _any, oneOf: _one, ...outer } = schema;
  return { ...only, ...outer, type: [only.type as 'string', 'null'] };
}

/** The property that tells the forms of a union apart: the one that is a constant in each of them. */
function discriminatorOf(choices: readonly unknown[]): string | undefined {
  const [first] = choices;
  if (!isSchema(first)) return undefined;
  return Object.keys(first.properties ?? {}).find((name) =>
    choices.every((choice) => {
      const property = isSchema(choice) ? choice.properties?.[name] : undefined;
      return isSchema(property) && property.const !== undefined;
    }),
  );
}

export type NameChoice = (value: string) => string;

/** The same schema with words of one language in their place. */
export function localised(given: unknown, language: Language, nameChoice: NameChoice): OurSchema {
  if (!isSchema(given)) return {};
  const schema = withoutNullChoice(given);
  const { zh: _zh, $schema: _dialect, ...rest } = schema;
  const result: OurSchema = { ...rest, ...words(schema, language) };
  const inside = (value: unknown) => localised(value, language, nameChoice);
  if (schema.properties !== undefined)
    result.properties = Object.fromEntries(
      Object.entries(schema.properties).map(([key, value]) => [key, inside(value)]),
    );
  if (isSchema(schema.items)) result.items = inside(schema.items);
  // What may come besides the named fields is for the server to judge; the form draws only what is named.
  if (schema.properties !== undefined) delete result.additionalProperties;
  else if (isSchema(schema.additionalProperties)) result.additionalProperties = inside(schema.additionalProperties);
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices !== undefined) {
    const propertyName = discriminatorOf(choices);
    delete result.anyOf;
    result.oneOf = choices.map((choice) => {
      const one = inside(choice);
      const constant = propertyName === undefined ? undefined : one.properties?.[propertyName];
      if (propertyName === undefined || !isSchema(constant)) return one;
      return { ...one, title: nameChoice(String(constant.const)) };
    });
    if (propertyName !== undefined) Object.assign(result, { discriminator: { propertyName } });
  }
  return result;
}

const hidden: UiSchema = { 'ui:widget': 'hidden' };

/** How each field is drawn. `readOnly` names dotted paths that the program sets by itself. */
export function uiFor(schema: OurSchema, readOnly: readonly string[], path: readonly string[] = []): UiSchema {
  if (readOnly.includes(path.join('.'))) return hidden;
  const below = (name: string, value: unknown): UiSchema =>
    isSchema(value) ? uiFor(value, readOnly, [...path, name]) : {};
  if (schema.oneOf !== undefined)
    return { oneOf: schema.oneOf.map((choice) => (isSchema(choice) ? uiFor(choice, readOnly, path) : {})) };
  if (schema.properties !== undefined)
    return Object.fromEntries(Object.entries(schema.properties).map(([name, value]) => [name, below(name, value)]));
  if (schema.type === 'array' && isSchema(schema.items)) {
    if (isScalar(schema.items)) return { 'ui:field': 'scalarList' };
    return { items: uiFor(schema.items, readOnly, path) };
  }
  if (schema.const !== undefined) return hidden;
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  if (types.includes('number') || types.includes('integer')) return { 'ui:widget': 'amount' };
  if (types.includes('boolean')) return { 'ui:widget': 'yesNo' };
  if (types.includes('string') && schema.enum === undefined && schema.format === undefined)
    return { 'ui:widget': 'words' };
  return {};
}

/** The localised schema of the field at a path, or undefined. */
export function schemaAt(schema: OurSchema, path: readonly (string | number)[]): OurSchema | undefined {
  const [first, ...rest] = path;
  if (first === undefined) return schema;
  const direct = schema.properties?.[String(first)];
  if (isSchema(direct)) return schemaAt(direct, rest);
  if (isSchema(schema.items)) return schemaAt(schema.items, rest);
  if (isSchema(schema.additionalProperties)) return schemaAt(schema.additionalProperties, rest);
  for (const choice of schema.oneOf ?? []) {
    const found = isSchema(choice) ? schemaAt(choice, path) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const isNode = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Our drawing with the server's own settings laid upon it, field by field; a text area is our paragraph. */
export function withServerSettings(ours: UiSchema, theirs: Record<string, unknown>): UiSchema {
  const result: Record<string, unknown> = { ...ours };
  for (const [key, value] of Object.entries(theirs)) {
    const known = result[key];
    if (key === 'ui:widget' && value === 'textarea') result['ui:options'] = { rows: 3 };
    else if (isNode(value)) result[key] = withServerSettings(isNode(known) ? known : {}, value);
    else if (key !== 'ui:widget' || known !== 'hidden') result[key] = value;
  }
  return result;
}
