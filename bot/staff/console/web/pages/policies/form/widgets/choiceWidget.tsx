// One of a few named values.
import type { WidgetProps } from '@rjsf/utils';
import { Select } from 'antd';
import { useLanguage } from '../../../../app/language';

export function ChoiceWidget({ id, value, label, options, readonly, disabled, onChange }: WidgetProps) {
  const { code } = useLanguage();
  if (disabled === true || readonly === true)
    return (
      <div id={id} className="lockedValue">
        {value === undefined || value === null ? '—' : code('enum', String(value))}
      </div>
    );
  return (
    <Select<string | number>
      id={id}
      aria-label={label}
      className="choiceInput"
      value={value as string | number}
      showSearch={{ optionFilterProp: 'label' }}
      options={(options.enumOptions ?? []).map((option) => ({
        value: option.value as string | number,
        label: code('enum', option.label),
      }))}
      onChange={(next) => onChange(next)}
    />
  );
}
