// A list of numbers or words in one field: ticked where the values are known, typed with Enter where they are free.
import type { FieldProps } from '@rjsf/utils';
import { Checkbox, Select } from 'antd';
import { useLanguage } from '../../../../app/language';
import type { OurSchema } from '../formSchema';
import { keptFrom, shown } from '../units';
import { useValueText } from '../useValueText';

const separators = [',', '，', '、', ' ', '\n'];

export function ScalarList({ fieldPathId, formData, schema, readonly, disabled, onChange }: FieldProps) {
  const { t, code } = useLanguage();
  const valueText = useValueText();
  const ours = schema as OurSchema;
  const items = (ours.items ?? {}) as OurSchema;
  const unit = ours.unit ?? items.unit;
  const values: unknown[] = Array.isArray(formData) ? formData : [];
  const change = (next: unknown[]) => onChange(next, fieldPathId.path);
  const locked = readonly === true || disabled === true;

  // A checker reads what may not be changed: it stands there as text, and not as faint controls.
  if (locked)
    return (
      <div id={fieldPathId.$id} className="lockedValue">
        {valueText(values, unit)}
      </div>
    );
  if (items.enum !== undefined)
    return (
      <Checkbox.Group
        className="checkList"
        value={values as string[]}
        options={items.enum.map((value) => ({ value: String(value), label: code('enum', String(value)) }))}
        onChange={(next) => change(next)}
      />
    );
  const numeric = items.type === 'number' || items.type === 'integer';
  return (
    <Select<string[]>
      id={fieldPathId.$id}
      mode="tags"
      open={false}
      suffixIcon={null}
      className="choiceInput"
      // A sentence may hold commas; only a new line or Enter ends it.
      tokenSeparators={numeric ? separators : ['\n']}
      placeholder={t('policy.listHint')}
      aria-label={ours.title ?? ''}
      value={values.map((value) => (typeof value === 'number' ? String(shown(value, unit)) : String(value)))}
      labelRender={({ value }) => (numeric ? valueText(keptFrom(Number(value), unit), unit) : String(value))}
      onChange={(typed) => {
        if (!numeric) return change(typed);
        const numbers = typed.map((text) => Number(text.replace('%', ''))).filter((value) => Number.isFinite(value));
        change([...new Set(numbers.map((value) => keptFrom(value, unit)))].sort((a, b) => a - b));
      }}
    />
  );
}
