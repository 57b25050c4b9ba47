// The first page: whose console this is, sign-in, and the bank's own directory where it is connected.

import '../styles/signIn.css';
import { Button, Divider } from 'antd';
import type { SessionOptions } from '../../../contract';
import { apiAddress } from '../api/http';
import { useLoad } from '../api/useLoad';
import { useLanguage } from '../app/language';
import icon from '../icon.svg';
import { LanguageSwitch } from '../shell/languageSwitch';
import { RefusedSignIn } from './refusedSignIn';
import { SignInForm } from './signInForm';

export function SignIn() {
  const { t, pick } = useLanguage();
  const options = useLoad<SessionOptions>('session/options');
  return (
    <main className="signIn">
      <section className="signInCard" aria-labelledby="signInTitle">
        <header className="signInHead">
          <img src={icon} alt="" width={40} height={40} />
          <div>
            <p className="quiet">{options.data === null ? ' ' : pick(options.data.bankName)}</p>
            <h1 id="signInTitle">{t('session.welcome')}</h1>
          </div>
        </header>
        <RefusedSignIn />
        <SignInForm />
        {options.data?.oidc === true && (
          <>
            <Divider plain>·</Divider>
            <Button block size="large" href={apiAddress('session/oidc/start')}>
              {t('session.withDirectory')}
            </Button>
          </>
        )}
      </section>
      <LanguageSwitch />
    </main>
  );
}
