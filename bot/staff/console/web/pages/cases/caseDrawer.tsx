// One case at the side of the list: who, what, until when; taken over, noted, put off by rule, closed with an outcome.
import { Button, Descriptions, Drawer, App as Messages } from 'antd';
import { useState } from 'react';
import type { CaseAnswer, CaseView } from '../../../../contract';
import { pathOf, send } from '../../api/http';
import { useLoad } from '../../api/useLoad';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';
import { addressOf } from '../../app/router';
import { EvidenceList } from '../../parts/evidenceList';
import { LoadedView } from '../../parts/loadedView';
import { ReasonModal } from '../../parts/modals/reasonModal';
import { StatusTag } from '../../parts/statusTag';
import { useUser } from '../../session/sessionContext';
import { CaseNotes } from './caseNotes';
import { toneOfStatus } from './caseWords';
import { TimeLimit } from './timeLimit';

interface CaseDrawerProps {
  readonly caseNumber: string | null;
  onClose(): void;
  onChanged(changed: CaseView): void;
}

function CaseFacts({ item }: { readonly item: CaseView }) {
  const { t, code, time } = useLanguage();
  return (
    <Descriptions
      column={1}
      size="small"
      items={[
        {
          key: 'status',
          label: t('common.status'),
          children: <StatusTag tone={toneOfStatus[item.status]}>{code('case.status', item.status)}</StatusTag>,
        },
        { key: 'kind', label: t('cases.kind'), children: code('case.kind', item.kind) },
        { key: 'priority', label: t('cases.priority'), children: code('priority', item.priority) },
        { key: 'opened', label: t('cases.opened'), children: time(item.openedAt) },
        { key: 'due', label: t('cases.due'), children: <TimeLimit of={item} /> },
        { key: 'owner', label: t('cases.owner'), children: item.owner ?? t('common.none') },
        { key: 'customer', label: t('cases.customer'), children: item.customerId ?? t('cases.unverified') },
        { key: 'agency', label: t('cases.agency'), children: item.agencyId ?? t('common.none') },
        { key: 'language', label: t('cases.language'), children: code('locale', item.locale) },
        {
          key: 'words',
          label: t('cases.words'),
          children: <span className="preLine">{item.lastWords || t('common.none')}</span>,
        },
        ...(item.status === 'closed'
          ? [
              {
                key: 'outcome',
                label: t('cases.outcome'),
                children: <span className="preLine">{item.outcome ?? '—'}</span>,
              },
              {
                key: 'closedBy',
                label: t('cases.closedBy'),
                children: `${item.closedBy ?? '—'}${item.closedAt === null ? '' : ` · ${time(item.closedAt)}`}`,
              },
            ]
          : []),
      ]}
    />
  );
}

export function CaseDrawer({ caseNumber, onClose, onChanged }: CaseDrawerProps) {
  const { t } = useLanguage();
  const { message } = Messages.useApp();
  const { has, user } = useUser();
  const loaded = useLoad<CaseAnswer>(caseNumber === null ? null : pathOf(['cases', caseNumber]));
  const { busy, run } = useSend();
  const [asking, setAsking] = useState<'close' | 'extend' | null>(null);
  const item = loaded.data?.case;

  /** Does one step with the case as it is shown; the newest is shown where somebody was quicker. */
  async function step(current: CaseView, name: 'take' | 'notes' | 'extend' | 'close', words: object = {}) {
    const answer = await run(() =>
      send<CaseAnswer>('POST', pathOf(['cases', current.caseNumber, name]), {
        ...words,
        expectedVersion: current.version,
      }),
    );
    if (answer === null) {
      loaded.reload();
      return false;
    }
    if (name === 'close') message.success(t('cases.closed'));
    loaded.set(answer);
    onChanged(answer.case);
    setAsking(null);
    return true;
  }

  return (
    <Drawer
      open={caseNumber !== null}
      onClose={onClose}
      destroyOnHidden
      size={480}
      title={t('cases.detail', { number: caseNumber ?? '' })}
      footer={
        item === undefined ? null : (
          <div className="row rowEnd">
            {has('agent', 'supervisor') && (
              <Button href={addressOf(['desk', item.conversationId])}>{t('cases.atDesk')}</Button>
            )}
            {has('auditor', 'supervisor') && (
              <Button href={addressOf(['audit', 'replay', item.conversationId])}>{t('cases.replay')}</Button>
            )}
            {has('agent', 'supervisor') && item.status !== 'closed' && item.owner !== user.username && (
              <Button loading={busy} onClick={() => void step(item, 'take')}>
                {t('cases.take')}
              </Button>
            )}
            {has('supervisor') && item.mayExtendTo !== null && (
              <Button onClick={() => setAsking('extend')}>{t('cases.extend')}</Button>
            )}
            {has('agent', 'supervisor') && item.status !== 'closed' && (
              <Button type="primary" onClick={() => setAsking('close')}>
                {t('cases.close')}
              </Button>
            )}
          </div>
        )
      }
    >
      <LoadedView of={loaded}>
        {(data) => (
          <>
            <CaseFacts item={data.case} />
            <EvidenceList caseNumber={data.case.caseNumber} />
            <CaseNotes
              item={data.case}
              busy={busy}
              mayAdd={has('agent', 'supervisor') && data.case.status !== 'closed'}
              onAdd={(text) => step(data.case, 'notes', { text })}
            />
          </>
        )}
      </LoadedView>
      {item !== undefined && (
        <ReasonModal
          open={asking !== null}
          title={t(asking === 'extend' ? 'cases.extendTitle' : 'cases.closeTitle', {
            number: item.caseNumber,
            day: item.mayExtendTo ?? '',
          })}
          label={t(asking === 'extend' ? 'cases.extendReason' : 'cases.outcome')}
          hint={t(asking === 'extend' ? 'cases.extendHint' : 'cases.outcomeHint')}
          action={t(asking === 'extend' ? 'cases.extend' : 'cases.close')}
          busy={busy}
          onCancel={() => setAsking(null)}
          onConfirm={(words) =>
            void step(item, asking ?? 'close', asking === 'extend' ? { reason: words } : { outcome: words })
          }
        />
      )}
    </Drawer>
  );
}
