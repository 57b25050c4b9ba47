// The foot of a list that comes in pages.
import { Button } from 'antd';
import { useLanguage } from '../app/language';

interface LoadMoreProps {
  readonly next: string | null;
  readonly busy: boolean;
  readonly label?: string;
  onMore(): void;
}

export function LoadMore({ next, busy, label, onMore }: LoadMoreProps) {
  const { t } = useLanguage();
  if (next === null) return null;
  return (
    <div className="loadMore">
      <Button onClick={onMore} loading={busy}>
        {label ?? t('common.more')}
      </Button>
    </div>
  );
}
