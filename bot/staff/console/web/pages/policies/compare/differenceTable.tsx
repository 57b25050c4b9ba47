// What differs between two versions, field by field: the old value struck out, the new one beside it.
import { Table } from 'antd';
import type { Difference } from '../../../../../contract';
import { useLanguage } from '../../../app/language';
import { EmptyNote } from '../../../parts/emptyNote';
import { useValueText } from '../form/useValueText';

interface DifferenceTableProps {
  readonly differences: readonly Difference[];
  readonly before: string;
  readonly after: string;
}

export function DifferenceTable({ differences, before, after }: DifferenceTableProps) {
  const { t, pick } = useLanguage();
  const valueText = useValueText();
  return (
    <Table<Difference>
      size="small"
      rowKey="path"
      dataSource={differences}
      pagination={differences.length > 100 ? { pageSize: 100 } : false}
      scroll={{ x: 640 }}
      locale={{ emptyText: <EmptyNote text={t('policy.noDifference')} /> }}
      columns={[
        {
          title: t('policy.field'),
          width: '34%',
          render: (_, item) => (
            <>
              <div>{pick(item.label)}</div>
              <div className="quiet mono">{item.path}</div>
            </>
          ),
        },
        {
          title: before,
          width: '33%',
          render: (_, item) => <span className="valueBefore preLine">{valueText(item.before, item.unit)}</span>,
        },
        {
          title: after,
          render: (_, item) => <span className="valueAfter preLine">{valueText(item.after, item.unit)}</span>,
        },
      ]}
    />
  );
}
