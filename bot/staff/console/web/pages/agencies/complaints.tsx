// Complaints about an agency's conduct, each upheld or dismissed with a reason; too many upheld suspend it by rule.
import { Button, App as Messages, Table } from 'antd';
import { useState } from 'react';
import type { AgencyView, Complaint, ComplaintAnswer, ComplaintList } from '../../../../contract';
import { pathOf, send } from '../../api/http';
import { useLoad } from '../../api/useLoad';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';
import { EmptyNote } from '../../parts/emptyNote';
import { LoadedView } from '../../parts/loadedView';
import { ReasonModal } from '../../parts/modals/reasonModal';
import { StatusTag } from '../../parts/statusTag';

interface ComplaintsProps {
  readonly agencyId: string;
  readonly writes: boolean;
  onAgency(view: AgencyView): void;
}

type Decision = { readonly complaint: Complaint; readonly verb: 'uphold' | 'dismiss' };
const toneOf = { open: 'warn', upheld: 'bad', dismissed: 'quiet' } as const;

export function Complaints({ agencyId, writes, onAgency }: ComplaintsProps) {
  const { t, code, time } = useLanguage();
  const { notification } = Messages.useApp();
  const { busy, run } = useSend();
  const list = useLoad<ComplaintList>(pathOf(['agencies', agencyId, 'complaints']));
  const [deciding, setDeciding] = useState<Decision | null>(null);

  async function decide({ complaint, verb }: Decision, reason: string) {
    const answer = await run(() =>
      send<ComplaintAnswer>('POST', pathOf(['complaints', complaint.caseNumber, verb]), {
        reason,
        expectedVersion: complaint.version,
        agencyId,
      }),
    );
    list.reload();
    if (answer === null) return;
    setDeciding(null);
    if (answer.agency === null) return;
    onAgency(answer.agency);
    if (verb === 'uphold' && answer.agency.standing === 'suspended')
      notification.warning({ title: t('agencies.suspended') });
  }

  return (
    <LoadedView of={list} rows={3}>
      {({ complaints }) => (
        <>
          <Table<Complaint>
            size="small"
            rowKey="caseNumber"
            dataSource={complaints}
            pagination={false}
            scroll={{ x: 720 }}
            locale={{ emptyText: <EmptyNote text={t('agencies.noComplaints')} /> }}
            columns={[
              {
                title: t('cases.number'),
                width: 150,
                render: (_, item) => (
                  <>
                    <div className="number">{item.caseNumber}</div>
                    <div className="quiet small">{time(item.openedAt)}</div>
                  </>
                ),
              },
              { title: t('cases.words'), render: (_, item) => <span className="preLine">{item.words}</span> },
              { title: t('cases.due'), width: 120, dataIndex: 'dueOn', className: 'number' },
              {
                title: t('common.status'),
                width: 100,
                render: (_, item) => (
                  <StatusTag tone={toneOf[item.decision]}>{code('agencies.decision', item.decision)}</StatusTag>
                ),
              },
              {
                title: '',
                width: 180,
                align: 'right',
                render: (_, complaint) =>
                  writes &&
                  complaint.decision === 'open' && (
                    <div className="row rowEnd">
                      <Button size="small" danger onClick={() => setDeciding({ complaint, verb: 'uphold' })}>
                        {t('agencies.uphold')}
                      </Button>
                      <Button size="small" onClick={() => setDeciding({ complaint, verb: 'dismiss' })}>
                        {t('agencies.dismiss')}
                      </Button>
                    </div>
                  ),
              },
            ]}
          />
          {deciding !== null && (
            <ReasonModal
              open
              title={t(`agencies.${deciding.verb}Title`, { number: deciding.complaint.caseNumber })}
              label={t('common.reason')}
              action={t(`agencies.${deciding.verb}`)}
              danger={deciding.verb === 'uphold'}
              busy={busy}
              onCancel={() => setDeciding(null)}
              onConfirm={(reason) => void decide(deciding, reason)}
            >
              <p className="quiet preLine gapBelow">{deciding.complaint.words}</p>
            </ReasonModal>
          )}
        </>
      )}
    </LoadedView>
  );
}
