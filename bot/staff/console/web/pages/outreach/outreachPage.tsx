// Messages that we begin: whether they leave, what a day would send and to whom not, what is in the queue, and thirty days in figures.
import { Tabs } from 'antd';
import type { OutreachStanding } from '../../../../contract';
import { useLoad } from '../../api/useLoad';
import { useLanguage } from '../../app/language';
import { useQueryState } from '../../parts/hooks/useQueryState';
import { LoadedView } from '../../parts/loadedView';
import { PageHead } from '../../parts/pageHead';
import { DayPanel } from './dayPanel';
import { MonthPanel } from './monthPanel';
import { PausePanel } from './pausePanel';
import { QueuePanel } from './queuePanel';

export default function OutreachPage() {
  const { t } = useLanguage();
  const standing = useLoad<OutreachStanding>('outreach');
  const [query, setQuery] = useQueryState(['tab', 'day', 'status']);
  return (
    <div className="page">
      <PageHead title={t('menu.outreach')} hint={t('outreach.hint')} />
      <LoadedView of={standing} rows={3}>
        {(data) => (
          <>
            <PausePanel standing={data} onChanged={standing.set} reload={standing.reload} />
            <Tabs
              activeKey={query.tab ?? 'day'}
              onChange={(tab) => setQuery({ tab })}
              destroyOnHidden
              items={[
                {
                  key: 'day',
                  label: t('outreach.tab.day'),
                  children: <DayPanel day={query.day ?? data.today} onDay={(day) => setQuery({ day })} />,
                },
                {
                  key: 'queue',
                  label: t('outreach.tab.queue'),
                  children: (
                    <QueuePanel
                      status={query.status ?? 'dead'}
                      today={data.today}
                      onStatus={(status) => setQuery({ status })}
                    />
                  ),
                },
                { key: 'month', label: t('outreach.tab.month'), children: <MonthPanel /> },
              ]}
            />
          </>
        )}
      </LoadedView>
    </div>
  );
}
