// One version: its state and what may be done with it; in plain words, as a form, what it changes, its simulation.
import { Alert, Tabs } from 'antd';
import { lazy, Suspense, useState } from 'react';
import type { PolicyDocument, PolicyKind, PolicyList, PolicySchema, PolicySummary } from '../../../../../contract';
import { pathOf } from '../../../api/http';
import { useLoad } from '../../../api/useLoad';
import { useLanguage } from '../../../app/language';
import { useQueryState } from '../../../parts/hooks/useQueryState';
import { LoadedView } from '../../../parts/loadedView';
import { PageHead } from '../../../parts/pageHead';
import { PageLoading } from '../../../parts/pageLoading';
import { ComparisonView } from '../compare/comparison';
import { PolicyStatusTag } from '../policyStatus';
import { VersionHistory } from '../versionHistory';
import { ReadingLines } from './readingLines';
import { type PolicyDraft, useVersion } from './useVersion';
import { VersionActions } from './versionActions';

const DraftEditor = lazy(() => import('./draftEditor').then(({ DraftEditor: component }) => ({ default: component })));
const PolicyForm = lazy(() =>
  import('../form/policyForm').then(({ PolicyForm: component }) => ({ default: component })),
);
const SimulationTab = lazy(() =>
  import('../simulation/simulationTab').then(({ SimulationTab: component }) => ({ default: component })),
);

interface FieldsTabProps {
  readonly document: PolicyDocument;
  readonly schema: PolicySchema;
  readonly draft: PolicyDraft | null;
  setDraft(draft: PolicyDraft | null): void;
  onSaved(document: PolicyDocument): void;
}

function FieldsTab(props: FieldsTabProps) {
  const { document, schema } = props;
  return (
    <Suspense fallback={<PageLoading />}>
      {document.summary.may.edit ? (
        <DraftEditor {...props} />
      ) : (
        <PolicyForm schema={schema} value={document.value} problems={document.problems} onChange={null} />
      )}
    </Suspense>
  );
}

function Notes({ document, unsaved }: { readonly document: PolicyDocument; readonly unsaved: boolean }) {
  const { t } = useLanguage();
  const { summary } = document;
  return (
    <>
      {summary.status === 'returned' && summary.comment !== '' && (
        <Alert
          type="warning"
          showIcon
          className="gapBelow"
          title={t('policy.comment')}
          description={<span className="preLine">{summary.comment}</span>}
        />
      )}
      {unsaved && <Alert type="info" showIcon className="gapBelow" title={t('policy.unsaved')} />}
    </>
  );
}

/** An author goes on with the fields; who decides sees what would change. */
function firstTab({ may }: PolicySummary, comparable: boolean): string {
  if (may.edit) return 'fields';
  return may.decide && comparable ? 'differences' : 'reading';
}

export function VersionRoom({ kind, version }: { readonly kind: PolicyKind; readonly version: string }) {
  const { t, time } = useLanguage();
  const { document, schema, draft, setDraft } = useVersion(kind, version);
  const list = useLoad<PolicyList>(pathOf(['policies', kind]));
  const [{ tab }, setQuery] = useQueryState(['tab']);
  const [round, setRound] = useState(0);
  const inForce = list.data?.inForce;

  function changed(next: PolicyDocument) {
    document.set(next);
    setRound(round + 1);
    list.reload();
  }

  return (
    <LoadedView of={document} rows={10} page>
      {(data) => {
        const { summary } = data;
        const against = inForce === version ? (summary.basedOn ?? undefined) : inForce;
        const open = tab ?? firstTab(summary, against !== undefined);
        return (
          <div className="page">
            <PageHead
              back={{ to: ['policies', kind], name: t(`menu.${kind}`) }}
              title={version}
              tags={<PolicyStatusTag status={summary.status} />}
              hint={
                <>
                  {summary.reason || t('policy.shipped')}
                  <br />
                  <span className="small">
                    {[
                      summary.author === '' ? null : `${t('policy.author')} ${summary.author}`,
                      time(summary.createdAt),
                      summary.approver === null ? null : `${t('policy.approver')} ${summary.approver}`,
                      summary.effectiveFrom === null ? null : `${t('policy.effectiveFrom')} ${summary.effectiveFrom}`,
                    ]
                      .filter((part) => part !== null)
                      .join(' · ')}
                  </span>
                </>
              }
              actions={
                list.data !== null && (
                  <VersionActions
                    document={data}
                    unsaved={draft !== null}
                    today={list.data.today}
                    onChanged={changed}
                    reload={document.reload}
                  />
                )
              }
            />
            <Notes document={data} unsaved={draft !== null && open !== 'fields'} />
            <Tabs
              activeKey={open}
              onChange={(key) => setQuery({ tab: key })}
              destroyOnHidden
              items={[
                {
                  key: 'reading',
                  label: t('policy.tab.reading'),
                  children: (
                    <div className="panel">
                      <ReadingLines kind={kind} version={version} round={round} />
                    </div>
                  ),
                },
                {
                  key: 'fields',
                  label: t(summary.may.edit ? 'policy.tab.edit' : 'policy.tab.form'),
                  children: (
                    <LoadedView of={schema} rows={10}>
                      {(form) => (
                        <FieldsTab document={data} schema={form} draft={draft} setDraft={setDraft} onSaved={changed} />
                      )}
                    </LoadedView>
                  ),
                },
                ...(against === undefined
                  ? []
                  : [
                      {
                        key: 'differences',
                        label: t('policy.tab.differences'),
                        children: (
                          <div className="panel">
                            <ComparisonView key={round} kind={kind} from={against} to={version} />
                          </div>
                        ),
                      },
                    ]),
                ...(kind === 'offerLimits' && inForce !== undefined
                  ? [
                      {
                        key: 'simulation',
                        label: t('policy.tab.simulation'),
                        children: (
                          <Suspense fallback={<PageLoading />}>
                            <SimulationTab version={version} against={against ?? inForce} unsaved={draft !== null} />
                          </Suspense>
                        ),
                      },
                    ]
                  : []),
                {
                  key: 'history',
                  label: t('policy.tab.history'),
                  children: (
                    <div className="panel">
                      <VersionHistory summary={summary} />
                    </div>
                  ),
                },
              ]}
            />
          </div>
        );
      }}
    </LoadedView>
  );
}
