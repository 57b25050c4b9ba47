// One conversation: its head with what can be done, the transcript, the box to write in; facts at the side or in a drawer.
import { ArrowLeftOutlined, IdcardOutlined } from '@ant-design/icons';
import { Button, Drawer, Grid, App as Messages } from 'antd';
import { type ReactNode, useState } from 'react';
import type { DeskConversation } from '../../../../../contract';
import type { Loaded } from '../../../api/useLoad';
import { useLanguage } from '../../../app/language';
import { LoadedView } from '../../../parts/loadedView';
import { StatusTag } from '../../../parts/statusTag';
import { useUser } from '../../../session/sessionContext';
import { Composer } from './composer';
import { DeskActions } from './deskActions';
import { FactsPanel } from './facts/factsPanel';
import { HeldWordsOf } from './heldWords';
import { Transcript } from './transcript';

interface ConversationRoomProps {
  readonly conversation: Loaded<DeskConversation>;
  readonly now: number;
  onChanged(answer: DeskConversation): void;
  onLeave(): void;
  onQueue(): void;
}

function Head({
  data,
  now,
  children,
}: {
  readonly data: DeskConversation;
  readonly now: number;
  readonly children: ReactNode;
}) {
  const { t, code, duration } = useLanguage();
  const { item, customer } = data;
  return (
    <header className="roomHead">
      <div className="roomNames">
        <h2>{customer?.name ?? code('case.kind', item.reason)}</h2>
        <StatusTag tone={item.verified ? 'good' : 'warn'}>
          {t(item.verified ? 'desk.verified' : 'desk.unverified')}
        </StatusTag>
        {item.priority === 'urgent' && <StatusTag tone="bad">{t('priority.urgent')}</StatusTag>}
        <span className="quiet small">
          {customer === null ? '' : `${code('case.kind', item.reason)} · `}
          {item.caseNumber} · {code('locale', item.locale)} ·{' '}
          {item.status === 'waiting'
            ? t('desk.waitingFor', { time: duration((now - Date.parse(item.waitingSince)) / 1000) })
            : item.agent !== null
              ? t('desk.takenBy', { agent: item.agent })
              : ''}
        </span>
      </div>
      <div className="row">{children}</div>
    </header>
  );
}

export function ConversationRoom({ conversation, now, onChanged, onLeave, onQueue }: ConversationRoomProps) {
  const { t } = useLanguage();
  const { user } = useUser();
  const { message } = Messages.useApp();
  const screens = Grid.useBreakpoint();
  const [factsOpen, setFactsOpen] = useState(false);
  const narrow = screens.lg === false;
  const factsAside = screens.xl === true;
  const refresh = () => {
    conversation.reload();
    onQueue();
  };
  return (
    <LoadedView of={conversation} page>
      {(data) => {
        const mine = data.item.status === 'taken' && data.item.agent === user.username;
        const facts = <FactsPanel data={data} mine={mine} onSent={refresh} onNote={conversation.reload} />;
        return (
          <>
            <section className="room" aria-label={t('cases.conversation')}>
              <Head data={data} now={now}>
                {narrow && (
                  <Button icon={<ArrowLeftOutlined />} onClick={onLeave}>
                    {t('desk.queue')}
                  </Button>
                )}
                <DeskActions data={data} mine={mine} onChanged={onChanged} onRefused={refresh} />
                {!factsAside && (
                  <Button icon={<IdcardOutlined />} onClick={() => setFactsOpen(true)} aria-label={t('desk.facts')} />
                )}
              </Head>
              <Transcript data={data} />
              <HeldWordsOf all={data.held} me={user.username} onDecided={refresh} />
              <Composer
                data={data}
                mine={mine}
                onSent={(answer) => {
                  if ('held' in answer) {
                    message.info(t('desk.heldNow'));
                    conversation.reload();
                    return;
                  }
                  const { entry } = answer;
                  conversation.set((before) =>
                    before === null ||
                    before.transcript.some((known) => known.at === entry.at && known.text === entry.text)
                      ? before
                      : { ...before, transcript: [...before.transcript, entry] },
                  );
                }}
                onLost={refresh}
              />
            </section>
            {factsAside ? (
              <aside className="factsAside">{facts}</aside>
            ) : (
              <Drawer open={factsOpen} onClose={() => setFactsOpen(false)} title={t('desk.facts')} size={400}>
                {facts}
              </Drawer>
            )}
          </>
        );
      }}
    </LoadedView>
  );
}
