// A line or a paragraph of text, as long as what is in it.
import type { WidgetProps } from '@rjsf/utils';
import { Input } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../../../../app/language';

const paragraphLength = 48;

export function WordsWidget({ id, value, schema, label, options, readonly, disabled, onChange }: WidgetProps) {
  const { t } = useLanguage();
  const text = typeof value === 'string' ? value : '';
  // Decided once: a field must not change under the hands of somebody who types.
  const [paragraph] = useState(options.rows !== undefined || text.length > paragraphLength || text.includes('\n'));
  const nullable = Array.isArray(schema.type) && schema.type.includes('null');
  const shared = {
    id,
    'aria-label': label,
    value: text,
    placeholder: nullable ? t('policy.notSet') : '',
    readOnly: readonly === true,
    disabled: disabled === true,
    onChange: (event: { target: { value: string } }) =>
      onChange(event.target.value === '' && nullable ? null : event.target.value),
  };
  return paragraph ? <Input.TextArea autoSize={{ minRows: 2, maxRows: 12 }} {...shared} /> : <Input {...shared} />;
}
