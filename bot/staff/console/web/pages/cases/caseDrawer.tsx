// One case at the side of the list: who, what, until when; closing it with an outcome.
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
import { ReasonModal } from '../../parts/reasonModal';
import { StatusTag } from '../../parts/statusTag';
import { useUser } from '../../session/sessionContext';
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
  const { has } = useUser();
  const loaded = useLoad<CaseAnswer>(caseNumber === null ? null : pathOf(['cases', caseNumber]));
  const { busy, run } = useSend();
  const [closing, setClosing] = useState(false);
  const item = loaded.data?.case;

  async function close(current: CaseView, outcome: string) {
    const answer = await run(() =>
      send<CaseAnswer>('POST', pathOf(['cases', current.caseNumber, 'close']), {
        outcome,
        expectedVersion: current.version,
      }),
    );
    if (answer === null) return loaded.reload();
    message.success(t('cases.closed'));
    loaded.set(answer);
    onChanged(answer.case);
    setClosing(false);
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
            {has('agent', 'supervisor') && item.status !== 'closed' && (
              <Button type="primary" onClick={() => setClosing(true)}>
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
          </>
        )}
      </LoadedView>
      {item !== undefined && (
        <ReasonModal
          open={closing}
          title={t('cases.closeTitle', { number: item.caseNumber })}
          label={t('cases.outcome')}
          hint={t('cases.outcomeHint')}
          action={t('cases.close')}
          busy={busy}
          onCancel={() => setClosing(false)}
          onConfirm={(outcome) => void close(item, outcome)}
        />
      )}
    </Drawer>
  );
}
