// Keeps a fault of one page from taking the menu with it, and offers to load the page again.
import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { useLanguage } from '../app/language';

function Told() {
  const { t } = useLanguage();
  return (
    <Result
      status="error"
      title={t('common.failed')}
      extra={<Button onClick={() => window.location.reload()}>{t('common.reload')}</Button>}
    />
  );
}

export class Broken extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <Told /> : this.props.children;
  }
}
