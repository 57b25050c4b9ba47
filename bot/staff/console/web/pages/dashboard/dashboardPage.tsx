// The dashboard: what the assistant and the desk did in a period, by day, segment, language or policy version.
import { DatePicker, Segmented } from 'antd';
import dayjs from 'dayjs';
import type { Dashboard, DashboardGroup } from '../../../../contract';
import { pathOf } from '../../api/http';
import { useLoad } from '../../api/useLoad';
import { useLanguage } from '../../app/language';
import { EmptyNote } from '../../parts/emptyNote';
import { useBankToday } from '../../parts/hooks/useBankToday';
import { useQueryState } from '../../parts/hooks/useQueryState';
import { LoadedView } from '../../parts/loadedView';
import { PageHead } from '../../parts/pageHead';
import { DashboardCharts } from './dashboardCharts';
import { DashboardTiles } from './dashboardTiles';

const groups: readonly DashboardGroup[] = ['day', 'segment', 'language', 'policyVersion'];
const isGroup = (text: string | undefined): text is DashboardGroup => groups.some((group) => group === text);
const format = 'YYYY-MM-DD';

export default function DashboardPage() {
  const { t } = useLanguage();
  const today = useBankToday();
  const [query, setQuery] = useQueryState(['from', 'to', 'group']);
  const to = query.to ?? today ?? dayjs().format(format);
  const from = query.from ?? dayjs(to).subtract(29, 'day').format(format);
  const group = isGroup(query.group) ? query.group : 'day';
  const dashboard = useLoad<Dashboard>(
    today === null && query.to === undefined ? null : pathOf(['dashboard'], { from, to, group }),
  );
  const last = (days: number) => [dayjs(to).subtract(days - 1, 'day'), dayjs(to)] as [dayjs.Dayjs, dayjs.Dayjs];
  return (
    <div className="page">
      <PageHead
        title={t('menu.dashboard')}
        hint={t('dashboard.hint')}
        actions={
          <>
            <Segmented<DashboardGroup>
              aria-label={t('dashboard.group')}
              value={group}
              onChange={(value) => setQuery({ group: value })}
              options={groups.map((value) => ({ value, label: t(`dashboard.group.${value}`) }))}
            />
            <DatePicker.RangePicker
              aria-label={t('dashboard.period')}
              allowClear={false}
              value={[dayjs(from), dayjs(to)]}
              presets={[
                { label: t('dashboard.last7'), value: last(7) },
                { label: t('dashboard.last30'), value: last(30) },
                { label: t('dashboard.last90'), value: last(90) },
              ]}
              onChange={(days) => setQuery({ from: days?.[0]?.format(format), to: days?.[1]?.format(format) })}
            />
          </>
        }
      />
      <LoadedView of={dashboard} rows={10}>
        {(data) =>
          data.totals.conversations === 0 && data.rows.length === 0 ? (
            <div className="panel">
              <EmptyNote text={t('dashboard.empty')} />
            </div>
          ) : (
            <div className="stack">
              <DashboardTiles totals={data.totals} />
              <DashboardCharts data={data} />
            </div>
          )
        }
      </LoadedView>
    </div>
  );
}
