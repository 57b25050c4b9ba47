// Two people changed one draft: shows theirs and mine field by field, and lets the user choose; nothing typed is lost.
import { Button, Modal } from 'antd';
import type { PolicyDocument, PolicySchema } from '../../../../../contract';
import { useLanguage } from '../../../app/language';
import { DifferenceTable } from '../compare/differenceTable';
import { localDifferences } from '../compare/localDifferences';
import { PolicyStatusTag } from '../policyStatus';

interface ConflictModalProps {
  readonly schema: PolicySchema;
  readonly theirs: PolicyDocument;
  readonly mine: unknown;
  readonly busy: boolean;
  onKeepMine(): void;
  onTakeTheirs(): void;
  onClose(): void;
}

export function ConflictModal({ schema, theirs, mine, busy, onKeepMine, onTakeTheirs, onClose }: ConflictModalProps) {
  const { t } = useLanguage();
  const differences = localDifferences(schema.jsonSchema, theirs.value, mine);
  return (
    <Modal
      open
      width={880}
      title={t('conflict.title')}
      onCancel={onClose}
      footer={[
        <Button key="later" onClick={onClose}>
          {t('common.cancel')}
        </Button>,
        <Button key="theirs" onClick={onTakeTheirs}>
          {t('conflict.takeTheirs')}
        </Button>,
        <Button key="mine" type="primary" loading={busy} disabled={!theirs.summary.may.edit} onClick={onKeepMine}>
          {t('conflict.keepMine')}
        </Button>,
      ]}
    >
      <div className="row gapBelow">
        <span>{t('conflict.hint')}</span>
        <PolicyStatusTag status={theirs.summary.status} />
        <span className="quiet">{theirs.summary.reason}</span>
      </div>
      {differences.length === 0 ? (
        <p>{t('conflict.same')}</p>
      ) : (
        <DifferenceTable differences={differences} before={t('conflict.theirs')} after={t('conflict.mine')} />
      )}
    </Modal>
  );
}
