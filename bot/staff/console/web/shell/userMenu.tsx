// Who is signed in, with their roles; language, password and sign-out.
import { KeyOutlined, LogoutOutlined, TranslationOutlined, UserOutlined } from '@ant-design/icons';
import { Avatar, Button, Dropdown, Modal } from 'antd';
import { useState } from 'react';
import { useLanguage } from '../app/language';
import { PasswordForm } from '../session/changePassword';
import { useSessionState, useUser } from '../session/sessionContext';

/** The bank's time zone, where this machine's is another one. */
function useForeignZone(): string | null {
  const { state } = useSessionState();
  if (state.kind !== 'signedIn') return null;
  const { timeZone } = state.session;
  return timeZone === Intl.DateTimeFormat().resolvedOptions().timeZone ? null : timeZone;
}

export function UserMenu({ narrow }: { readonly narrow: boolean }) {
  const { t, code, language, setLanguage } = useLanguage();
  const zone = useForeignZone();
  const { user } = useUser();
  const { signOut } = useSessionState();
  const [changing, setChanging] = useState(false);
  return (
    <>
      <Dropdown
        trigger={['click']}
        placement="topLeft"
        menu={{
          items: [
            {
              key: 'who',
              type: 'group',
              label: `${user.username} · ${user.roles.map((role) => code('role', role)).join(t('app.listSeparator'))}`,
            },
            ...(zone === null ? [] : [{ key: 'zone', type: 'group' as const, label: t('app.timesIn', { zone }) }]),
            {
              key: 'language',
              icon: <TranslationOutlined />,
              label:
                language === 'zh-CN' ? (
                  <span lang="en">{t('app.english')}</span>
                ) : (
                  <span lang="zh-CN">{t('app.chinese')}</span>
                ),
              onClick: () => setLanguage(language === 'zh-CN' ? 'en-US' : 'zh-CN'),
            },
            ...(user.source === 'local'
              ? [
                  {
                    key: 'password',
                    icon: <KeyOutlined />,
                    label: t('session.changePassword'),
                    onClick: () => setChanging(true),
                  },
                ]
              : []),
            { type: 'divider' },
            { key: 'out', icon: <LogoutOutlined />, label: t('session.signOut'), onClick: () => void signOut() },
          ],
        }}
      >
        <Button type="text" className="userButton" aria-label={user.displayName}>
          <Avatar size={24} icon={<UserOutlined />} className="userAvatar" />
          {!narrow && <span className="ellipsis">{user.displayName}</span>}
        </Button>
      </Dropdown>
      <Modal
        open={changing}
        title={t('session.changePassword')}
        footer={null}
        destroyOnHidden
        onCancel={() => setChanging(false)}
      >
        <PasswordForm onDone={() => setChanging(false)} />
      </Modal>
    </>
  );
}
