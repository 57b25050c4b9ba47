// A number in the unit that people use: yuan, percent, days. Out of bounds is marked at once; the server says why.
import type { WidgetProps } from '@rjsf/utils';
import { InputNumber } from 'antd';
import { useLanguage } from '../../../../app/language';
import type { OurSchema } from '../formSchema';
import { keptFrom, shown, unitView } from '../units';

export function AmountWidget({ id, value, schema, label, disabled, readonly, rawErrors, onChange }: WidgetProps) {
  const { t } = useLanguage();
  const { unit, step, minimum, maximum, type } = schema as OurSchema;
  const { suffix } = unitView(unit);
  const kept = typeof value === 'number' ? value : null;
  const nullable = Array.isArray(type) && type.includes('null');
  const outside = kept !== null && ((minimum ?? kept) > kept || (maximum ?? kept) < kept);
  return (
    <InputNumber<number>
      id={id}
      aria-label={label}
      className="amountInput"
      value={kept === null ? null : shown(kept, unit)}
      step={shown(step ?? 1, unit) || 1}
      {...(unit === 'fen' ? { precision: 2 } : type === 'integer' ? { precision: 0 } : {})}
      {...(suffix === null ? {} : { suffix: t(suffix) })}
      {...(outside || (rawErrors ?? []).length > 0 ? { status: 'error' as const } : {})}
      placeholder={nullable ? t('policy.notSet') : ''}
      disabled={disabled === true}
      readOnly={readonly === true}
      controls={readonly !== true}
      changeOnWheel={false}
      onChange={(typed) => onChange(typed === null ? (nullable ? null : undefined) : keptFrom(typed, unit))}
    />
  );
}
