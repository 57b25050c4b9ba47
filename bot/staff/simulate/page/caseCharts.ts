// Pictures of single cases: instalment against capacity, plans kept and broken, and fairness twins.

import type { TwinResult } from '../../../../data/domain/simulation/result/twins';
import type { CaseRow } from '../../../../data/domain/simulation/simulateCases';
import { axis, colours, legend, svgChart, width } from './svgChart';

type Item = readonly [x: number, y: number];

/** Signed instalment against true capacity, both a month in yuan, on logarithmic axes; kept and broken plans apart. */
export function capacityChart(rows: readonly CaseRow[]): string {
  const signed = rows.flatMap((row) => {
    const plan = row.outcomes[0]?.plan;
    return plan == null
      ? []
      : [{ point: [row.capacityFen / 100, plan.instalmentFen / 100] as Item, kept: plan.brokenAt === null }];
  });
  const step = Math.max(1, Math.ceil(signed.length / 1600));
  const sample = signed.filter((_, place) => place % step === 0);
  const all = sample.flatMap(({ point }) => point);
  const [low, high] = [
    10 ** Math.floor(Math.log10(Math.min(...all, 100))),
    10 ** Math.ceil(Math.log10(Math.max(...all, 1000))),
  ];
  const series = (name: string, kept: boolean, colour: string) => ({
    name,
    type: 'scatter',
    symbolSize: 4,
    itemStyle: { color: colour, opacity: 0.55 },
    data: sample.filter((one) => one.kept === kept).map((one) => one.point),
  });
  const line = (name: string, share: number, type: string) => ({
    name,
    type: 'line',
    showSymbol: false,
    lineStyle: { color: colours.quiet, width: 1.5, type },
    itemStyle: { color: colours.quiet },
    data: [
      [low, low * share],
      [high, high * share],
    ],
  });
  return svgChart(
    {
      legend: { ...legend, data: ['kept', 'broken'] },
      grid: { left: 70, right: 20, top: 34, bottom: 52 },
      xAxis: axis('true capacity, yuan a month', { type: 'log', min: low, max: high }),
      yAxis: axis('signed instalment, yuan a month', { type: 'log', min: low, max: high, nameGap: 50 }),
      series: [
        series('kept', true, colours.kept),
        series('broken', false, colours.broken),
        line('all of the capacity', 1, 'solid'),
        line('0.85 of it', 0.85, 'dashed'),
      ],
    },
    width,
    520,
    'Signed instalment against true capacity',
  );
}

/** How many plans were kept and broken, by the share of capacity that the instalment takes. */
export function burdenChart(rows: readonly CaseRow[]): string {
  const edges = [0, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85, 1, Number.POSITIVE_INFINITY];
  const plans = rows.flatMap((row) => row.outcomes[0]?.plan ?? []);
  const bins = edges.slice(0, -1).map((from, place) => {
    const to = edges[place + 1] ?? Number.POSITIVE_INFINITY;
    const inside = plans.filter(({ burden }) => burden > from && burden <= to);
    const kept = inside.filter(({ brokenAt }) => brokenAt === null).length;
    const name = to === Number.POSITIVE_INFINITY ? `above ${from}` : `${from}–${to}`;
    return { name, kept, broken: inside.length - kept };
  });
  const bars = (name: 'kept' | 'broken', colour: string) => ({
    name,
    type: 'bar',
    stack: 'plans',
    barWidth: '62%',
    itemStyle: { color: colour },
    data: bins.map((bin) => bin[name]),
  });
  return svgChart(
    {
      legend: { ...legend, data: ['kept', 'broken'] },
      grid: { left: 70, right: 20, top: 34, bottom: 52 },
      xAxis: {
        ...axis('instalment over true capacity'),
        type: 'category',
        data: bins.map((bin) => bin.name),
        splitLine: { show: false },
      },
      yAxis: axis('plans', { type: 'value', nameGap: 48 }),
      series: [bars('kept', colours.kept), bars('broken', colours.broken)],
    },
    width,
    300,
    'Plans kept and broken by burden',
  );
}

/** Twins side by side: what each pays in all over the balance, and a month over capacity. */
export function twinsChart(twins: readonly TwinResult[]): string {
  const pairs = twins.flatMap(({ truthful, lowBaller, balanceFen, capacityFen }) =>
    truthful === null || lowBaller === null ? [] : [{ truthful, lowBaller, balanceFen, capacityFen }],
  );
  const step = Math.max(1, Math.ceil(pairs.length / 700));
  const sample = pairs.filter((_, place) => place % step === 0);
  const data = (of: (pair: (typeof pairs)[number]) => Item) => sample.map(of);
  const totals = data(({ truthful, lowBaller, balanceFen }) => [
    truthful.totalFen / balanceFen,
    lowBaller.totalFen / balanceFen,
  ]);
  const burdens = data(({ truthful, lowBaller }) => [truthful.burden, lowBaller.burden]);
  const panel = (place: number, name: string, points: readonly Item[], min: number, max: number) => ({
    grid: { left: place === 0 ? 70 : 520, width: 370, top: 34, bottom: 52 },
    xAxis: { ...axis(`truthful: ${name}`), type: 'value', min, max, gridIndex: place },
    yAxis: { ...axis(`low-baller: ${name}`), type: 'value', min, max, gridIndex: place, nameGap: 40 },
    series: [
      {
        type: 'scatter',
        xAxisIndex: place,
        yAxisIndex: place,
        symbolSize: 4,
        itemStyle: { color: colours.twin, opacity: 0.5 },
        data: points,
      },
      {
        type: 'line',
        xAxisIndex: place,
        yAxisIndex: place,
        showSymbol: false,
        lineStyle: { color: colours.quiet, width: 1.2 },
        data: [
          [min, min],
          [max, max],
        ],
      },
    ],
  });
  const top = Math.ceil(Math.max(1.05, ...totals.flat()) * 20) / 20;
  const [left, right] = [
    panel(0, 'total over balance', totals, 0.9, top),
    panel(1, 'instalment over capacity', burdens, 0, 1),
  ];
  return svgChart(
    {
      grid: [left.grid, right.grid],
      xAxis: [left.xAxis, right.xAxis],
      yAxis: [left.yAxis, right.yAxis],
      series: [...left.series, ...right.series],
    },
    width,
    440,
    'Fairness twins side by side',
  );
}
