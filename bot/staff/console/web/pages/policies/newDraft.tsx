// Begins a draft from any version, with the reason for the change.
import { Alert, Form, Input, Select } from 'antd';
import { useState } from 'react';
import type { PolicyDocument, PolicyKind, PolicySummary } from '../../../../contract';
import { type ApiError, get, pathOf, send } from '../../api/http';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';
import { FormModal } from '../../parts/modals/formModal';

interface NewDraftProps {
  readonly kind: PolicyKind;
  readonly versions: readonly PolicySummary[];
  readonly inForce: string;
  onClose(): void;
  onCreated(version: string): void;
}

interface Fields {
  readonly basedOn: string;
  readonly reason: string;
}

export function NewDraft({ kind, versions, inForce, onClose, onCreated }: NewDraftProps) {
  const { t, pick } = useLanguage();
  const { busy, run } = useSend();
  const [problem, setProblem] = useState<ApiError | null>(null);
  async function create({ basedOn, reason }: Fields) {
    setProblem(null);
    const created = await run(
      async () => {
        const { value } = await get<PolicyDocument>(pathOf(['policies', kind, basedOn]));
        return send<PolicyDocument>('POST', pathOf(['policies', kind, 'drafts']), { basedOn, value, reason });
      },
      (error) => {
        setProblem(error);
        return true;
      },
    );
    if (created !== null) onCreated(created.summary.version);
  }
  return (
    <FormModal<Fields>
      title={t('policy.new')}
      okText={t('policy.create')}
      busy={busy}
      initialValues={{ basedOn: inForce }}
      onCancel={onClose}
      onFinish={(fields) => void create(fields)}
    >
      {problem !== null && (
        <Alert type="error" showIcon role="alert" className="gapBelow" title={pick(problem.words)} />
      )}
      <Form.Item name="basedOn" label={t('policy.basedOn')}>
        <Select
          showSearch
          options={versions.map(({ version }) => ({
            value: version,
            label: version === inForce ? `${version} · ${t('policy.inForce')}` : version,
          }))}
        />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('policy.reason')}
        extra={t('policy.reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('common.required') }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={1000} autoFocus />
      </Form.Item>
    </FormModal>
  );
}
