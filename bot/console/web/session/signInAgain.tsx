// Lies over the page when the session has ended; the page below keeps all that was typed.
import { Modal } from 'antd';
import { useLanguage } from '../language';
import { useSessionState } from './sessionContext';
import { SignInForm } from './signInForm';

export function SignInAgain() {
  const { t } = useLanguage();
  const { state } = useSessionState();
  if (state.kind !== 'signedIn') return null;
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
      <SignInForm username={state.session.user.username} />
    </Modal>
  );
}
