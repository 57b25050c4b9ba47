// The desk: the queue at the left, the conversation in the middle, what is known about the customer at the right.
import '../../styles/desk.css';
import { Grid, App as Messages } from 'antd';
import { useCallback } from 'react';
import type { DeskConversation, DeskEvent } from '../../../../contract';
import { pathOf } from '../../api/http';
import { useLoad } from '../../api/useLoad';
import { useLanguage } from '../../app/language';
import { go, useRoute } from '../../app/router';
import { EmptyNote } from '../../parts/emptyNote';
import { useUser } from '../../session/sessionContext';
import { QueueList } from './queueList';
import { ConversationRoom } from './room/conversationRoom';
import { useDesk } from './useDesk';

export default function DeskPage() {
  const { t } = useLanguage();
  const { message } = Messages.useApp();
  const { user } = useUser();
  const { parts } = useRoute();
  const narrow = Grid.useBreakpoint().lg === false;
  const openId = parts[1] ?? null;
  const conversation = useLoad<DeskConversation>(openId === null ? null : pathOf(['desk', openId]));
  const { set, reload } = conversation;
  const openItem = conversation.data?.item;

  const onEvent = useCallback(
    (event: DeskEvent) => {
      if (event.type === 'message' && event.conversationId === openId) {
        set((before) => (before === null ? null : { ...before, transcript: [...before.transcript, event.entry] }));
        // Offers and the suggestion may have changed with it.
        reload();
      }
      if (event.type === 'held' && event.conversationId === openId) reload();
      if (event.type === 'queue' && event.item.conversationId === openId)
        set((before) => (before === null ? null : { ...before, item: event.item }));
      if (event.type !== 'status' || event.conversationId !== openId) return;
      const wasMine = openItem?.agent === user.username;
      if (event.why === 'taken' && event.agent !== null && event.agent !== user.username)
        message.warning(t('desk.takenFirst', { agent: event.agent }), 6);
      else if (wasMine && event.agent !== user.username && (event.why === 'agentLost' || event.why === 'transferred'))
        message.warning(t('desk.lostIt'), 6);
      else if (wasMine && event.why === 'notReached') message.info(t('desk.notReached'), 6);
      reload();
    },
    [openId, openItem, set, reload, message, t, user.username],
  );
  const desk = useDesk(user.username, onEvent, reload);

  function changed(answer: DeskConversation) {
    conversation.set(answer);
    desk.put(answer.item);
  }

  return (
    <div className={openId === null ? 'desk' : 'desk deskOpen'}>
      {(!narrow || openId === null) && (
        <QueueList desk={desk} me={user.username} openId={openId} onOpen={(id) => go(['desk', id])} />
      )}
      {openId === null ? (
        !narrow && (
          <div className="deskEmpty">
            <EmptyNote text={t('desk.choose')} action={<p className="quiet">{t('desk.chooseHint')}</p>} />
          </div>
        )
      ) : (
        <ConversationRoom
          key={openId}
          conversation={conversation}
          now={desk.now}
          onChanged={changed}
          onLeave={() => go(['desk'])}
          onQueue={desk.queue.reload}
        />
      )}
    </div>
  );
}
