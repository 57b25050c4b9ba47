// One field: its name, its control, one line of help with its bounds, and what is wrong with it.
import type { FieldTemplateProps } from '@rjsf/utils';
import { Form } from 'antd';
import { useLanguage } from '../../../../app/language';
import type { OurSchema } from '../formSchema';
import { useRangeText, useValueText } from '../useValueText';

/** A bound that no one could type past by mistake only makes the line longer. */
const meaningless = 1_000_000_000;

function useBounds(schema: OurSchema): string | null {
  const { t } = useLanguage();
  const valueText = useValueText();
  const rangeText = useRangeText();
  const of = schema.type === 'array' ? ((schema.items ?? {}) as OurSchema) : schema;
  const unit = schema.unit ?? of.unit;
  const { minimum, maximum } = of;
  const high = maximum === undefined || Math.abs(maximum) > meaningless ? null : maximum;
  // That an amount is not below nothing needs no saying where there is no upper bound either.
  const plain = minimum === undefined || Math.abs(minimum) > meaningless || (minimum === 0 && high === null);
  const low = plain ? null : minimum;
  if (low !== null && high !== null) return rangeText(low, high, unit);
  if (low !== null) return t('policy.atLeast', { min: valueText(low, unit) });
  if (high !== null) return t('policy.atMost', { max: valueText(high, unit) });
  return null;
}

function Errors({ of }: { readonly of: readonly string[] }) {
  return (
    <ul className="fieldErrors">
      {of.map((error) => (
        <li key={error}>{error}</li>
      ))}
    </ul>
  );
}

export function FieldTemplate(props: FieldTemplateProps) {
  const { id, label, schema, uiSchema, rawErrors = [], hidden, children, fieldPathId } = props;
  const bounds = useBounds(schema as OurSchema);
  if (hidden === true) return null;
  const scalarList = uiSchema?.['ui:field'] === 'scalarList';
  const types: readonly unknown[] = Array.isArray(schema.type) ? schema.type : [schema.type];
  const isGroup = !scalarList && (types.includes('object') || types.includes('array') || schema.oneOf !== undefined);
  const isListEntry = typeof fieldPathId.path.at(-1) === 'number';
  if (isGroup)
    return (
      <div id={`${id}__group`} className="fieldGroup">
        {children}
        {rawErrors.length > 0 && <Errors of={rawErrors} />}
      </div>
    );
  const { description = '' } = schema;
  const help = (
    <>
      {description}
      {description !== '' && bounds !== null && ' · '}
      {bounds !== null && <span className="bounds">{bounds}</span>}
    </>
  );
  return (
    <Form.Item
      layout="vertical"
      label={isListEntry ? undefined : label}
      htmlFor={id}
      extra={description === '' && bounds === null ? undefined : help}
      {...(rawErrors.length > 0 ? { validateStatus: 'error' as const, help: <Errors of={rawErrors} /> } : {})}
    >
      {children}
    </Form.Item>
  );
}
