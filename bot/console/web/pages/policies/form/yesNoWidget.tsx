// Yes or no, as a switch.
import type { WidgetProps } from '@rjsf/utils';
import { Switch } from 'antd';
import { useLanguage } from '../../../language';

export function YesNoWidget({ id, value, label, readonly, disabled, onChange }: WidgetProps) {
  const { t } = useLanguage();
  return (
    <Switch
      id={id}
      aria-label={label}
      checked={value === true}
      disabled={readonly === true || disabled === true}
      checkedChildren={t('policy.value.true')}
      unCheckedChildren={t('policy.value.false')}
      onChange={(checked) => onChange(checked)}
    />
  );
}
