// Takes an exported version from a file and makes a draft of it.
import { UploadOutlined } from '@ant-design/icons';
import { Button, App as Messages, Upload } from 'antd';
import { useState } from 'react';
import type { PolicyDocument, PolicyFile, PolicyKind } from '../../../../contract';
import { pathOf, send } from '../../api/http';
import { useSend } from '../../api/useSend';
import { useLanguage } from '../../app/language';
import { ReasonModal } from '../../parts/modals/reasonModal';

interface ImportButtonProps {
  readonly kind: PolicyKind;
  readonly basedOn: string;
  onCreated(version: string): void;
}

function readFile(text: string, kind: PolicyKind): PolicyFile | null {
  try {
    const file: unknown = JSON.parse(text);
    if (typeof file !== 'object' || file === null || !('kind' in file) || !('value' in file)) return null;
    return file.kind === kind ? (file as PolicyFile) : null;
  } catch {
    return null;
  }
}

export function ImportButton({ kind, basedOn, onCreated }: ImportButtonProps) {
  const { t } = useLanguage();
  const { message } = Messages.useApp();
  const { busy, run } = useSend();
  const [file, setFile] = useState<PolicyFile | null>(null);
  async function take(chosen: Blob) {
    const read = readFile(await chosen.text(), kind);
    // A file that cannot be read takes nothing away from one that can, whichever was read first.
    if (read === null) message.error(t('policy.importBad'));
    else setFile(read);
  }
  async function create(reason: string) {
    const created = await run(() =>
      send<PolicyDocument>('POST', pathOf(['policies', kind, 'drafts']), { basedOn, value: file?.value, reason }),
    );
    if (created !== null) onCreated(created.summary.version);
  }
  return (
    <>
      <Upload
        accept=".json,application/json"
        showUploadList={false}
        beforeUpload={(chosen) => {
          void take(chosen);
          return false;
        }}
      >
        <Button icon={<UploadOutlined />}>{t('policy.import')}</Button>
      </Upload>
      <ReasonModal
        open={file !== null}
        title={t('policy.importTitle')}
        label={t('policy.reason')}
        hint={t('policy.reasonHint')}
        action={t('policy.create')}
        busy={busy}
        onCancel={() => setFile(null)}
        onConfirm={(reason) => void create(reason)}
      />
    </>
  );
}
