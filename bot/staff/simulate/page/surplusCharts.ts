// Pictures of surplus captured: by policy, by stress set, and by group of customers.
import { baselineNames, compliantNames } from '../../../../data/domain/simulation/baselines';
import { stressNames } from '../../../../data/domain/simulation/population/population';
import type { Interval } from '../../../../data/domain/simulation/result/bootstrap';
import type { SimulationResult } from '../../../../data/domain/simulation/result/simulationResult';
import type { Share } from './groups';
import { axis, colours, legend, svgChart, width } from './svgChart';

type Item = readonly [x: number, y: number];
interface Whisker {
  readonly low: number;
  readonly high: number;
}
/** What echarts hands to a custom series for one item. */
interface DrawApi {
  value(dimension: number): number;
  coord(point: Item): [number, number];
}

/** A horizontal line from low to high for each row. */
const whiskers = (rows: readonly Whisker[], colour: string): object => ({
  type: 'custom',
  silent: true,
  z: 1,
  data: rows.map(({ low, high }, row) => [low, high, row]),
  renderItem: (_: unknown, api: DrawApi) => {
    const [left, y] = api.coord([api.value(0), api.value(2)]);
    const [right] = api.coord([api.value(1), api.value(2)]);
    return { type: 'line', shape: { x1: left, y1: y, x2: right, y2: y }, style: { stroke: colour, lineWidth: 4 } };
  },
});

/** One point for each row. */
const dots = (name: string, rows: readonly Interval[], colour: (row: number) => string, labelled: boolean): object => ({
  name,
  type: 'scatter',
  symbolSize: 11,
  z: 3,
  itemStyle: { color: colour(0) },
  data: rows.map(({ mean }, row) => ({ value: [mean, row], itemStyle: { color: colour(row) } })),
  label: {
    show: labelled,
    position: 'right',
    distance: 10,
    color: colours.ink,
    formatter: ({ value }: { value: Item }) => value[0].toFixed(3),
  },
});

const surplusAxis = axis('share of the surplus that an all-knowing bargainer would have captured', {
  type: 'value',
  min: 0,
  max: 1,
});

/** Surplus captured by the engine and every baseline, best first, with 95 % intervals. */
export function surplusChart({ surplusCaptured }: SimulationResult): string {
  const entries: { name: string; interval: Interval }[] = [
    { name: 'engine', interval: surplusCaptured.engine },
    ...baselineNames.map((name) => ({ name, interval: surplusCaptured.baselines[name] })),
  ];
  entries.sort((a, b) => a.interval.mean - b.interval.mean);
  const colour = (row: number) =>
    entries[row]?.name === 'engine'
      ? colours.engine
      : entries[row]?.name === 'ungatedBayes'
        ? colours.ceiling
        : colours.other;
  const intervals = entries.map((entry) => entry.interval);
  return svgChart(
    {
      grid: { left: 120, right: 70, top: 8, bottom: 48 },
      xAxis: surplusAxis,
      yAxis: {
        ...axis(''),
        type: 'category',
        data: entries.map((entry) => entry.name),
        splitLine: { show: false },
        axisLabel: { color: colours.ink, fontSize: 13 },
      },
      series: [whiskers(intervals, colours.whisker), dots('surplus', intervals, colour, true)],
    },
    width,
    360,
    'Surplus captured by each policy',
  );
}

interface Against {
  /** One row for each set or world, from the bottom up. */
  readonly rows: readonly string[];
  readonly engine: readonly Interval[];
  readonly bestOther: readonly Interval[];
  readonly ungated: readonly Interval[];
}
interface Frame {
  readonly title: string;
  /** Width of the names and height of the picture, pixels; the axis begins at `from`, a share. */
  readonly names: number;
  readonly height: number;
  readonly from: number;
  readonly fontSize: number;
}

/** The engine with its interval, the best compliant other and the ungated menu, side by side in each row. */
export const againstOthersChart = ({ rows, engine, bestOther, ungated }: Against, frame: Frame): string =>
  svgChart(
    {
      legend: { ...legend, data: ['engine', 'best other', 'ungatedBayes'] },
      grid: { left: frame.names, right: 30, top: 34, bottom: 48 },
      xAxis: { ...surplusAxis, min: frame.from },
      yAxis: {
        ...axis(''),
        type: 'category',
        data: rows,
        splitLine: { show: false },
        axisLabel: { color: colours.ink, fontSize: frame.fontSize },
      },
      series: [
        whiskers(engine, colours.whisker),
        dots('best other', bestOther, () => colours.other, false),
        dots('ungatedBayes', ungated, () => colours.ceiling, false),
        dots('engine', engine, () => colours.engine, false),
      ],
    },
    width,
    frame.height,
    frame.title,
  );

/** Engine, best gated baseline and the ungated menu in every stress set. */
export function stressChart({ stress, surplusCaptured }: SimulationResult): string {
  const rows = ['base', ...stressNames.filter((name) => stress[name] !== undefined)].reverse();
  const surplusIn = (set: string) =>
    stressNames.map((name) => (name === set ? stress[name] : undefined)).find(Boolean) ?? surplusCaptured;
  const surplus = rows.map(surplusIn);
  const bestOther = surplus.map(({ baselines }) =>
    compliantNames.map((name) => baselines[name]).reduce((a, b) => (b.mean > a.mean ? b : a)),
  );
  return againstOthersChart(
    {
      rows,
      engine: surplus.map(({ engine }) => engine),
      bestOther,
      ungated: surplus.map(({ baselines }) => baselines.ungatedBayes),
    },
    { title: 'Surplus captured in the stress sets', names: 150, height: 310, from: 0.6, fontSize: 13 },
  );
}

/** Who gets what: one horizontal bar a group, surplus captured, with how much of the whole it stands for. */
export function groupChart(shares: readonly Share[], label: string): string {
  const rows = [...shares].reverse();
  return svgChart(
    {
      legend: { ...legend, data: ['surplus captured', 'signed', 'kept'] },
      grid: { left: 150, right: 60, top: 34, bottom: 30 },
      xAxis: axis('', { type: 'value', min: 0, max: 1 }),
      yAxis: {
        ...axis(''),
        type: 'category',
        data: rows.map((row) => row.name),
        splitLine: { show: false },
        axisLabel: { color: colours.ink, fontSize: 13 },
      },
      series: [
        {
          name: 'surplus captured',
          type: 'bar',
          barWidth: 10,
          itemStyle: { color: colours.engine },
          data: rows.map((row) => row.captured ?? 0),
        },
        {
          name: 'signed',
          type: 'bar',
          barWidth: 6,
          itemStyle: { color: colours.other },
          data: rows.map((row) => row.signed),
        },
        {
          name: 'kept',
          type: 'bar',
          barWidth: 6,
          itemStyle: { color: colours.kept },
          data: rows.map((row) => row.kept ?? 0),
        },
      ],
    },
    width,
    60 + rows.length * 42,
    label,
  );
}
