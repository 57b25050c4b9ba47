// The second pair of eyes: approves from a day on, with a comment if there is something to say.
import { Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useId } from 'react';
import { useLanguage } from '../../language';
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
  const id = useId();
  return (
    <Modal
      open
      title={t('policy.approveTitle', { version })}
      okText={t('policy.approve')}
      okButtonProps={{ htmlType: 'submit', form: id }}
      confirmLoading={busy}
      onCancel={onCancel}
    >
      <Form<Fields>
        id={id}
        layout="vertical"
        requiredMark={false}
        initialValues={{ effectiveFrom: dayjs(today) }}
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
      </Form>
    </Modal>
  );
}
