// Bars over days or groups, stacked where the parts make a whole, with a line beside them.
import { useMemo } from 'react';
import { useLanguage } from '../../app/language';
import { Chart, type ChartOption } from './chart';

export interface Measure {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly colour: string;
  /** Bars of one stack lie upon each other. */
  readonly stack?: string;
  /** A line on an axis of its own instead of bars. */
  readonly line?: boolean;
}

interface BarPictureProps {
  readonly title: string;
  readonly keys: readonly string[];
  readonly measures: readonly Measure[];
}

export function BarPicture({ title, keys, measures }: BarPictureProps) {
  const { number } = useLanguage();
  const option = useMemo((): ChartOption => {
    const hasLine = measures.some(({ line }) => line === true);
    const compact = (value: number) => (Math.abs(value) >= 10_000 ? number(value) : number(value, 1));
    const axis = {
      type: 'value' as const,
      minInterval: 1,
      axisLabel: { formatter: compact },
      splitLine: { lineStyle: { color: '#edf0f3' } },
    };
    return {
      grid: { left: 8, right: hasLine ? 8 : 16, top: 40, bottom: 8, containLabel: true },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8 },
      tooltip: {
        trigger: 'axis',
        axisPointer: { type: 'shadow' },
        valueFormatter: (value) => (value === null || value === undefined ? '—' : number(Number(value), 1)),
      },
      xAxis: { type: 'category', data: [...keys], axisTick: { show: false }, axisLabel: { hideOverlap: true } },
      yAxis: hasLine ? [axis, { ...axis, splitLine: { show: false } }] : axis,
      series: measures.map((measure) =>
        measure.line === true
          ? {
              name: measure.name,
              type: 'line' as const,
              yAxisIndex: 1,
              symbolSize: 6,
              connectNulls: true,
              itemStyle: { color: measure.colour },
              data: [...measure.values],
            }
          : {
              name: measure.name,
              type: 'bar' as const,
              barMaxWidth: 28,
              itemStyle: { color: measure.colour, borderRadius: 2 },
              ...(measure.stack === undefined ? {} : { stack: measure.stack }),
              data: [...measure.values],
            },
      ),
    };
  }, [keys, measures, number]);
  return (
    <section className="panel">
      <h2>{title}</h2>
      <Chart option={option} height={250} label={title} />
    </section>
  );
}
