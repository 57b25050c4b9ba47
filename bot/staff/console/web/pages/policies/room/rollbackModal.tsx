// Goes back to an earlier version by making a new draft of it, with a reason and a wished day.
import { Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useLanguage } from '../../../app/language';
import { FormModal } from '../../../parts/modals/formModal';
import { DayField } from './dayField';

interface RollbackModalProps {
  readonly version: string;
  /** Today at the bank. */
  readonly today: string;
  readonly busy: boolean;
  onCancel(): void;
  onConfirm(body: { readonly reason: string; readonly effectiveFrom: string }): void;
}

interface Fields {
  readonly effectiveFrom: Dayjs;
  readonly reason: string;
}

export function RollbackModal({ version, today, busy, onCancel, onConfirm }: RollbackModalProps) {
  const { t } = useLanguage();
  return (
    <FormModal<Fields>
      title={t('policy.rollbackTitle', { version })}
      okText={t('policy.create')}
      busy={busy}
      initialValues={{ effectiveFrom: dayjs(today) }}
      onCancel={onCancel}
      onFinish={({ effectiveFrom, reason }) => onConfirm({ reason, effectiveFrom: effectiveFrom.format('YYYY-MM-DD') })}
    >
      <DayField today={today} hint={t('policy.rollbackHint')} />
      <Form.Item
        name="reason"
        label={t('policy.reason')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} autoFocus />
      </Form.Item>
    </FormModal>
  );
}
