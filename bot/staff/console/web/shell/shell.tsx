// The frame of every page: menu at the left, the page at the right, the user's own menu below.

import { Button, Grid, Layout, Result } from 'antd';
import { Suspense, useEffect } from 'react';
import type { SessionOptions } from '../../../contract';
import { useLoad } from '../api/useLoad';
import { useLanguage } from '../app/language';
import { addressOf, useRoute } from '../app/router';
import icon from '../icon.svg';
import { Broken } from '../parts/broken';
import { PageLoading } from '../parts/pageLoading';
import { PresenceProvider } from '../session/presence';
import { useUser } from '../session/sessionContext';
import { SignInAgain } from '../session/signInAgain';
import { placeAt, placesFor, startFor } from './places';
import { SideMenu } from './sideMenu';
import { UserMenu } from './userMenu';

function Page() {
  const { t } = useLanguage();
  const { parts } = useRoute();
  const { user } = useUser();
  const start = startFor(user.roles);
  const place = placeAt(parts);
  const empty = parts.length === 0;
  useEffect(() => {
    if (empty && start !== undefined) window.location.replace(addressOf(start.at));
  }, [empty, start]);
  if (start === undefined) return <Result status="info" title={t('session.noRole')} />;
  if (empty) return null;
  const allowed = place !== undefined && placesFor(user.roles).includes(place);
  if (!allowed)
    return (
      <Result
        status={place === undefined ? '404' : '403'}
        title={t(place === undefined ? 'common.notFound' : 'common.forbidden')}
        extra={<Button href={addressOf(start.at)}>{t('common.toStart')}</Button>}
      />
    );
  const Content = place.page;
  return (
    <Broken key={place.at.join('/')}>
      <Suspense fallback={<PageLoading />}>
        <Content />
      </Suspense>
    </Broken>
  );
}

export function Shell() {
  const { t, pick } = useLanguage();
  const options = useLoad<SessionOptions>('session/options');
  const narrow = Grid.useBreakpoint().lg === false;
  return (
    <Layout className="shell">
      <button type="button" className="skip" onClick={() => document.getElementById('content')?.focus()}>
        {t('app.skip')}
      </button>
      <Layout.Sider width={224} collapsedWidth={60} collapsed={narrow} className="sider">
        <div className="brand">
          <img src={icon} alt="" width={28} height={28} />
          {!narrow && (
            <div className="brandNames">
              <strong>{t('app.title')}</strong>
              <span>{options.data === null ? ' ' : pick(options.data.bankName)}</span>
            </div>
          )}
        </div>
        <nav className="siderMenu">
          <SideMenu narrow={narrow} />
        </nav>
        <div className="siderFoot">
          <UserMenu narrow={narrow} />
        </div>
      </Layout.Sider>
      <Layout.Content id="content" tabIndex={-1} className="content" role="main">
        <PresenceProvider>
          <Page />
        </PresenceProvider>
      </Layout.Content>
      <SignInAgain />
    </Layout>
  );
}
