// Users: who may use the console, in which roles; passwords are shown once.
import '../../styles/users.css';
import { PlusOutlined } from '@ant-design/icons';
import { Button, App as Messages, Table } from 'antd';
import { useState } from 'react';
import type { ChangedStaff, CreatedStaff, Staff, StaffList } from '../../../../contract';
import { pathOf, send } from '../../api/http';
import { useLoad } from '../../api/useLoad';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';
import { EmptyNote } from '../../parts/emptyNote';
import { LoadedView } from '../../parts/loadedView';
import { PageHead } from '../../parts/pageHead';
import { StatusTag } from '../../parts/statusTag';
import { useSessionState, useUser } from '../../session/sessionContext';
import { FirstPassword } from './firstPassword';
import { UserForm, type UserFormTarget } from './userForm';

export default function UsersPage() {
  const { t, code, time } = useLanguage();
  const { modal } = Messages.useApp();
  const list = useLoad<StaffList>('users');
  const { run } = useSend();
  const { user: own } = useUser();
  const { refresh } = useSessionState();
  const [target, setTarget] = useState<UserFormTarget | null>(null);
  const [created, setCreated] = useState<CreatedStaff | null>(null);

  const put = (user: Staff) =>
    list.set((before) => ({
      users: [...(before?.users.filter(({ username }) => username !== user.username) ?? []), user].sort((a, b) =>
        a.username.localeCompare(b.username),
      ),
    }));

  function toggle(user: Staff) {
    const write = async () => {
      const changed = await run(() =>
        send<ChangedStaff>('PATCH', pathOf(['users', user.username]), {
          disabled: !user.disabled,
          expectedVersion: user.version,
        }),
      );
      if (changed === null) list.reload();
      else put(changed.user);
    };
    if (user.disabled) void write();
    else
      modal.confirm({
        title: t('users.disableAsk', { name: user.displayName }),
        okText: t('users.disable'),
        onOk: write,
      });
  }

  function reset(user: Staff) {
    modal.confirm({
      title: t('users.resetAsk', { name: user.displayName }),
      okText: t('users.reset'),
      onOk: async () => {
        const answer = await run(() => send<CreatedStaff>('POST', pathOf(['users', user.username, 'reset'])));
        if (answer === null) return;
        put(answer.user);
        setCreated(answer);
      },
    });
  }

  return (
    <div className="page">
      <PageHead
        title={t('menu.users')}
        hint={t('users.hint')}
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setTarget({ kind: 'new' })}>
            {t('users.new')}
          </Button>
        }
      />
      <LoadedView of={list}>
        {({ users }) => (
          <div className="panelFlush">
            <Table<Staff>
              size="middle"
              rowKey="username"
              dataSource={users}
              pagination={users.length > 50 ? { pageSize: 50 } : false}
              scroll={{ x: 700 }}
              locale={{ emptyText: <EmptyNote text={t('users.empty')} /> }}
              columns={[
                {
                  title: t('users.name'),
                  render: (_, user) => (
                    <>
                      <div>{user.displayName}</div>
                      <div className="quiet small">{user.username}</div>
                    </>
                  ),
                },
                {
                  title: t('users.roles'),
                  render: (_, user) => (
                    <div className="row">
                      {user.roles.map((role) => (
                        <StatusTag key={role} tone="quiet">
                          {code('role', role)}
                        </StatusTag>
                      ))}
                    </div>
                  ),
                },
                {
                  title: t('common.status'),
                  render: (_, user) => (
                    <StatusTag tone={user.disabled ? 'bad' : 'good'}>
                      {t(user.disabled ? 'users.disabled' : 'users.active')}
                    </StatusTag>
                  ),
                },
                {
                  title: t('users.lastSignIn'),
                  render: (_, user) => (user.lastSignInAt === null ? t('users.never') : time(user.lastSignInAt)),
                },
                {
                  title: t('common.actions'),
                  align: 'right',
                  width: 280,
                  render: (_, user) => (
                    <div className="row rowEnd userActions">
                      <Button size="small" onClick={() => setTarget({ kind: 'change', user })}>
                        {t('users.edit')}
                      </Button>
                      {user.source === 'local' && (
                        <Button size="small" onClick={() => reset(user)}>
                          {t('users.reset')}
                        </Button>
                      )}
                      {user.username !== own.username && (
                        <Button size="small" danger={!user.disabled} onClick={() => toggle(user)}>
                          {t(user.disabled ? 'users.enable' : 'users.disable')}
                        </Button>
                      )}
                    </div>
                  ),
                },
              ]}
            />
          </div>
        )}
      </LoadedView>
      {target !== null && (
        <UserForm
          target={target}
          onClose={() => setTarget(null)}
          onSaved={(user, answer) => {
            put(user);
            setTarget(null);
            // The menu and the pages follow one's own new roles at once.
            if (user.username === own.username) refresh();
            if (answer !== null) setCreated(answer);
          }}
        />
      )}
      {created !== null && <FirstPassword created={created} onClose={() => setCreated(null)} />}
    </div>
  );
}
