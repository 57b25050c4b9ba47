// Value captured by this version, today's and the simple policies, with 95 % intervals.
import type { CustomSeriesRenderItem } from 'echarts';
import { useMemo } from 'react';
import { useLanguage } from '../../../app/language';
import { colours } from '../../../app/theme';
import { Chart, type ChartOption } from '../../../parts/charts/chart';
import type { DrawnResult } from './readResult';

interface SurplusChartProps {
  readonly mine: DrawnResult;
  readonly today: DrawnResult | null;
}

/** A whisker from low to high at the middle of a horizontal bar. */
const whisker: CustomSeriesRenderItem = (_params, api) => {
  const [low, high] = [api.coord([api.value(0), api.value(2)]), api.coord([api.value(1), api.value(2)])];
  const [x1, x2, y] = [low[0] ?? 0, high[0] ?? 0, low[1] ?? 0];
  const style = { stroke: colours.ink, lineWidth: 1.5 };
  const line = (a: number, b: number, c: number, d: number) => ({
    type: 'line' as const,
    shape: { x1: a, y1: b, x2: c, y2: d },
    style,
  });
  return { type: 'group', children: [line(x1, y, x2, y), line(x1, y - 4, x1, y + 4), line(x2, y - 4, x2, y + 4)] };
};

export function SurplusChart({ mine, today }: SurplusChartProps) {
  const { t, code, percent } = useLanguage();
  const option = useMemo((): ChartOption => {
    const baselines = Object.entries(mine.surplusCaptured.baselines).sort(([, a], [, b]) => a.mean - b.mean);
    const bars = [
      ...baselines.map(([name, of]) => ({ name: code('simulation.policy', name), of, colour: '#c3ccd4' })),
      ...(today === null ? [] : [{ name: today.policyVersion, of: today.surplusCaptured.engine, colour: '#7fb5af' }]),
      { name: mine.policyVersion, of: mine.surplusCaptured.engine, colour: colours.primary },
    ];
    return {
      grid: { left: 8, right: 56, top: 8, bottom: 8, containLabel: true },
      xAxis: {
        type: 'value',
        max: (range) => Math.max(1, range.max),
        axisLabel: { formatter: (v: number) => percent(v, 0) },
      },
      yAxis: { type: 'category', data: bars.map(({ name }) => name), axisTick: { show: false } },
      series: [
        {
          type: 'bar',
          barMaxWidth: 18,
          data: bars.map(({ of, colour }) => ({ value: of.mean, itemStyle: { color: colour, borderRadius: 3 } })),
          label: { show: true, position: 'right', distance: 14, formatter: ({ value }) => percent(Number(value)) },
        },
        {
          type: 'custom',
          renderItem: whisker,
          encode: { x: [0, 1], y: 2 },
          data: bars.map(({ of }, index) => [of.low, of.high, index]),
          z: 3,
          silent: true,
        },
      ],
    };
  }, [mine, today, code, percent]);
  return <Chart option={option} height={340} label={t('simulation.surplus')} />;
}
