// Who gets what: how conversations end in each segment, this version above today's.
import { useMemo } from 'react';
import { useLanguage } from '../../../app/language';
import { Chart, type ChartOption } from '../../../parts/charts/chart';
import type { DrawnResult } from './readResult';

interface EndingsChartProps {
  readonly mine: DrawnResult;
  readonly today: DrawnResult | null;
}

export function EndingsChart({ mine, today }: EndingsChartProps) {
  const { t, code, percent } = useLanguage();
  const option = useMemo((): ChartOption => {
    const rows = [today, mine].flatMap((result) =>
      result === null
        ? []
        : (result.pictures?.bySegment ?? []).map((segment) => ({
            name: `${segment.segmentId} · ${result.policyVersion}`,
            segment,
          })),
    );
    rows.sort((a, b) => b.segment.segmentId.localeCompare(a.segment.segmentId));
    const endings = [...new Set(rows.flatMap(({ segment }) => Object.keys(segment.endings)))];
    return {
      grid: { left: 8, right: 16, top: 36, bottom: 8, containLabel: true },
      legend: { top: 0, type: 'scroll' },
      xAxis: { type: 'value', max: 1, axisLabel: { formatter: (value: number) => percent(value, 0) } },
      yAxis: { type: 'category', data: rows.map(({ name }) => name), axisTick: { show: false } },
      tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, valueFormatter: (value) => percent(Number(value)) },
      series: endings.map((ending) => ({
        name: code('simulation.ending', ending),
        type: 'bar' as const,
        stack: 'all',
        barMaxWidth: 22,
        data: rows.map(({ segment }) =>
          segment.customers === 0 ? 0 : (segment.endings[ending] ?? 0) / segment.customers,
        ),
      })),
    };
  }, [mine, today, code, percent]);
  return <Chart option={option} height={320} label={t('simulation.whoGets')} />;
}
