// A dialog box with one form in it: its own button submits, and Enter does too.
import { Form, Modal } from 'antd';
import { type ReactNode, useId } from 'react';

interface FormModalProps<Fields> {
  readonly title: string;
  readonly okText: string;
  readonly busy: boolean;
  readonly initialValues: object;
  readonly children: ReactNode;
  onCancel(): void;
  onFinish(fields: Fields): void;
}

export function FormModal<Fields>({
  title,
  okText,
  busy,
  initialValues,
  children,
  onCancel,
  onFinish,
}: FormModalProps<Fields>) {
  const id = useId();
  return (
    <Modal
      open
      title={title}
      okText={okText}
      okButtonProps={{ htmlType: 'submit', form: id }}
      confirmLoading={busy}
      onCancel={onCancel}
    >
      <Form<Fields> id={id} layout="vertical" requiredMark={false} initialValues={initialValues} onFinish={onFinish}>
        {children}
      </Form>
    </Modal>
  );
}
