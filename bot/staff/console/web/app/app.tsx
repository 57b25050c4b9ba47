// Everything that all pages share: language, colours, session, messages; then the sign-in page or the shell.
import { QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider, App as Messages, Spin } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect } from 'react';
import { queryClient } from '../api/queryClient';
import { ChangePassword } from '../session/changePassword';
import { SessionProvider, useSessionState } from '../session/sessionContext';
import { SignIn } from '../session/signIn';
import { Shell } from '../shell/shell';
import { LanguageProvider, useLanguage } from './language';
import { styleNonce } from './styleNonce';
import { theme } from './theme';

function Rooms() {
  const { state } = useSessionState();
  if (state.kind === 'loading') return <Spin className="wholePage" size="large" />;
  if (state.kind === 'signedOut') return <SignIn />;
  if (state.session.user.mustChangePassword) return <ChangePassword first />;
  return <Shell />;
}

function Themed() {
  const { language, t } = useLanguage();
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = t('app.title');
  }, [language, t]);
  return (
    <ConfigProvider
      locale={language === 'zh-CN' ? zhCN : enUS}
      theme={theme}
      // Two Chinese characters on a button are not set apart.
      button={{ autoInsertSpace: false }}
      {...(styleNonce === undefined ? {} : { csp: { nonce: styleNonce } })}
    >
      <Messages message={{ maxCount: 3 }} notification={{ placement: 'topRight' }}>
        <SessionProvider>
          <Rooms />
        </SessionProvider>
      </Messages>
    </ConfigProvider>
  );
}

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <LanguageProvider>
        <Themed />
      </LanguageProvider>
    </QueryClientProvider>
  );
}
