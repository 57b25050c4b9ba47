// To which colleague a conversation goes, or back into the queue for everyone.
import { Modal, Radio } from 'antd';
import { useState } from 'react';
import type { Agents } from '../../../../../contract';
import { useLoad } from '../../../api/useLoad';
import { useLanguage } from '../../../app/language';
import { LoadedView } from '../../../parts/loadedView';
import { StatusTag } from '../../../parts/statusTag';
import { useUser } from '../../../session/sessionContext';

interface TransferModalProps {
  readonly busy: boolean;
  onCancel(): void;
  onConfirm(to: string | null): void;
}

export function TransferModal({ busy, onCancel, onConfirm }: TransferModalProps) {
  const { t } = useLanguage();
  const { user } = useUser();
  const agents = useLoad<Agents>('desk/agents');
  const [to, setTo] = useState('');
  return (
    <Modal
      open
      title={t('desk.transferTo')}
      okText={t('desk.transfer')}
      confirmLoading={busy}
      onCancel={onCancel}
      onOk={() => onConfirm(to === '' ? null : to)}
    >
      <LoadedView of={agents} rows={3}>
        {(list) => (
          <Radio.Group className="choices" value={to} onChange={(event) => setTo(String(event.target.value))}>
            <Radio value="">{t('desk.everyone')}</Radio>
            {list.agents
              .filter(({ username }) => username !== user.username)
              .map((agent) => (
                <Radio key={agent.username} value={agent.username}>
                  {agent.displayName}{' '}
                  <StatusTag tone={agent.online ? 'good' : 'quiet'}>
                    {t(agent.online ? 'desk.online' : 'desk.away')}
                  </StatusTag>
                </Radio>
              ))}
          </Radio.Group>
        )}
      </LoadedView>
    </Modal>
  );
}
