// Name and password; tells how long to wait after too many attempts.
import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import type { Session } from '../../../contract';
import { ApiError, send } from '../api/http';
import { useLanguage } from '../app/language';
import { useSessionState } from './sessionContext';

interface Fields {
  readonly username: string;
  readonly password: string;
}

export function SignInForm({ username }: { readonly username?: string }) {
  const { t, pick, duration } = useLanguage();
  const { signedIn } = useSessionState();
  const [problem, setProblem] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const [waitSeconds, setWaitSeconds] = useState(0);
  const [form] = Form.useForm<Fields>();

  const locked = waitSeconds > 0;
  useEffect(() => {
    if (!locked) return;
    const timer = setInterval(() => setWaitSeconds((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, [locked]);

  async function signIn(fields: Fields) {
    setBusy(true);
    setProblem(null);
    try {
      signedIn(await send<Session>('POST', 'session', fields), fields.password);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error);
      setWaitSeconds(error.code === 'lockedOut' ? Math.ceil(error.retryAfterSeconds ?? 60) : 0);
      form.resetFields(['password']);
      form.focusField('password');
    } finally {
      setBusy(false);
    }
  }

  const told =
    problem === null
      ? null
      : problem.code === 'lockedOut'
        ? waitSeconds > 0
          ? t('session.lockedOut', { time: duration(waitSeconds) })
          : null
        : pick(problem.words);
  return (
    <Form<Fields>
      form={form}
      layout="vertical"
      requiredMark={false}
      size="large"
      onFinish={signIn}
      initialValues={{ username }}
    >
      {told !== null && <Alert type="error" showIcon title={told} role="alert" className="gapBelow" />}
      <Form.Item
        name="username"
        label={t('session.username')}
        rules={[{ required: true, message: t('session.needUsername') }]}
      >
        <Input
          prefix={<UserOutlined />}
          autoComplete="username"
          autoFocus={username === undefined}
          disabled={username !== undefined}
          spellCheck={false}
          autoCapitalize="none"
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('session.password')}
        rules={[{ required: true, message: t('session.needPassword') }]}
      >
        <Input.Password prefix={<LockOutlined />} autoComplete="current-password" autoFocus={username !== undefined} />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy} disabled={locked}>
        {t('session.signIn')}
      </Button>
    </Form>
  );
}
