// A part that comes in one of several forms: which one, then its fields.
import type { MultiSchemaFieldTemplateProps } from '@rjsf/utils';

export function ChoiceOfForm({ selector, optionSchemaField, schema }: MultiSchemaFieldTemplateProps) {
  return (
    <div className="group groupInner">
      {schema.title !== undefined && <legend>{schema.title}</legend>}
      <div className="choiceOfForm">{selector}</div>
      {optionSchemaField}
    </div>
  );
}
