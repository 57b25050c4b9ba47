// Why the bank's directory let nobody in: the server sends the browser back here with a word for it in the address.
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { useLanguage } from '../app/language';

const reasons = ['forbidden', 'duplicate', 'rolesApart', 'unavailable'] as const;

export function RefusedSignIn() {
  const { t } = useLanguage();
  const [given] = useState(() => new URLSearchParams(window.location.search).get('signIn'));
  // Told once: a page that is loaded again is a new try.
  useEffect(() => {
    if (given !== null) window.history.replaceState(null, '', window.location.pathname + window.location.hash);
  }, [given]);
  if (given === null) return null;
  const reason = reasons.find((one) => one === given) ?? 'other';
  return <Alert type="error" showIcon title={t(`session.refused.${reason}`)} role="alert" className="gapBelow" />;
}
