// The second pair of eyes: approves from a day on, with a comment if there is something to say.
import { Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useLanguage } from '../../../app/language';
import { FormModal } from '../../../parts/modals/formModal';
import { DayField } from './dayField';

interface ApproveModalProps {
  readonly version: string;
  /** Today at the bank. */
  readonly today: string;
  readonly busy: boolean;
  onCancel(): void;
  onConfirm(body: { readonly effectiveFrom: string; readonly comment?: string }): void;
}

interface Fields {
  readonly effectiveFrom: Dayjs;
  readonly comment?: string;
}

export function ApproveModal({ version, today, busy, onCancel, onConfirm }: ApproveModalProps) {
  const { t } = useLanguage();
  return (
    <FormModal<Fields>
      title={t('policy.approveTitle', { version })}
      okText={t('policy.approve')}
      busy={busy}
      initialValues={{ effectiveFrom: dayjs(today) }}
      onCancel={onCancel}
      onFinish={({ effectiveFrom, comment }) =>
        onConfirm({
          effectiveFrom: effectiveFrom.format('YYYY-MM-DD'),
          ...(comment?.trim() ? { comment: comment.trim() } : {}),
        })
      }
    >
      <DayField today={today} hint={t('policy.approveHint')} />
      <Form.Item name="comment" label={t('policy.comment')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </FormModal>
  );
}
