// With which outcome a conversation ends.
import { Modal, Radio } from 'antd';
import { useState } from 'react';
import type { Outcome } from '../../../../../contract';
import { useLanguage } from '../../../app/language';

interface CloseModalProps {
  readonly busy: boolean;
  onCancel(): void;
  onConfirm(outcome: Outcome): void;
}

const outcomes: readonly Outcome[] = [
  'resolved',
  'promise',
  'arrangement',
  'hardship',
  'dispute',
  'callback',
  'noAnswer',
  'other',
];

export function CloseModal({ busy, onCancel, onConfirm }: CloseModalProps) {
  const { t, code } = useLanguage();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  return (
    <Modal
      open
      title={t('desk.closeTitle')}
      okText={t('desk.close')}
      okButtonProps={{ disabled: outcome === null }}
      confirmLoading={busy}
      onCancel={onCancel}
      onOk={() => outcome !== null && onConfirm(outcome)}
    >
      <p className="quiet gapBelow">{t('desk.outcome')}</p>
      <Radio.Group
        className="choices choicesPair"
        value={outcome}
        onChange={(event) => setOutcome(event.target.value as Outcome)}
        options={outcomes.map((value) => ({ value, label: code('outcome', value) }))}
      />
    </Modal>
  );
}
