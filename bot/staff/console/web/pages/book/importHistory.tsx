// The imports of this server, newest first; each can be opened again.
import { Table } from 'antd';
import type { BookImport, ImportList } from '../../../../contract';
import type { Loaded } from '../../api/useLoad';
import { useLanguage } from '../../app/language';
import { EmptyNote } from '../../parts/emptyNote';
import { rowOpens } from '../../parts/hooks/rowLink';
import { LoadedView } from '../../parts/loadedView';
import { StatusTag, type Tone } from '../../parts/statusTag';

type Listed = ImportList['imports'][number];
const toneOf: Record<BookImport['status'], Tone> = { running: 'info', done: 'good', refused: 'bad', failed: 'bad' };

interface ImportHistoryProps {
  readonly imports: Loaded<ImportList>;
  onOpen(id: string): void;
}

export function ImportHistory({ imports, onOpen }: ImportHistoryProps) {
  const { t, code, time, number } = useLanguage();
  return (
    <section>
      <div className="panelHead">
        <h2>{t('book.history')}</h2>
      </div>
      <LoadedView of={imports} rows={3}>
        {(data) => (
          <div className="panelFlush">
            <Table<Listed>
              size="middle"
              rowKey="id"
              dataSource={data.imports}
              pagination={data.imports.length > 20 ? { pageSize: 20 } : false}
              scroll={{ x: 640 }}
              onRow={(item) => rowOpens(`${t(`book.${item.kind}`)} ${time(item.startedAt)}`, () => onOpen(item.id))}
              locale={{ emptyText: <EmptyNote text={t('book.historyEmpty')} /> }}
              columns={[
                { title: t('book.startedAt'), className: 'number', render: (_, item) => time(item.startedAt) },
                { title: t('book.kind'), render: (_, item) => t(`book.${item.kind}`) },
                { title: t('book.startedBy'), dataIndex: 'startedBy' },
                {
                  title: t('book.rows'),
                  align: 'right',
                  className: 'number',
                  render: (_, item) => number(item.rows),
                },
                {
                  title: t('book.changed'),
                  align: 'right',
                  className: 'number',
                  render: (_, item) => number(item.changed),
                },
                {
                  title: t('common.status'),
                  render: (_, item) => (
                    <StatusTag tone={toneOf[item.status]}>{code('book.status', item.status)}</StatusTag>
                  ),
                },
              ]}
            />
          </div>
        )}
      </LoadedView>
    </section>
  );
}
