// A chart that follows its box; drawn on a canvas, its hover text too, so that no style has to be let into the page.

import type { EChartsOption } from 'echarts';
import { BarChart, CustomChart, LineChart, ScatterChart } from 'echarts/charts';
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { colours, family } from '../../app/theme';

echarts.use([
  BarChart,
  CustomChart,
  LineChart,
  ScatterChart,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  CanvasRenderer,
]);

export type ChartOption = EChartsOption;

interface ChartProps {
  readonly option: ChartOption;
  readonly height: number;
  /** What the picture shows, for those who cannot see it. */
  readonly label: string;
}

/** Colours that can be told apart and that keep 3:1 on white. */
const palette = ['#0b5d57', '#c2620a', '#3b6fb6', '#7a5195', '#5f7d1f', '#b42318', '#667380'];
const text = { color: colours.ink, fontFamily: family, fontSize: 12 };

function withHouseStyle(option: ChartOption): ChartOption {
  const { tooltip, ...rest } = option;
  return {
    color: palette,
    textStyle: text,
    animationDuration: 200,
    ...rest,
    ...(tooltip === undefined ? {} : { tooltip: { renderMode: 'richText', confine: true, ...tooltip } }),
  };
}

export function Chart({ option, height, label }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const chart = useRef<echarts.ECharts | null>(null);
  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    const made = echarts.init(element);
    chart.current = made;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.dispose();
      chart.current = null;
    };
  }, []);
  useEffect(() => {
    chart.current?.setOption(withHouseStyle(option), { notMerge: true });
  }, [option]);
  return <div ref={box} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}
