// A draft in work: the form, problems as they arise, the reason, saving. What is typed survives leaving the page.
import { Alert, Button, Form, Input, App as Messages } from 'antd';
import { useState } from 'react';
import type { PolicyDocument, PolicySchema } from '../../../../../contract';
import { pathOf, send } from '../../../api/http';
import { useSend } from '../../../api/useSend';
import { useLanguage } from '../../../app/language';
import { useWarnBeforeLeaving } from '../../../parts/hooks/useWarnBeforeLeaving';
import { PolicyForm } from '../form/policyForm';
import { FormParts } from '../form/templates/formParts';
import { ConflictModal } from './conflictModal';
import { ProblemList } from './problemList';
import { TrySentence } from './trySentence';
import { useCheck } from './useCheck';
import type { PolicyDraft } from './useVersion';

interface DraftEditorProps {
  readonly document: PolicyDocument;
  readonly schema: PolicySchema;
  readonly draft: PolicyDraft | null;
  setDraft(draft: PolicyDraft | null): void;
  onSaved(document: PolicyDocument): void;
}

const isDocument = (value: unknown): value is PolicyDocument =>
  typeof value === 'object' && value !== null && 'summary' in value && 'value' in value;

export function DraftEditor({ document, schema, draft, setDraft, onSaved }: DraftEditorProps) {
  const { t } = useLanguage();
  const { message, modal } = Messages.useApp();
  const { busy, run } = useSend();
  const [theirs, setTheirs] = useState<PolicyDocument | null>(null);
  const { kind, version } = document.summary;
  const value = draft === null ? document.value : draft.value;
  const reason = draft?.reason ?? document.summary.reason;
  const expectedVersion = draft?.expectedVersion ?? document.summary.documentVersion;
  const check = useCheck(kind, version, draft?.value, document.problems);
  useWarnBeforeLeaving(draft !== null);

  const change = (changed: Partial<Pick<PolicyDraft, 'value' | 'reason'>>) =>
    setDraft({ value, reason, expectedVersion, ...changed });

  async function save(expected: number) {
    const saved = await run(
      () =>
        send<PolicyDocument>('PUT', pathOf(['policies', kind, version]), { value, reason, expectedVersion: expected }),
      (error) => {
        if (error.code === 'conflict' && isDocument(error.current)) {
          setTheirs(error.current);
          return true;
        }
        check.show(error.details);
        return false;
      },
    );
    if (saved === null) return;
    setTheirs(null);
    setDraft(null);
    onSaved(saved);
    message.success(t('policy.saved'));
  }

  return (
    <div className="editor">
      <div className="editorForm">
        <PolicyForm
          schema={schema}
          value={value}
          problems={check.problems}
          onChange={(next) => change({ value: next })}
        />
      </div>
      <aside className="editorSide">
        <div className="panel stackTight">
          <Form.Item label={t('policy.reason')} layout="vertical" htmlFor="draftReason" extra={t('policy.reasonHint')}>
            <Input.TextArea
              id="draftReason"
              value={reason}
              autoSize={{ minRows: 2, maxRows: 6 }}
              maxLength={1000}
              onChange={(event) => change({ reason: event.target.value })}
            />
          </Form.Item>
          {draft !== null && <Alert type="info" showIcon title={t('policy.unsaved')} />}
          <div className="row">
            <Button
              type="primary"
              loading={busy}
              disabled={draft === null || reason.trim() === ''}
              onClick={() => void save(expectedVersion)}
            >
              {t('policy.save')}
            </Button>
            {draft !== null && (
              <Button onClick={() => modal.confirm({ title: t('policy.discardAsk'), onOk: () => setDraft(null) })}>
                {t('policy.discard')}
              </Button>
            )}
          </div>
        </div>
        {kind === 'utteranceRules' && <TrySentence version={version} value={value} />}
        <ProblemList problems={check.problems} checking={check.checking} schema={schema} value={value} />
        <FormParts schema={schema} value={value} />
      </aside>
      {theirs !== null && (
        <ConflictModal
          schema={schema}
          theirs={theirs}
          mine={value}
          busy={busy}
          onKeepMine={() => void save(theirs.summary.documentVersion)}
          onTakeTheirs={() => {
            setDraft(null);
            onSaved(theirs);
            setTheirs(null);
          }}
          onClose={() => setTheirs(null)}
        />
      )}
    </div>
  );
}
