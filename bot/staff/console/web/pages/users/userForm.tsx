// Adds a user or changes their name and roles; a conflict keeps what was ticked and reads the newer version.
import { Alert, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import type { ChangedStaff, CreatedStaff, Role, Staff } from '../../../../contract';
import { type ApiError, pathOf, send } from '../../api/http';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';
import { FormModal } from '../../parts/modals/formModal';

export type UserFormTarget = { readonly kind: 'new' } | { readonly kind: 'change'; readonly user: Staff };

const allRoles: readonly Role[] = ['maker', 'checker', 'agent', 'supervisor', 'auditor', 'administrator'];

interface Fields {
  readonly username: string;
  readonly displayName: string;
  readonly roles: Role[];
}

interface UserFormProps {
  readonly target: UserFormTarget;
  onClose(): void;
  onSaved(user: Staff, created: CreatedStaff | null): void;
}

const isStaff = (value: unknown): value is Staff => typeof value === 'object' && value !== null && 'version' in value;

export function UserForm({ target, onClose, onSaved }: UserFormProps) {
  const { t, code, pick } = useLanguage();
  const { busy, run } = useSend();
  const [version, setVersion] = useState(target.kind === 'change' ? target.user.version : 0);
  const [problem, setProblem] = useState<ApiError | null>(null);
  const isNew = target.kind === 'new';

  async function save(fields: Fields) {
    setProblem(null);
    const handled = (error: ApiError) => {
      setProblem(error);
      // The next press saves over the newer version, now that the user has been told of it.
      if (error.code === 'conflict' && isStaff(error.current)) setVersion(error.current.version);
      return true;
    };
    if (target.kind === 'new') {
      const created = await run(() => send<CreatedStaff>('POST', 'users', fields), handled);
      if (created !== null) onSaved(created.user, created);
      return;
    }
    const { displayName, roles } = fields;
    const path = pathOf(['users', target.user.username]);
    const changed = await run(
      () => send<ChangedStaff>('PATCH', path, { displayName, roles, expectedVersion: version }),
      handled,
    );
    if (changed !== null) onSaved(changed.user, null);
  }

  return (
    <FormModal<Fields>
      title={isNew ? t('users.new') : t('users.editTitle', { name: target.user.displayName })}
      okText={t('common.save')}
      busy={busy}
      initialValues={isNew ? { roles: [] } : target.user}
      onCancel={onClose}
      onFinish={(fields) => void save(fields)}
    >
      {problem !== null && (
        <Alert
          type={problem.code === 'conflict' ? 'warning' : 'error'}
          showIcon
          role="alert"
          className="gapBelow"
          title={pick(problem.details[0]?.message ?? problem.words)}
          description={
            problem.code === 'conflict' && isStaff(problem.current)
              ? `${t('conflict.theirs')}: ${problem.current.roles.map((role) => code('role', role)).join(', ')}`
              : undefined
          }
        />
      )}
      {isNew && (
        <Form.Item
          name="username"
          label={t('users.username')}
          extra={t('users.usernameHint')}
          rules={[
            { required: true, message: t('common.required') },
            { pattern: /^[a-z0-9][a-z0-9._@-]{1,63}$/, message: t('users.usernameHint') },
          ]}
        >
          <Input autoFocus autoComplete="off" spellCheck={false} />
        </Form.Item>
      )}
      <Form.Item
        name="displayName"
        label={t('users.name')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="roles" label={t('users.roles')} rules={[{ required: true, message: t('common.required') }]}>
        <Checkbox.Group className="roleChoices">
          {allRoles.map((role) => (
            <Checkbox key={role} value={role}>
              {code('role', role)} <span className="quiet small">{code('users.roleHelp', role)}</span>
            </Checkbox>
          ))}
        </Checkbox.Group>
      </Form.Item>
    </FormModal>
  );
}
