// The versions of one kind: what is in force in plain words, then every version with its state; compare, draft, import.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import type { PolicyKind, PolicyList, PolicySummary } from '../../../../contract';
import { pathOf } from '../../api/http';
import { useLoad } from '../../api/useLoad';
import { useLanguage } from '../../app/language';
import { go, Link } from '../../app/router';
import { EmptyNote } from '../../parts/emptyNote';
import { rowOpens } from '../../parts/hooks/rowLink';
import { LoadedView } from '../../parts/loadedView';
import { PageHead } from '../../parts/pageHead';
import { StatusTag } from '../../parts/statusTag';
import { useUser } from '../../session/sessionContext';
import { ImportButton } from './importButton';
import { NewDraft } from './newDraft';
import { PolicyStatusTag } from './policyStatus';
import { ReadingLines } from './room/readingLines';

/** What these rules are for; who can neither draft nor approve is told who can. */
function ListHint({ kind }: { readonly kind: PolicyKind }) {
  const { t } = useLanguage();
  const { has } = useUser();
  return (
    <>
      {t(`policy.hint.${kind}`)}
      {!has('maker', 'checker') && (
        <>
          <br />
          {t('policy.twoPeople')} {has('administrator') && <Link to={['users']}>{t('policy.giveRoles')}</Link>}
        </>
      )}
    </>
  );
}

export function VersionList({ kind }: { readonly kind: PolicyKind }) {
  const { t, time } = useLanguage();
  const { has } = useUser();
  const list = useLoad<PolicyList>(pathOf(['policies', kind]));
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [drafting, setDrafting] = useState(false);
  const open = (version: string) => go(['policies', kind, version]);
  const [from, to] = [...chosen].reverse();
  return (
    <div className="page">
      <PageHead
        title={t(`menu.${kind}`)}
        hint={<ListHint kind={kind} />}
        actions={
          has('maker') &&
          list.data !== null && (
            <>
              <ImportButton kind={kind} basedOn={list.data.inForce} onCreated={open} />
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setDrafting(true)}>
                {t('policy.new')}
              </Button>
            </>
          )
        }
      />
      <LoadedView of={list} rows={10}>
        {(data) => (
          <div className="stack">
            <section className="panel" aria-labelledby="inForce">
              <div className="panelHead">
                <h2 id="inForce">
                  {t('policy.inForce')} · <Link to={['policies', kind, data.inForce]}>{data.inForce}</Link>
                </h2>
                <PolicyStatusTag status="effective" />
              </div>
              <div className="readingBox">
                <ReadingLines kind={kind} version={data.inForce} />
              </div>
            </section>
            <section>
              <div className="panelHead">
                <h2>{t('policy.versions')}</h2>
                <div className="row">
                  <span className="quiet small">{chosen.length < 2 && t('policy.compareChoose')}</span>
                  <Button
                    disabled={from === undefined || to === undefined}
                    onClick={() => go(['policies', kind, 'compare'], { from, to })}
                  >
                    {t('policy.compareChosen')}
                  </Button>
                </div>
              </div>
              <div className="panelFlush">
                <Table<PolicySummary>
                  size="middle"
                  rowKey="version"
                  dataSource={data.versions}
                  pagination={data.versions.length > 30 ? { pageSize: 30 } : false}
                  scroll={{ x: 720 }}
                  locale={{ emptyText: <EmptyNote text={t('policy.empty')} /> }}
                  onRow={({ version }) => rowOpens(version, () => open(version))}
                  rowSelection={{
                    selectedRowKeys: [...chosen],
                    hideSelectAll: true,
                    onChange: (keys) => setChosen(inListOrder(data.versions, keys.map(String).slice(-2))),
                    getCheckboxProps: ({ version }) => ({ 'aria-label': `${t('policy.compare')} ${version}` }),
                  }}
                  columns={[
                    {
                      title: t('policy.version'),
                      width: 210,
                      render: (_, item) => (
                        <>
                          <div className="row">
                            {item.version}
                            {item.shipped && <StatusTag tone="quiet">{t('policy.shipped')}</StatusTag>}
                          </div>
                          <div className="quiet small">{time(item.createdAt)}</div>
                        </>
                      ),
                    },
                    {
                      title: t('common.status'),
                      width: 140,
                      render: (_, { status, effectiveFrom }) => (
                        <>
                          <PolicyStatusTag status={status} />
                          {effectiveFrom !== null && (
                            <div className="quiet small">{t('policy.from', { min: effectiveFrom })}</div>
                          )}
                        </>
                      ),
                    },
                    {
                      title: t('policy.reason'),
                      render: (_, { reason }) => (
                        <span className="twoLines" title={reason}>
                          {reason || '—'}
                        </span>
                      ),
                    },
                    { title: t('policy.author'), width: 100, ellipsis: true, render: (_, { author }) => author || '—' },
                    {
                      title: t('policy.approver'),
                      width: 100,
                      ellipsis: true,
                      render: (_, { approver }) => approver ?? '—',
                    },
                  ]}
                />
              </div>
            </section>
            {drafting && (
              <NewDraft
                kind={kind}
                versions={data.versions}
                inForce={data.inForce}
                onClose={() => setDrafting(false)}
                onCreated={open}
              />
            )}
          </div>
        )}
      </LoadedView>
    </div>
  );
}

/** Newest first, as the list is. */
const inListOrder = (versions: readonly PolicySummary[], chosen: readonly string[]): readonly string[] =>
  versions.map(({ version }) => version).filter((version) => chosen.includes(version));
