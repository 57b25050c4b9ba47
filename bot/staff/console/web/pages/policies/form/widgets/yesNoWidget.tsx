// Yes or no, as a switch; as a word where it cannot be changed.
import type { WidgetProps } from '@rjsf/utils';
import { Switch } from 'antd';
import { useLanguage } from '../../../../app/language';

export function YesNoWidget({ id, value, label, readonly, disabled, onChange }: WidgetProps) {
  const { t } = useLanguage();
  if (readonly === true || disabled === true)
    return (
      <div id={id} className="lockedValue">
        {t(value === true ? 'policy.value.true' : 'policy.value.false')}
      </div>
    );
  return (
    <Switch
      id={id}
      aria-label={label}
      checked={value === true}
      checkedChildren={t('policy.value.true')}
      unCheckedChildren={t('policy.value.false')}
      onChange={(checked) => onChange(checked)}
    />
  );
}
