// What may be done with a version now: submit or discard, withdraw, approve or return, cancel, go back to it, export.
import { DownloadOutlined } from '@ant-design/icons';
import { Button, App as Messages } from 'antd';
import { useState } from 'react';
import type { PolicyDocument } from '../../../../../contract';
import { apiAddress, pathOf, send } from '../../../api/http';
import { useSend } from '../../../api/useSend';
import { useLanguage } from '../../../app/language';
import { go } from '../../../app/router';
import { ReasonModal } from '../../../parts/modals/reasonModal';
import { useUser } from '../../../session/sessionContext';
import { ApproveModal } from './approveModal';
import { RollbackModal } from './rollbackModal';

type Verb = 'submit' | 'withdraw' | 'discard' | 'approve' | 'return' | 'cancel';

interface VersionActionsProps {
  readonly document: PolicyDocument;
  readonly unsaved: boolean;
  /** Today at the bank. */
  readonly today: string;
  onChanged(document: PolicyDocument): void;
  reload(): void;
}

export function VersionActions({ document, unsaved, today, onChanged, reload }: VersionActionsProps) {
  const { t } = useLanguage();
  const { message, modal } = Messages.useApp();
  const { has } = useUser();
  const { busy, run } = useSend();
  const [asking, setAsking] = useState<'approve' | 'return' | 'cancel' | 'rollback' | null>(null);
  const { summary } = document;
  const { kind, version, may, documentVersion } = summary;

  async function act(verb: Verb, body: Record<string, unknown>, done: string) {
    const answer = await run(() =>
      send<PolicyDocument>('POST', pathOf(['policies', kind, version, verb]), {
        ...body,
        expectedVersion: documentVersion,
      }),
    );
    // Somebody else may have been faster: what is shown must be what is.
    if (answer === null) return reload();
    setAsking(null);
    message.success(done);
    onChanged(answer);
  }

  async function rollback(body: { readonly reason: string; readonly effectiveFrom: string }) {
    const created = await run(() =>
      send<PolicyDocument>('POST', pathOf(['policies', kind, version, 'rollback']), body),
    );
    if (created === null) return;
    setAsking(null);
    go(['policies', kind, created.summary.version]);
  }

  const submit = () =>
    unsaved
      ? void message.warning(t('policy.submitUnsaved'))
      : void modal.confirm({
          title: t('policy.submit'),
          content: t('policy.submitAsk'),
          okText: t('policy.submit'),
          onOk: () => act('submit', {}, t('policy.submitted')),
        });
  const discard = () =>
    void modal.confirm({
      title: t('policy.discardVersionAsk', { version }),
      content: t('policy.discardVersionHint'),
      okText: t('policy.discardVersion'),
      okButtonProps: { danger: true },
      onOk: () => act('discard', {}, t('policy.discarded')),
    });
  const own = summary.status === 'submitted' && has('checker') && !may.decide;
  return (
    <>
      {own && <span className="quiet small">{t('policy.ownDraft')}</span>}
      <Button
        icon={<DownloadOutlined />}
        href={apiAddress(pathOf(['policies', kind, version, 'export']))}
        download={`${kind}-${version}.json`}
      >
        {t('common.export')}
      </Button>
      {may.rollback && <Button onClick={() => setAsking('rollback')}>{t('policy.rollback')}</Button>}
      {may.decide && (
        <>
          <Button onClick={() => setAsking('return')}>{t('policy.return')}</Button>
          <Button type="primary" onClick={() => setAsking('approve')}>
            {t('policy.approve')}
          </Button>
        </>
      )}
      {may.cancel && (
        <Button danger onClick={() => setAsking('cancel')}>
          {t('policy.cancel')}
        </Button>
      )}
      {may.withdraw && (
        <Button loading={busy} onClick={() => void act('withdraw', {}, t('policy.withdrawn'))}>
          {t('policy.withdraw')}
        </Button>
      )}
      {may.discard && (
        <Button danger onClick={discard}>
          {t('policy.discardVersion')}
        </Button>
      )}
      {may.submit && (
        <Button type="primary" onClick={submit}>
          {t('policy.submit')}
        </Button>
      )}
      {asking === 'approve' && (
        <ApproveModal
          version={version}
          today={today}
          busy={busy}
          onCancel={() => setAsking(null)}
          onConfirm={(body) => void act('approve', { ...body }, t('policy.approved'))}
        />
      )}
      {asking === 'rollback' && (
        <RollbackModal
          version={version}
          today={today}
          busy={busy}
          onCancel={() => setAsking(null)}
          onConfirm={(body) => void rollback(body)}
        />
      )}
      <ReasonModal
        open={asking === 'cancel'}
        title={t('policy.cancelTitle', { version })}
        label={t('policy.reason')}
        hint={t('policy.cancelHint')}
        action={t('policy.cancel')}
        danger
        busy={busy}
        onCancel={() => setAsking(null)}
        onConfirm={(comment) => void act('cancel', { comment }, t('policy.cancelled'))}
      />
      <ReasonModal
        open={asking === 'return'}
        title={t('policy.returnTitle', { version })}
        label={t('policy.comment')}
        hint={t('policy.returnHint')}
        action={t('policy.return')}
        busy={busy}
        onCancel={() => setAsking(null)}
        onConfirm={(comment) => void act('return', { comment }, t('policy.returned'))}
      />
    </>
  );
}
