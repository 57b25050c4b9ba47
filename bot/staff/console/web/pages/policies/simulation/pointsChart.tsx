// Each signed plan as a point: what the customer can pay a month, and what the plan asks.
import { useMemo } from 'react';
import type { SignedPoint } from '../../../../../contract';
import { useLanguage } from '../../../app/language';
import { colours } from '../../../app/theme';
import { Chart, type ChartOption } from '../../../parts/charts/chart';

/** An instalment of at most this share of capacity counts as affordable. */
const affordableShare = 0.85;

export function PointsChart({ points }: { readonly points: readonly SignedPoint[] }) {
  const { t, number } = useLanguage();
  const option = useMemo((): ChartOption => {
    const of = (kept: boolean) =>
      points
        .filter((point) => point.kept === kept)
        .map((point) => [point.capacityFen / 100, point.instalmentFen / 100]);
    const highest = Math.max(1, ...points.map((point) => point.capacityFen / 100));
    return {
      grid: { left: 16, right: 24, top: 48, bottom: 32, containLabel: true },
      legend: { top: 0, right: 0 },
      xAxis: { type: 'value', name: t('simulation.capacity'), nameLocation: 'middle', nameGap: 28, max: highest },
      yAxis: { type: 'value', name: t('simulation.instalment') },
      tooltip: { trigger: 'item', valueFormatter: (value) => number(Number(value)) },
      series: [
        {
          name: t('simulation.keptPlan'),
          type: 'scatter',
          symbolSize: 5,
          itemStyle: { color: colours.primary, opacity: 0.65 },
          data: of(true),
        },
        {
          name: t('simulation.brokenPlan'),
          type: 'scatter',
          symbol: 'triangle',
          symbolSize: 6,
          itemStyle: { color: colours.bad, opacity: 0.75 },
          data: of(false),
        },
        {
          name: '85 %',
          type: 'line',
          symbol: 'none',
          lineStyle: { color: colours.quiet, type: 'dashed' },
          itemStyle: { color: colours.quiet },
          data: [
            [0, 0],
            [highest, highest * affordableShare],
          ],
        },
      ],
    };
  }, [points, t, number]);
  return <Chart option={option} height={320} label={t('simulation.points')} />;
}
