// The first day in force, with today and tomorrow one click away.
import { DatePicker, Form } from 'antd';
import dayjs from 'dayjs';
import { useLanguage } from '../../../app/language';

export function DayField({ today, hint }: { readonly today: string; readonly hint: string }) {
  const { t } = useLanguage();
  return (
    <Form.Item
      name="effectiveFrom"
      label={t('policy.effectiveFrom')}
      extra={hint}
      rules={[{ required: true, message: t('common.required') }]}
    >
      <DatePicker
        allowClear={false}
        presets={[
          { label: t('policy.today'), value: dayjs(today) },
          { label: t('policy.tomorrow'), value: dayjs(today).add(1, 'day') },
        ]}
      />
    </Form.Item>
  );
}
