// What can be done with a conversation: take it; hand it back, transfer it, agree on a call-back, put it back, close it.
import { MoreOutlined } from '@ant-design/icons';
import { Button, Dropdown, App as Messages } from 'antd';
import { useState } from 'react';
import type { DeskConversation } from '../../../../../contract';
import { type ApiError, pathOf, send } from '../../../api/http';
import { useSend } from '../../../api/useSend';
import { useLanguage } from '../../../app/language';
import { CallbackModal } from './callbackModal';
import { CloseModal } from './closeModal';
import { TransferModal } from './transferModal';

interface DeskActionsProps {
  readonly data: DeskConversation;
  readonly mine: boolean;
  onChanged(answer: DeskConversation): void;
  /** Somebody else was faster: what is shown must be read again. */
  onRefused(): void;
}

const holderIn = (current: unknown): string | null =>
  typeof current === 'object' &&
  current !== null &&
  'item' in current &&
  typeof current.item === 'object' &&
  current.item !== null &&
  'agent' in current.item &&
  typeof current.item.agent === 'string'
    ? current.item.agent
    : null;

export function DeskActions({ data, mine, onChanged, onRefused }: DeskActionsProps) {
  const { t } = useLanguage();
  const { message, modal } = Messages.useApp();
  const { busy, run } = useSend();
  const [asking, setAsking] = useState<'transfer' | 'close' | 'callback' | null>(null);
  const { item } = data;

  async function act(verb: string, body: Record<string, unknown> = {}) {
    const refused = (error: ApiError) => {
      if (error.code !== 'taken' && error.code !== 'conflict' && error.code !== 'notHolder') return false;
      const agent = holderIn(error.current);
      message.warning(agent === null ? t('conflict.title') : t('desk.takenFirst', { agent }), 6);
      onRefused();
      return true;
    };
    const answer = await run(
      () =>
        send<DeskConversation>('POST', pathOf(['desk', item.conversationId, verb]), {
          ...body,
          expectedVersion: item.version,
        }),
      refused,
    );
    if (answer === null) return;
    setAsking(null);
    onChanged(answer);
  }

  if (item.status === 'waiting')
    return (
      <Button type="primary" loading={busy} onClick={() => void act('take')}>
        {t('desk.take')}
      </Button>
    );
  if (item.status === 'closed') return <span className="quiet">{t('desk.closedAlready')}</span>;
  if (item.status === 'returned') return <span className="quiet">{t('desk.returnedAlready')}</span>;
  if (item.status === 'external') return <span className="quiet">{t('desk.external')}</span>;
  if (!mine) return <span className="quiet">{t('desk.takenBy', { agent: item.agent ?? '—' })}</span>;
  return (
    <>
      <Button
        onClick={() =>
          modal.confirm({
            title: t('desk.handback'),
            content: t('desk.handbackAsk'),
            okText: t('desk.handback'),
            onOk: () => act('handback'),
          })
        }
      >
        {t('desk.handback')}
      </Button>
      <Button onClick={() => setAsking('close')}>{t('desk.close')}</Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'transfer', label: t('desk.transfer'), onClick: () => setAsking('transfer') },
            { key: 'callback', label: t('desk.callback'), onClick: () => setAsking('callback') },
            { key: 'release', label: t('desk.release'), onClick: () => void act('release') },
            ...(data.locked ? [{ key: 'unlock', label: t('desk.unlock'), onClick: () => void act('unlock') }] : []),
          ],
        }}
      >
        <Button icon={<MoreOutlined />} aria-label={t('desk.moreActions')} />
      </Dropdown>
      {asking === 'transfer' && (
        <TransferModal busy={busy} onCancel={() => setAsking(null)} onConfirm={(to) => void act('transfer', { to })} />
      )}
      {asking === 'close' && (
        <CloseModal
          busy={busy}
          onCancel={() => setAsking(null)}
          onConfirm={(outcome) => void act('close', { outcome })}
        />
      )}
      {asking === 'callback' && (
        <CallbackModal
          busy={busy}
          onCancel={() => setAsking(null)}
          onConfirm={(slot) => void act('callback', { date: slot.date, from: slot.from })}
        />
      )}
    </>
  );
}
