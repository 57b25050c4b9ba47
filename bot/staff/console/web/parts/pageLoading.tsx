// What is seen while a page comes.
import { Skeleton } from 'antd';
import { useLanguage } from '../app/language';

export function PageLoading() {
  const { t } = useLanguage();
  return (
    <div className="page" role="status" aria-label={t('common.loading')}>
      <Skeleton active title={{ width: 220 }} paragraph={{ rows: 8 }} />
    </div>
  );
}
