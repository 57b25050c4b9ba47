// The form library wants a validator. Ours judges only which form of a union fits: everything else is checked by the
// server with the very schema that it will be saved under, so that the two can never disagree. It compiles no code,
// which a strict content security policy would forbid.
import type { RJSFSchema, ValidatorType } from '@rjsf/utils';

const typeFits = (type: unknown, value: unknown): boolean => {
  if (type === 'null') return value === null;
  if (type === 'array') return Array.isArray(value);
  if (type === 'object') return typeof value === 'object' && value !== null && !Array.isArray(value);
  if (type === 'integer') return Number.isInteger(value);
  return typeof value === type;
};

function fits(schema: RJSFSchema | boolean | undefined, value: unknown): boolean {
  if (schema === undefined || typeof schema === 'boolean') return schema !== false;
  if (schema.const !== undefined && schema.const !== value) return false;
  if (schema.enum !== undefined && !schema.enum.includes(value as string)) return false;
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !types.some((type) => typeFits(type, value))) return false;
  if (typeof value !== 'object' || value === null) return true;
  const fields = value as Record<string, unknown>;
  if ((schema.required ?? []).some((name) => fields[name] === undefined)) return false;
  return Object.entries(schema.properties ?? {}).every(
    ([name, property]) => fields[name] === undefined || fits(property as RJSFSchema, fields[name]),
  );
}

export const validator: ValidatorType = {
  validateFormData: () => ({ errors: [], errorSchema: {} }),
  isValid: (schema, formData) => fits(schema, formData),
  rawValidation: () => ({}),
};
