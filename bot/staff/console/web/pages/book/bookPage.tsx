// The bank's book: files of accounts and payments in, what the assistant agreed on out.
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { ImportList } from '../../../../contract';
import { apiAddress } from '../../api/http';
import { useLoad } from '../../api/useLoad';
import { useLanguage } from '../../app/language';
import { PageHead } from '../../parts/pageHead';
import { DailyPanel } from './dailyPanel';
import { ImportHistory } from './importHistory';
import { ImportProgress } from './importProgress';
import { UploadBox } from './uploadBox';

const exports = [
  { what: 'arrangements', name: 'book.exportArrangements' },
  { what: 'promises', name: 'book.exportPromises' },
  { what: 'cases', name: 'book.exportCases' },
] as const;

export default function BookPage() {
  const { t } = useLanguage();
  const imports = useLoad<ImportList>('book/imports');
  const [openId, setOpenId] = useState<string | null>(null);
  return (
    <div className="page">
      <PageHead
        title={t('menu.book')}
        hint={t('book.hint')}
        actions={
          <Dropdown
            trigger={['click']}
            menu={{
              items: exports.map(({ what, name }) => ({
                key: what,
                label: (
                  <a href={apiAddress(`exports/${what}.csv`)} download={`${what}.csv`}>
                    {t(name)}
                  </a>
                ),
              })),
            }}
          >
            <Button icon={<DownloadOutlined />}>{t('book.exports')}</Button>
          </Dropdown>
        }
      />
      <div className="stack">
        <div className="twoColumns">
          <UploadBox kind="accounts" onStarted={setOpenId} />
          <UploadBox kind="payments" onStarted={setOpenId} />
        </div>
        {openId !== null && <ImportProgress key={openId} id={openId} onEnded={imports.reload} />}
        <ImportHistory imports={imports} onOpen={setOpenId} />
        <DailyPanel />
      </div>
    </div>
  );
}
