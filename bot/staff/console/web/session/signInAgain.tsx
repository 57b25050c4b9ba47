// Lies over the page when the session has ended; the page below keeps all that was typed.
import { Button, Modal } from 'antd';
import { useEffect } from 'react';
import type { Session } from '../../../contract';
import { apiAddress, get } from '../api/http';
import { useLanguage } from '../app/language';
import { useSessionState } from './sessionContext';
import { SignInForm } from './signInForm';

/** Somebody of the directory has no password here: they sign in there, in another tab, and find this one open again. */
function DirectoryAgain() {
  const { t } = useLanguage();
  const { signedIn } = useSessionState();
  useEffect(() => {
    const look = () => void get<Session>('session').then(signedIn, () => undefined);
    window.addEventListener('focus', look);
    document.addEventListener('visibilitychange', look);
    return () => {
      window.removeEventListener('focus', look);
      document.removeEventListener('visibilitychange', look);
    };
  }, [signedIn]);
  return (
    <Button block size="large" type="primary" href={apiAddress('session/oidc/start')} target="_blank" rel="noopener">
      {t('session.withDirectory')}
    </Button>
  );
}

export function SignInAgain() {
  const { t } = useLanguage();
  const { state } = useSessionState();
  if (state.kind !== 'signedIn') return null;
  const { username, source } = state.session.user;
  return (
    <Modal
      open={state.ended}
      title={t('session.ended')}
      footer={null}
      closable={false}
      keyboard={false}
      destroyOnHidden
    >
      <p className="quiet">{t('session.endedHint')}</p>
      {source === 'oidc' ? <DirectoryAgain /> : <SignInForm username={username} />}
    </Modal>
  );
}
