// The parts of a long form, each leading to its place: limits of a segment stand some screens below the first field.
import { Button } from 'antd';
import type { PolicySchema } from '../../../../../../contract';
import { useLanguage } from '../../../../app/language';
import { entryId, isRecord } from '../entryId';
import { localised, type OurSchema } from '../formSchema';
import { goToField } from '../goToField';
import { openedMax } from './listTemplate';

interface Part {
  readonly path: string;
  readonly name: string;
}

/** Groups and lists below the top; the entries of a short list, too, since only those stand open. */
function partsOf(schema: OurSchema, value: unknown): readonly Part[] {
  return Object.entries(schema.properties ?? {}).flatMap(([key, inner]): Part[] => {
    if (typeof inner !== 'object') return [];
    const { type, items, title = key } = inner;
    const holdsGroups = typeof items === 'object' && 'properties' in items;
    if (type !== 'object' && !(type === 'array' && holdsGroups)) return [];
    const entries = isRecord(value) ? value[key] : undefined;
    if (type === 'object' || !Array.isArray(entries) || entries.length > openedMax) return [{ path: key, name: title }];
    return entries.map((entry, index) => ({
      path: `${key}.${index}`,
      name: `${title} · ${entryId(entry) ?? `#${index + 1}`}`,
    }));
  });
}

export function FormParts({ schema, value }: { readonly schema: PolicySchema; readonly value: unknown }) {
  const { t, language } = useLanguage();
  const parts = partsOf(
    localised(schema.jsonSchema, language, (choice) => choice),
    value,
  );
  if (parts.length < 2) return null;
  return (
    <nav className="panel" aria-labelledby="formParts">
      <h2 id="formParts">{t('policy.parts')}</h2>
      <ul className="formParts">
        {parts.map(({ path, name }) => (
          <li key={path}>
            <Button type="link" size="small" className="formPart" onClick={() => goToField(path, 'start')}>
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
