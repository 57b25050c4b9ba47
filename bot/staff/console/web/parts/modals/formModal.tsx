// A dialog box with one form in it: its own button submits, and Enter in a line of text does too.
import { Form, Modal } from 'antd';
import { type KeyboardEvent, type ReactNode, useId } from 'react';

interface FormModalProps<Fields> {
  readonly title: string;
  readonly okText: string;
  readonly busy: boolean;
  readonly initialValues: object;
  readonly children: ReactNode;
  onCancel(): void;
  onFinish(fields: Fields): void;
}

/** Enter in a date box takes the date that was typed and closes the calendar; it does not send the form. */
function keepEnterOfDates(event: KeyboardEvent): void {
  const inDateBox = event.target instanceof Element && event.target.closest('.ant-picker') !== null;
  if (event.key === 'Enter' && inDateBox) event.preventDefault();
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
      <Form<Fields>
        id={id}
        layout="vertical"
        requiredMark={false}
        initialValues={initialValues}
        onKeyDown={keepEnterOfDates}
        onFinish={onFinish}
      >
        {children}
      </Form>
    </Modal>
  );
}
