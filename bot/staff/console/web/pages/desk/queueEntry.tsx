// One conversation in the queue: why, how long, in which language, and the customer's last words.
import type { QueueItem } from '../../../../contract';
import { useLanguage } from '../../app/language';
import { StatusTag } from '../../parts/statusTag';

interface QueueEntryProps {
  readonly item: QueueItem;
  readonly now: number;
  readonly open: boolean;
  onOpen(): void;
}

export function QueueEntry({ item, now, open, onOpen }: QueueEntryProps) {
  const { t, code, duration } = useLanguage();
  const seconds = (now - Date.parse(item.waitingSince)) / 1000;
  return (
    <li>
      <button type="button" className="queueEntry" aria-current={open} onClick={onOpen}>
        <span className="queueLine">
          <strong className="ellipsis">{code('case.kind', item.reason)}</strong>
          {item.priority === 'urgent' && <StatusTag tone="bad">{t('priority.urgent')}</StatusTag>}
          <span className="queueTime number">{duration(seconds)}</span>
        </span>
        <span className="queueWords">{item.lastWords || '—'}</span>
        <span className="queueLine quiet small">
          <span>{code('locale', item.locale)}</span>
          <span>·</span>
          <span>{t(item.verified ? 'desk.verified' : 'desk.unverified')}</span>
          {item.agent !== null && (
            <>
              <span>·</span>
              <span className="ellipsis">{item.agent}</span>
            </>
          )}
          {item.callback !== null && (
            <>
              <span>·</span>
              <span className="ellipsis">{t('desk.callbackAt', item.callback)}</span>
            </>
          )}
        </span>
      </button>
    </li>
  );
}
