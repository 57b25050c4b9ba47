// Chinese or English, at once and kept in this browser. Each is written in its own language.
import { Segmented } from 'antd';
import { useLanguage } from '../app/language';
import type { Language } from '../app/text';

export function LanguageSwitch({ size = 'middle' }: { readonly size?: 'small' | 'middle' }) {
  const { language, setLanguage, t } = useLanguage();
  return (
    <Segmented<Language>
      size={size}
      aria-label={t('app.language')}
      value={language}
      onChange={setLanguage}
      options={[
        { value: 'zh-CN', label: <span lang="zh-CN">{t('app.chinese')}</span> },
        { value: 'en-US', label: <span lang="en">{t('app.english')}</span> },
      ]}
    />
  );
}
