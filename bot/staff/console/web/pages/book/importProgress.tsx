// One import while it runs and when it is done: the bar, then what it changed or, row by row, what is wrong.
import { Alert, Progress, Table } from 'antd';
import type { BookImport, ImportEvent, RowError } from '../../../../contract';
import { pathOf } from '../../api/http';
import { useEvents } from '../../api/useEvents';
import { useLoad } from '../../api/useLoad';
import { useLanguage } from '../../app/language';
import { LoadedView } from '../../parts/loadedView';

interface ImportProgressProps {
  readonly id: string;
  onEnded(): void;
}

function Errors({ of }: { readonly of: BookImport }) {
  const { t, pick } = useLanguage();
  return (
    <>
      <Table<RowError>
        size="small"
        rowKey={(error) => `${error.line}|${error.field}|${error.problem}`}
        dataSource={of.errors}
        pagination={of.errors.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
        columns={[
          { title: t('book.line'), dataIndex: 'line', width: 90, className: 'number' },
          {
            title: t('book.field'),
            width: 220,
            render: (_, error) => (error.field === '' ? t('book.wholeRow') : <code>{error.field}</code>),
          },
          { title: t('book.problem'), render: (_, error) => pick(error.message) },
        ]}
      />
      {of.errorCount > of.errors.length && (
        <p className="quiet small">{t('book.firstErrors', { count: of.errors.length })}</p>
      )}
    </>
  );
}

function Outcome({ of }: { readonly of: BookImport }) {
  const { t } = useLanguage();
  if (of.status === 'running')
    return (
      <>
        <p>{t('book.running')}</p>
        <Progress percent={Math.round(of.progress * 100)} status="active" />
      </>
    );
  if (of.status === 'failed') return <Alert type="error" showIcon role="alert" title={t('book.failedRun')} />;
  if (of.status === 'refused')
    return (
      <>
        <Alert
          type="error"
          showIcon
          role="alert"
          className="gapBelow"
          title={t('book.refused', { count: of.errorCount })}
        />
        <Errors of={of} />
      </>
    );
  const { rows, changed, unchanged, settled } = of;
  return (
    <Alert
      type="success"
      showIcon
      role="status"
      title={t('book.done', { rows, changed, unchanged })}
      description={of.kind === 'payments' ? t('book.settled', settled) : undefined}
    />
  );
}

export function ImportProgress({ id, onEnded }: ImportProgressProps) {
  const { t } = useLanguage();
  const loaded = useLoad<BookImport>(pathOf(['book', 'imports', id]));
  const running = loaded.data === null || loaded.data.status === 'running';
  useEvents<ImportEvent>(
    running ? pathOf(['book', 'imports', id, 'events']) : null,
    ['progress', 'done'],
    (event) => {
      if (event.type === 'progress')
        loaded.set((before) => (before === null ? null : { ...before, progress: event.progress }));
      else {
        loaded.reload();
        onEnded();
      }
    },
    loaded.reload,
  );
  return (
    <section className="panel" aria-live="polite">
      <LoadedView of={loaded} rows={2}>
        {(data) => (
          <>
            <h2 className="gapBelow">{t(`book.${data.kind}`)}</h2>
            <Outcome of={data} />
          </>
        )}
      </LoadedView>
    </section>
  );
}
