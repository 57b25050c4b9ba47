// The queue, kept up to date by events: what is waiting, what is mine, what colleagues hold.
import { useCallback, useEffect, useState } from 'react';
import type { DeskEvent, HeldList, Queue, QueueItem } from '../../../../contract';
import { useEvents } from '../../api/useEvents';
import { type Loaded, useLoad } from '../../api/useLoad';
import { usePresence } from '../../session/presence';

const eventNames: readonly DeskEvent['type'][] = [
  'ready',
  'beat',
  'queue',
  'message',
  'status',
  'presence',
  'held',
  'crowd',
];
const clockMs = 10_000;

const inQueue = ({ status }: QueueItem): boolean => status === 'waiting' || status === 'taken' || status === 'external';

/** Urgent first, then the longest waiting. */
export const byNeed = (a: QueueItem, b: QueueItem): number =>
  a.priority === b.priority ? a.waitingSince.localeCompare(b.waitingSince) : a.priority === 'urgent' ? -1 : 1;

export interface Desk {
  readonly queue: Loaded<Queue>;
  /** Words of colleagues that wait to be read. */
  readonly held: Loaded<HeldList>;
  readonly live: boolean;
  /** The server's time now, in milliseconds: waiting times do not depend on this machine's clock. */
  readonly now: number;
  put(item: QueueItem): void;
}

export function useDesk(me: string, onEvent: (event: DeskEvent) => void, onReopen: () => void): Desk {
  const queue = useLoad<Queue>('desk/queue');
  const held = useLoad<HeldList>('desk/held');
  const { holds, beat } = usePresence();
  const [ahead, setAhead] = useState(0);
  const [, tick] = useState(0);
  const { set } = queue;
  const hidden = queue.data?.anonymousHidden ?? 0;
  const put = useCallback(
    (item: QueueItem) =>
      set((before) => {
        if (before === null) return null;
        const others = before.items.filter(({ conversationId }) => conversationId !== item.conversationId);
        const items = inQueue(item) ? [...others, item].sort(byNeed) : others;
        const waiting = items.filter(({ status }) => status === 'waiting').length + before.anonymousHidden;
        return { ...before, items, waiting };
      }),
    [set],
  );
  const { live } = useEvents<DeskEvent>(
    'desk/events',
    eventNames,
    (event) => {
      if (event.type === 'ready' || event.type === 'beat') setAhead(Date.parse(event.now) - Date.now());
      if (event.type === 'queue') put(event.item);
      // A place among those listed is free for one of the crowd.
      if (event.type === 'queue' && event.item.status !== 'waiting' && hidden > 0) queue.reload();
      if (event.type === 'crowd') {
        const { anonymousHidden } = event;
        set((before) => (before === null ? null : { ...before, anonymousHidden }));
      }
      if (event.type === 'held' || event.type === 'status') held.reload();
      // The desk has not heard of us for a while, and we are here: said at once.
      if (event.type === 'presence' && event.agent === me) beat();
      onEvent(event);
    },
    // What was said while the line was down is read again.
    () => {
      queue.reload();
      onReopen();
    },
  );
  const serverNow = queue.data?.now;
  useEffect(() => {
    if (serverNow !== undefined) setAhead(Date.parse(serverNow) - Date.now());
  }, [serverNow]);
  useEffect(() => {
    const clock = setInterval(() => tick((before) => before + 1), clockMs);
    return () => clearInterval(clock);
  }, []);
  const holding = queue.data?.items.some(({ agent }) => agent === me) ?? false;
  const known = queue.data !== null;
  useEffect(() => {
    if (known) holds(holding);
  }, [known, holding, holds]);
  return { queue, held, live, now: Date.now() + ahead, put };
}
