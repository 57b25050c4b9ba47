// Asks for a reason, a comment or an outcome in words before something is done, and keeps the words when it fails.
import { Form, Input, Modal } from 'antd';
import { type ReactNode, useId } from 'react';
import { useLanguage } from '../../app/language';

interface ReasonModalProps {
  readonly open: boolean;
  readonly title: string;
  readonly label: string;
  readonly hint?: string;
  readonly action: string;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly children?: ReactNode;
  onCancel(): void;
  onConfirm(reason: string): void;
}

export function ReasonModal(props: ReasonModalProps) {
  const { t } = useLanguage();
  const [form] = Form.useForm<{ reason: string }>();
  const id = useId();
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.action}
      okButtonProps={{ danger: props.danger === true, htmlType: 'submit', form: id }}
      confirmLoading={props.busy}
      onCancel={props.onCancel}
      destroyOnHidden
    >
      <Form
        id={id}
        form={form}
        layout="vertical"
        requiredMark={false}
        preserve={false}
        onFinish={({ reason }) => props.onConfirm(reason)}
      >
        {props.children}
        <Form.Item
          name="reason"
          label={props.label}
          extra={props.hint ?? t('common.reasonHint')}
          rules={[{ required: true, whitespace: true, message: t('common.required') }]}
        >
          <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} autoFocus />
        </Form.Item>
      </Form>
    </Modal>
  );
}
