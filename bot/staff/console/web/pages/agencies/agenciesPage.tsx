// The register of outside agencies; each opens to its placements and the complaints about it.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { AgencyList, AgencyView } from '../../../../contract';
import { useLoad } from '../../api/useLoad';
import { useLanguage } from '../../app/language';
import { go, useRoute } from '../../app/router';
import { EmptyNote } from '../../parts/emptyNote';
import { rowOpens } from '../../parts/hooks/rowLink';
import { LoadedView } from '../../parts/loadedView';
import { PageHead } from '../../parts/pageHead';
import { StatusTag } from '../../parts/statusTag';
import { useUser } from '../../session/sessionContext';
import { AgencyForm } from './agencyForm';
import { AgencyRoom } from './agencyRoom';
import { toneOfStanding } from './standing';

export default function AgenciesPage() {
  const { t, code, pick } = useLanguage();
  const { has } = useUser();
  const { parts } = useRoute();
  const list = useLoad<AgencyList>('agencies');
  const [adding, setAdding] = useState(false);
  const put = (changed: AgencyView) =>
    list.set((before) => {
      if (before === null) return null;
      const others = before.agencies.filter(({ agency }) => agency.agencyId !== changed.agency.agencyId);
      const agencies = [...others, changed].sort((a, b) => a.agency.agencyId.localeCompare(b.agency.agencyId));
      return { ...before, agencies };
    });
  const openId = parts[1];
  if (openId !== undefined)
    return (
      <LoadedView of={list} page>
        {({ agencies }) => (
          <AgencyRoom
            view={agencies.find(({ agency }) => agency.agencyId === openId)}
            onChanged={put}
            reload={list.reload}
          />
        )}
      </LoadedView>
    );
  return (
    <div className="page">
      <PageHead
        title={t('menu.agencies')}
        hint={
          <>
            {t('agencies.hint')}
            {list.data !== null && (
              <>
                {' '}
                {t('agencies.rule', {
                  count: list.data.rules.suspendAfterUpheldComplaints,
                  days: list.data.rules.withinDays,
                })}
              </>
            )}
          </>
        }
        actions={
          has('supervisor', 'administrator') && (
            <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
              {t('agencies.new')}
            </Button>
          )
        }
      />
      <LoadedView of={list}>
        {({ agencies }) => (
          <div className="panelFlush">
            <Table<AgencyView>
              size="middle"
              rowKey={({ agency }) => agency.agencyId}
              dataSource={agencies}
              pagination={false}
              scroll={{ x: 820 }}
              locale={{ emptyText: <EmptyNote text={t('agencies.empty')} /> }}
              onRow={({ agency }) => rowOpens(pick(agency.name), () => go(['agencies', agency.agencyId]))}
              columns={[
                {
                  title: t('agencies.name'),
                  render: (_, { agency }) => (
                    <>
                      <div>{pick(agency.name)}</div>
                      <div className="quiet small">
                        {agency.agencyId} · {agency.phone}
                      </div>
                    </>
                  ),
                },
                {
                  title: t('common.status'),
                  width: 120,
                  render: (_, { standing }) => (
                    <StatusTag tone={toneOfStanding[standing]}>{code('agency.standing', standing)}</StatusTag>
                  ),
                },
                {
                  title: t('agencies.period'),
                  width: 210,
                  className: 'number',
                  render: (_, { agency }) => `${agency.authorisedFrom} – ${agency.authorisedUntil}`,
                },
                {
                  title: t('agencies.placements'),
                  width: 110,
                  align: 'right',
                  className: 'number',
                  render: (_, { openPlacements }) => t('agencies.openPlacements', { count: openPlacements }),
                },
                {
                  title: t('agencies.complaints'),
                  width: 200,
                  render: (_, { openComplaints, agency }) => (
                    <div className="row">
                      {openComplaints > 0 && (
                        <StatusTag tone="warn">{t('agencies.openComplaints', { count: openComplaints })}</StatusTag>
                      )}
                      {agency.upheldComplaints.length > 0 && (
                        <StatusTag tone="bad">
                          {t('agencies.upheld', { count: agency.upheldComplaints.length })}
                        </StatusTag>
                      )}
                      {openComplaints + agency.upheldComplaints.length === 0 && '—'}
                    </div>
                  ),
                },
              ]}
            />
          </div>
        )}
      </LoadedView>
      {adding && (
        <AgencyForm
          view={null}
          onClose={() => setAdding(false)}
          onSaved={(view) => {
            put(view);
            setAdding(false);
          }}
        />
      )}
    </div>
  );
}
