// A new password: forced at the first sign-in, free at any time later.
import '../styles/signIn.css';
import { Alert, Button, Form, Input, App as Messages } from 'antd';
import { useState } from 'react';
import type { Session, SessionOptions } from '../../../contract';
import { ApiError, send } from '../api/http';
import { useLoad } from '../api/useLoad';
import { useLanguage } from '../app/language';
import { LanguageSwitch } from '../shell/languageSwitch';
import { useSessionState } from './sessionContext';

interface Fields {
  readonly current: string;
  readonly next: string;
  readonly again: string;
}

export function PasswordForm({ onDone }: { readonly onDone?: () => void }) {
  const { t, pick } = useLanguage();
  const { message } = Messages.useApp();
  const { state, signedIn } = useSessionState();
  const given = state.kind === 'signedIn' ? state.given : '';
  const options = useLoad<SessionOptions>('session/options');
  const [problem, setProblem] = useState<ApiError | null>(null);
  const [busy, setBusy] = useState(false);
  const lengthMin = options.data?.passwordLengthMin ?? 12;

  async function change({ current, next }: Fields) {
    setBusy(true);
    setProblem(null);
    try {
      signedIn(await send<Session>('POST', 'session/password', { current, next }));
      message.success(t('session.passwordChanged'));
      onDone?.();
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error);
    } finally {
      setBusy(false);
    }
  }

  const needed = { required: true, message: t('session.needPassword') };
  return (
    <Form<Fields> layout="vertical" requiredMark={false} initialValues={{ current: given }} onFinish={change}>
      {problem !== null && (
        <Alert
          type="error"
          showIcon
          role="alert"
          className="gapBelow"
          title={pick(problem.details[0]?.message ?? problem.words)}
        />
      )}
      <Form.Item name="current" label={t('session.currentPassword')} rules={[needed]}>
        <Input.Password autoComplete="current-password" autoFocus={given === ''} />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('session.nextPassword')}
        extra={t('session.passwordHint', { count: lengthMin })}
        rules={[needed, { min: lengthMin, message: t('session.passwordHint', { count: lengthMin }) }]}
      >
        <Input.Password autoComplete="new-password" autoFocus={given !== ''} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('session.nextPasswordAgain')}
        dependencies={['next']}
        rules={[
          needed,
          ({ getFieldValue }) => ({
            validator: (_rule, value: string) =>
              value === getFieldValue('next')
                ? Promise.resolve()
                : Promise.reject(new Error(t('session.passwordsDiffer'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy} block>
        {t('session.changePassword')}
      </Button>
    </Form>
  );
}

export function ChangePassword({ first }: { readonly first: boolean }) {
  const { t } = useLanguage();
  const { signOut } = useSessionState();
  return (
    <main className="signIn">
      <section className="signInCard" aria-labelledby="passwordTitle">
        <h1 id="passwordTitle">{t(first ? 'session.firstPassword' : 'session.changePassword')}</h1>
        {first && <p className="quiet">{t('session.firstPasswordHint')}</p>}
        <PasswordForm />
        <Button type="link" block onClick={() => void signOut()}>
          {t('session.signOut')}
        </Button>
      </section>
      <LanguageSwitch />
    </main>
  );
}
