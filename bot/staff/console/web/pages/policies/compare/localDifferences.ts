// What differs between two values of one policy, found in the browser: for a conflict, where one of them is not stored.
import type { Difference } from '../../../../../contract';
import type { Language } from '../../../app/text';
import { localised, type OurSchema, schemaAt } from '../form/formSchema';

type Path = readonly (string | number)[];
const isBranch = (value: unknown): value is Record<string, unknown> | unknown[] =>
  typeof value === 'object' && value !== null;
const isScalarList = (value: unknown): boolean => Array.isArray(value) && value.every((item) => !isBranch(item));

function leaves(before: unknown, after: unknown, path: Path): { path: Path; before: unknown; after: unknown }[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const bothBranches = isBranch(before) && isBranch(after) && Array.isArray(before) === Array.isArray(after);
  if (!bothBranches || isScalarList(before) || isScalarList(after)) return [{ path, before, after }];
  const [a, b] = [before as Record<string, unknown>, after as Record<string, unknown>];
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return keys.flatMap((key) => leaves(a[key], b[key], [...path, Array.isArray(before) ? Number(key) : key]));
}

export function localDifferences(jsonSchema: unknown, before: unknown, after: unknown): Difference[] {
  const words: Record<Language, OurSchema> = {
    'zh-CN': localised(jsonSchema, 'zh-CN', (value) => value),
    'en-US': localised(jsonSchema, 'en-US', (value) => value),
  };
  const labelIn = (language: Language, path: Path): string =>
    schemaAt(words[language], path)?.title ?? String(path.at(-1) ?? '');
  return leaves(before, after, []).map((leaf) => ({
    path: leaf.path.join('.'),
    label: { 'zh-CN': labelIn('zh-CN', leaf.path), 'en-US': labelIn('en-US', leaf.path) },
    unit: schemaAt(words['en-US'], leaf.path)?.unit ?? null,
    before: leaf.before,
    after: leaf.after,
  }));
}
