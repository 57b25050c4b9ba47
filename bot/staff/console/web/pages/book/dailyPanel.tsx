// The daily job: the last days with what each brought, and whether days are still to be done.
import { Alert, Table } from 'antd';
import type { DailyList, DailyRunView } from '../../../../contract';
import { useLoad } from '../../api/useLoad';
import { useLanguage } from '../../app/language';
import { EmptyNote } from '../../parts/emptyNote';
import { LoadedView } from '../../parts/loadedView';

/** What all steps of a day brought, by kind. */
function countsOf({ steps }: DailyRunView): [string, number][] {
  const counts = new Map<string, number>();
  for (const step of steps)
    for (const [kind, count] of Object.entries(step.counts)) counts.set(kind, (counts.get(kind) ?? 0) + count);
  return [...counts];
}

function Did({ run }: { readonly run: DailyRunView }) {
  const { t, code, number } = useLanguage();
  const counts = countsOf(run);
  if (counts.length === 0) return <span className="quiet">{t('daily.nothing')}</span>;
  return (
    <ul className="plainList">
      {counts.map(([kind, count]) => (
        <li key={kind}>
          {code('daily.kind', kind)} <span className="number">{number(count)}</span>
        </li>
      ))}
    </ul>
  );
}

function Due({ due }: Pick<DailyList, 'due'>) {
  const { t } = useLanguage();
  const [day] = due;
  if (day === undefined) return <p className="quiet gapBelow">{t('daily.upToDate')}</p>;
  return <Alert type="warning" showIcon className="gapBelow" title={t('daily.due', { count: due.length, day })} />;
}

export function DailyPanel() {
  const { t, time } = useLanguage();
  const daily = useLoad<DailyList>('daily');
  return (
    <section>
      <div className="panelHead">
        <h2>{t('daily.title')}</h2>
      </div>
      <p className="quiet gapBelow">{t('daily.hint')}</p>
      <LoadedView of={daily} rows={3}>
        {({ runs, due }) => (
          <>
            <Due due={due} />
            <div className="panelFlush">
              <Table<DailyRunView>
                size="middle"
                rowKey="day"
                dataSource={[...runs]}
                pagination={false}
                scroll={{ x: 640 }}
                locale={{ emptyText: <EmptyNote text={t('daily.empty')} /> }}
                columns={[
                  { title: t('daily.day'), dataIndex: 'day', className: 'number' },
                  {
                    title: t('daily.endedAt'),
                    className: 'number',
                    render: (_, run) => (run.endedAt === null ? t('daily.running') : time(run.endedAt)),
                  },
                  { title: t('daily.did'), render: (_, run) => <Did run={run} /> },
                ]}
              />
            </div>
          </>
        )}
      </LoadedView>
    </section>
  );
}
