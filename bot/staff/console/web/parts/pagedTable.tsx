// A list that comes in pages, as a table: why it could not be read, its rows, and its foot with which the next ones are asked for.
import { Button, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import type { PageOf } from '../../../contract';
import type { Pages } from '../api/usePages';
import { useLanguage } from '../app/language';
import { EmptyNote } from './emptyNote';
import { LoadFailed } from './loadedView';

type OwnProps<T> = Omit<TableProps<T>, 'loading' | 'dataSource' | 'pagination' | 'scroll' | 'locale'>;

interface PagedTableProps<T, P extends PageOf<T>> extends OwnProps<T> {
  readonly pages: Pages<T, P>;
  /** Pixels below which the columns scroll sideways. */
  readonly width: number;
  /** What an empty list says. */
  readonly empty: string;
  /** What the button for the next rows says; "more" where it is left out. */
  readonly more?: string;
  /** Stands between the rows and the foot. */
  readonly children?: ReactNode;
}

export function PagedTable<T extends object, P extends PageOf<T>>(props: PagedTableProps<T, P>) {
  const { pages, width, empty, more, children, ...table } = props;
  const { t } = useLanguage();
  return (
    <>
      <LoadFailed of={pages.first} />
      <div className="panelFlush">
        <Table<T>
          size="middle"
          {...table}
          loading={pages.first.loading}
          dataSource={pages.items}
          pagination={false}
          scroll={{ x: width }}
          locale={{ emptyText: <EmptyNote text={empty} /> }}
        />
        {children}
        {pages.next !== null && (
          <div className="loadMore">
            <Button onClick={pages.loadMore} loading={pages.loadingMore}>
              {more ?? t('common.more')}
            </Button>
          </div>
        )}
      </div>
    </>
  );
}
