// The charts of the dashboard, and the numbers behind them as a table.
import { useMemo } from 'react';
import type { Dashboard, DashboardNumbers } from '../../../../contract';
import { useLanguage } from '../../app/language';
import type { TextKey } from '../../app/text';
import { colours } from '../../app/theme';
import { BarPicture, type Measure } from '../../parts/charts/barPicture';
import { DashboardTable } from './dashboardTable';

type NumberName = {
  [K in keyof DashboardNumbers]: DashboardNumbers[K] extends number ? K : never;
}[keyof DashboardNumbers];
type Wanted = readonly [field: NumberName, name: TextKey, colour: string, stack?: string];

interface Picture {
  readonly title: TextKey;
  readonly wanted: readonly Wanted[];
  /** Fen shown as yuan. */
  readonly inYuan?: boolean;
}

const amber = '#c2620a';
const pale = '#9cc5c0';

const pictures: readonly Picture[] = [
  {
    title: 'dashboard.talks',
    wanted: [
      ['understood', 'dashboard.understood', colours.primary, 'turns'],
      ['notUnderstood', 'dashboard.notUnderstood', amber, 'turns'],
    ],
  },
  {
    title: 'dashboard.funnel',
    wanted: [
      ['offered', 'dashboard.offered', pale],
      ['agreements', 'dashboard.agreements', colours.primary],
      ['agreementsKept', 'dashboard.agreementsKept', '#5f7d1f'],
      ['agreementsBroken', 'dashboard.agreementsBroken', colours.bad],
    ],
  },
  {
    title: 'dashboard.promisesChart',
    wanted: [
      ['promises', 'dashboard.promises', pale],
      ['promisesKept', 'dashboard.promisesKept', colours.primary],
      ['promisesBroken', 'dashboard.promisesBroken', colours.bad],
    ],
  },
  {
    title: 'dashboard.recoveryChart',
    inYuan: true,
    wanted: [
      ['agreedBalanceFen', 'dashboard.agreedBalance', pale],
      ['recoveredFen', 'dashboard.recovered', colours.primary],
    ],
  },
  {
    title: 'dashboard.complaintsChart',
    wanted: [
      ['complaints', 'dashboard.complaints', amber],
      ['guardBlocks', 'dashboard.blocks', '#7a5195'],
    ],
  },
];

export function DashboardCharts({ data }: { readonly data: Dashboard }) {
  const { t, code } = useLanguage();
  const keys = useMemo(
    () =>
      data.rows.map(({ key }) => {
        if (key === '') return t('dashboard.unknown');
        return data.group === 'language' ? code('locale', key) : data.group === 'day' ? key.slice(5) : key;
      }),
    [data, t, code],
  );
  const drawn = useMemo(() => {
    const measures = ({ wanted, inYuan }: Picture): Measure[] =>
      wanted.map(([field, name, colour, stack]) => ({
        name: t(name),
        colour,
        values: data.rows.map(({ numbers }) => (inYuan === true ? numbers[field] / 100 : numbers[field])),
        ...(stack === undefined ? {} : { stack }),
      }));
    const waiting: Measure[] = [
      { name: t('dashboard.handovers'), colour: pale, values: data.rows.map(({ numbers }) => numbers.handovers) },
      {
        name: t('dashboard.waitingMedian'),
        colour: amber,
        line: true,
        values: data.rows.map(({ numbers: { waitingSecondsMedian: seconds } }) =>
          seconds === null ? null : seconds / 60,
        ),
      },
    ];
    const all = pictures.map((picture) => ({ title: picture.title, measures: measures(picture) }));
    return [...all.slice(0, 4), { title: 'dashboard.handoversChart' as TextKey, measures: waiting }, ...all.slice(4)];
  }, [data, t]);
  return (
    <>
      <div className="charts">
        {drawn.map(({ title, measures }) => (
          <BarPicture key={title} title={t(title)} keys={keys} measures={measures} />
        ))}
      </div>
      <DashboardTable rows={data.rows} names={keys} />
    </>
  );
}
