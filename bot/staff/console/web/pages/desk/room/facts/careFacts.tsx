// Before the first word: what danger was told of, whether the phone is watched, what the assistant has promised.
import { HeartOutlined } from '@ant-design/icons';
import { Alert } from 'antd';
import type { DeskConversation } from '../../../../../../contract';
import { useLanguage } from '../../../../app/language';

export function CareFacts({ data }: { readonly data: DeskConversation }) {
  const { t, code, pick } = useLanguage();
  const { danger, phoneUnsafe, promised } = data.care;
  if (danger === null && !phoneUnsafe && promised.length === 0) return null;
  return (
    <section className="facts-section">
      <h3>
        <HeartOutlined /> {t('desk.care')}
      </h3>
      {danger !== null && <p>{code('danger', danger)}</p>}
      {phoneUnsafe && <Alert type="error" showIcon title={t('desk.phoneUnsafe')} />}
      {promised.length > 0 && (
        <>
          <p className="quiet small">{t('desk.promised')}</p>
          <ul>
            {promised.map((one) => (
              <li key={one['en-US']}>{pick(one)}</li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
