// Takes one CSV file and starts its import.
import { InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';
import type { ImportKind, ImportStarted } from '../../../../contract';
import { sendCsv } from '../../api/http';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';

interface UploadBoxProps {
  readonly kind: ImportKind;
  onStarted(id: string): void;
}

export function UploadBox({ kind, onStarted }: UploadBoxProps) {
  const { t } = useLanguage();
  const { busy, run } = useSend();
  async function start(file: Blob) {
    const started = await run(() => sendCsv<ImportStarted>(`book/${kind}`, file));
    if (started !== null) onStarted(started.id);
  }
  return (
    <section className="panel" aria-label={t(`book.${kind}`)}>
      <h2>{t(`book.${kind}`)}</h2>
      <p className="quiet gapBelow">{t(`book.${kind}Hint`)}</p>
      <Upload.Dragger
        name={kind}
        accept=".csv,text/csv"
        multiple={false}
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void start(file);
          return false;
        }}
      >
        <p className="uploadIcon">
          <InboxOutlined />
        </p>
        <p>{t(busy ? 'book.uploading' : 'book.drop')}</p>
      </Upload.Dragger>
    </section>
  );
}
