// A group of fields in columns; groups within it take the whole width.
import type { ObjectFieldTemplateProps, UiSchema } from '@rjsf/utils';
import type { OurSchema } from '../formSchema';

function isWide(schema: unknown, ui: UiSchema | undefined): boolean {
  // A text area takes the whole width.
  if (ui?.['ui:options']?.rows !== undefined) return true;
  const field = ui?.['ui:field'];
  const { type, oneOf, items } = (schema ?? {}) as OurSchema;
  if (oneOf !== undefined || type === 'object') return true;
  if (type === 'array')
    return typeof items === 'object' && items !== null && 'enum' in items ? true : field !== 'scalarList';
  return false;
}

export function ObjectTemplate({
  properties,
  schema,
  uiSchema,
  title,
  description,
  fieldPathId,
}: ObjectFieldTemplateProps) {
  const isListEntry = typeof fieldPathId.path.at(-1) === 'number';
  const isRoot = fieldPathId.path.length === 0;
  const shown = properties.filter(({ hidden }) => !hidden);
  return (
    <fieldset id={fieldPathId.$id} className={isRoot || isListEntry ? 'group' : 'group groupInner'}>
      {!isRoot && !isListEntry && title !== '' && <legend>{title}</legend>}
      {!isRoot && !isListEntry && typeof description === 'string' && description !== '' && (
        <p className="quiet small">{description}</p>
      )}
      <div className="groupFields">
        {shown.map(({ name, content }) => (
          <div
            key={name}
            className={
              isWide(schema.properties?.[name], uiSchema?.[name] as UiSchema | undefined) ? 'groupWide' : undefined
            }
          >
            {content}
          </div>
        ))}
      </div>
    </fieldset>
  );
}
