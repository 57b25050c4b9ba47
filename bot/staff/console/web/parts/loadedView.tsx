// The three states of everything that is read: coming, failed with a way to try again, and there.
import { Alert, Button, Skeleton } from 'antd';
import type { ReactNode } from 'react';
import type { Loaded } from '../api/useLoad';
import { useLanguage } from '../app/language';

interface LoadedViewProps<T> {
  readonly of: Loaded<T>;
  readonly children: (data: T) => ReactNode;
  readonly rows?: number;
  /** True where this is the whole page, which then needs its margins while it comes or fails. */
  readonly page?: boolean;
}

export function LoadFailed({ of }: { readonly of: Pick<Loaded<unknown>, 'error' | 'reload'> }) {
  const { t, pick } = useLanguage();
  if (of.error === null) return null;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      className="gapBelow"
      title={t('common.failed')}
      description={pick(of.error.words)}
      action={
        <Button size="small" onClick={of.reload}>
          {t('common.retry')}
        </Button>
      }
    />
  );
}

export function LoadedView<T>({ of, children, rows = 6, page = false }: LoadedViewProps<T>) {
  if (of.data !== null)
    return (
      <>
        <LoadFailed of={of} />
        {children(of.data)}
      </>
    );
  const waiting = of.error === null ? <Skeleton active title={false} paragraph={{ rows }} /> : <LoadFailed of={of} />;
  return page ? <div className="page">{waiting}</div> : waiting;
}
