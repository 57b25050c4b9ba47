// The numbers behind the charts, to be read and copied.
import { Table } from 'antd';
import type { Dashboard } from '../../../../contract';
import { useLanguage } from '../../app/language';
import type { TextKey } from '../../app/text';

interface DashboardTableProps {
  readonly rows: Dashboard['rows'];
  readonly names: readonly string[];
}
type Row = Dashboard['rows'][number];

const columns = [
  ['conversations', 'dashboard.conversations'],
  ['understood', 'dashboard.understood'],
  ['notUnderstood', 'dashboard.notUnderstood'],
  ['offered', 'dashboard.offered'],
  ['agreements', 'dashboard.agreements'],
  ['agreementsKept', 'dashboard.agreementsKept'],
  ['promises', 'dashboard.promises'],
  ['promisesKept', 'dashboard.promisesKept'],
  ['handovers', 'dashboard.handovers'],
  ['complaints', 'dashboard.complaints'],
] as const satisfies readonly (readonly [keyof Row['numbers'], TextKey])[];

export function DashboardTable({ rows, names }: DashboardTableProps) {
  const { t, number, wholeMoney } = useLanguage();
  return (
    <section>
      <div className="panelHead">
        <h2>{t('dashboard.table')}</h2>
      </div>
      <div className="panelFlush">
        <Table<Row>
          size="small"
          rowKey="key"
          dataSource={rows}
          pagination={rows.length > 31 ? { pageSize: 31 } : false}
          scroll={{ x: 1000 }}
          columns={[
            {
              title: '',
              fixed: 'left',
              width: 140,
              className: 'number',
              render: (_, row) => names[rows.indexOf(row)] ?? row.key,
            },
            ...columns.map(([field, name]) => ({
              title: t(name),
              align: 'right' as const,
              className: 'number',
              render: (_: unknown, { numbers }: Row) => number(numbers[field]),
            })),
            {
              title: t('dashboard.recovered'),
              align: 'right',
              className: 'number',
              render: (_, { numbers }) => wholeMoney(numbers.recoveredFen),
            },
          ]}
        />
      </div>
    </section>
  );
}
