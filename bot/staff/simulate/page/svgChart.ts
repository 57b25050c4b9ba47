// Draws one chart as inline SVG on the server: no script and no network on the page.
import * as echarts from 'echarts';

export const colours = {
  ink: '#1f2a33',
  quiet: '#6b7a86',
  line: '#dde4e9',
  whisker: '#b9c6cf',
  engine: '#0f6b6b',
  other: '#9fb0bc',
  ceiling: '#c9a227',
  kept: '#2f8f83',
  broken: '#d0662f',
  twin: '#5b6fb5',
} as const;

/** Width of every picture, px. */
export const width = 920;
export const legend = {
  top: 0,
  left: 0,
  icon: 'circle',
  itemWidth: 9,
  itemHeight: 9,
  itemGap: 26,
  textStyle: { color: colours.quiet },
};

const font = 'Noto Sans SC, PingFang SC, Microsoft YaHei, system-ui, sans-serif';

/** Common looks of an axis. */
export const axis = (name: string, more: object = {}): object => ({
  name,
  nameLocation: 'middle',
  nameGap: 30,
  nameTextStyle: { color: colours.quiet, fontSize: 12 },
  axisLine: { lineStyle: { color: colours.line } },
  axisTick: { show: false },
  axisLabel: { color: colours.quiet, fontSize: 12 },
  splitLine: { lineStyle: { color: colours.line, width: 1 } },
  ...more,
});

/** An SVG that scales with the page; `label` is what a screen reader says. */
export function svgChart(option: echarts.EChartsCoreOption, width: number, height: number, label: string): string {
  const chart = echarts.init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, textStyle: { fontFamily: font, color: colours.ink }, ...option });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg.replace(
    /^<svg width="\d+" height="\d+"/,
    `<svg role="img" aria-label="${label}" style="width:100%;height:auto;max-width:${width}px"`,
  );
}
