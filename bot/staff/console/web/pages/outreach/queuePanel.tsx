// The queue by state; what could not go is tried again or dropped with a reason.
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import type { OutreachStatus, QueueAnswer, QueuedMessage, QueuePage } from '../../../../contract';
import { pathOf, send } from '../../api/http';
import { usePages } from '../../api/usePages';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';
import { ReasonModal } from '../../parts/modals/reasonModal';
import { PagedTable } from '../../parts/pagedTable';
import { StatusTag, type Tone } from '../../parts/statusTag';
import { useUser } from '../../session/sessionContext';
import { useMessageColumns } from './messageColumns';

const toneOf: Readonly<Record<OutreachStatus, Tone>> = {
  dead: 'bad',
  waiting: 'info',
  leaving: 'info',
  sent: 'good',
  dropped: 'quiet',
};
const statuses = Object.keys(toneOf);

type Change = { readonly message: QueuedMessage; readonly verb: 'retry' | 'drop' };

function State({ message }: { readonly message: QueuedMessage }) {
  const { t, code, time } = useLanguage();
  const { status, way, why, receipt, sentAt, nextAt } = message;
  const said = [
    why === null ? null : code('outreach.why', why),
    way === null ? null : code('outreach.way', way),
    receipt === null ? null : code('outreach.receipt', receipt),
    status === 'waiting' ? t('outreach.nextAt', { at: time(nextAt) }) : null,
    sentAt === null ? null : t('outreach.sentAt', { at: time(sentAt) }),
  ];
  return (
    <div className="row">
      <StatusTag tone={toneOf[status]}>{code('outreach.status', status)}</StatusTag>
      {said.filter((one) => one !== null).join(' · ')}
    </div>
  );
}

interface QueuePanelProps {
  readonly status: string;
  readonly today: string;
  onStatus(status: string): void;
}

export function QueuePanel({ status, today, onStatus }: QueuePanelProps) {
  const { t, code } = useLanguage();
  const { has } = useUser();
  const { busy, run } = useSend();
  const columns = useMessageColumns();
  const pages = usePages<QueuedMessage, QueuePage>('outreach/queue', { status });
  const [changing, setChanging] = useState<Change | null>(null);

  async function change({ message, verb }: Change, reason: string) {
    const answer = await run(() =>
      send<QueueAnswer>('POST', pathOf(['outreach', 'queue', message.key, verb]), {
        reason,
        expectedVersion: message.version,
      }),
    );
    setChanging(null);
    if (answer === null) return pages.first.reload();
    pages.change((one) => (one.key === answer.message.key ? answer.message : one));
  }

  return (
    <>
      <div className="filters">
        <Segmented
          aria-label={t('common.status')}
          value={status}
          onChange={onStatus}
          options={statuses.map((value) => ({ value, label: code('outreach.status', value) }))}
        />
        <Button onClick={pages.first.reload}>{t('common.reload')}</Button>
      </div>
      <PagedTable<QueuedMessage, QueuePage>
        pages={pages}
        rowKey="key"
        width={920}
        empty={t('outreach.queueEmpty')}
        columns={[
          ...columns,
          { title: t('common.status'), render: (_, message) => <State message={message} /> },
          {
            title: '',
            width: 190,
            align: 'right',
            render: (_, message) =>
              has('supervisor') && (
                <div className="row rowEnd">
                  {message.status === 'dead' && message.until >= today && (
                    <Button size="small" onClick={() => setChanging({ message, verb: 'retry' })}>
                      {t('outreach.retry')}
                    </Button>
                  )}
                  {(message.status === 'dead' || message.status === 'waiting') && (
                    <Button size="small" danger onClick={() => setChanging({ message, verb: 'drop' })}>
                      {t('outreach.drop')}
                    </Button>
                  )}
                </div>
              ),
          },
        ]}
      />
      {changing !== null && (
        <ReasonModal
          open
          title={t(`outreach.${changing.verb}Title`, { customer: changing.message.customerId })}
          label={t('common.reason')}
          action={t(`outreach.${changing.verb}`)}
          danger={changing.verb === 'drop'}
          busy={busy}
          onCancel={() => setChanging(null)}
          onConfirm={(reason) => void change(changing, reason)}
        >
          <p className="quiet gapBelow">{t(`outreach.${changing.verb}Hint`)}</p>
        </ReasonModal>
      )}
    </>
  );
}
