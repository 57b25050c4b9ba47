// The queue in three parts: mine, waiting, with colleagues. Long queues draw only their first hundred.
import { Badge, Button, Tag } from 'antd';
import { useState } from 'react';
import type { QueueItem } from '../../../../contract';
import { useLanguage } from '../../app/language';
import type { TextKey } from '../../app/text';
import { EmptyNote } from '../../parts/emptyNote';
import { LoadedView } from '../../parts/loadedView';
import { HeldList } from './heldList';
import { QueueEntry } from './queueEntry';
import type { Desk } from './useDesk';

const drawnAtOnce = 100;

interface QueueListProps {
  readonly desk: Desk;
  readonly me: string;
  readonly openId: string | null;
  onOpen(conversationId: string): void;
}

export function QueueList({ desk, me, openId, onOpen }: QueueListProps) {
  const { t } = useLanguage();
  const [drawn, setDrawn] = useState(drawnAtOnce);
  const part = (name: TextKey, items: readonly QueueItem[]) =>
    items.length > 0 && (
      <section>
        <h2 className="queuePart">
          {t(name)} <span className="number">{items.length}</span>
        </h2>
        <ul className="queueItems">
          {items.slice(0, drawn).map((item) => (
            <QueueEntry
              key={item.conversationId}
              item={item}
              now={desk.now}
              open={item.conversationId === openId}
              onOpen={() => onOpen(item.conversationId)}
            />
          ))}
        </ul>
        {items.length > drawn && (
          <Button type="link" block onClick={() => setDrawn(drawn + drawnAtOnce)}>
            {t('desk.showMore', { count: Math.min(drawnAtOnce, items.length - drawn) })}
          </Button>
        )}
      </section>
    );
  return (
    <aside className="queue" aria-label={t('desk.queue')}>
      <header className="queueHead">
        <h1>{t('menu.desk')}</h1>
        <Badge status={desk.live ? 'success' : 'warning'} text={t(desk.live ? 'desk.live' : 'desk.offline')} />
      </header>
      <div className="queueBody">
        <LoadedView of={desk.queue}>
          {({ items, open, opensAt, anonymousHidden }) => {
            const mine = items.filter(({ agent }) => agent === me);
            const waiting = items.filter(({ status }) => status === 'waiting');
            const others = items.filter(({ status, agent }) => status !== 'waiting' && agent !== me);
            return (
              <>
                {!open && <Tag className="queueClosed">{t('desk.closedUntil', { time: opensAt })}</Tag>}
                {items.length === 0 && (
                  <EmptyNote text={t('desk.nobody')} action={<p className="quiet small">{t('desk.nobodyHint')}</p>} />
                )}
                <HeldList desk={desk} me={me} onOpen={onOpen} />
                {part('desk.mine', mine)}
                {part('desk.waiting', waiting)}
                {anonymousHidden > 0 && (
                  <Tag color="warning" className="queueClosed">
                    {t('desk.manyAnonymous', { count: anonymousHidden })}
                  </Tag>
                )}
                {part('desk.others', others)}
              </>
            );
          }}
        </LoadedView>
      </div>
    </aside>
  );
}
