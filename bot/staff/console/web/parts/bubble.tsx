// One message of a conversation: the customer at the left, those who speak for the bank at the right.
import '../styles/records.css';
import type { TranscriptEntry } from '../../../contract';
import { useLanguage } from '../app/language';

interface BubbleProps {
  readonly entry: TranscriptEntry;
  /** The clock alone, for a conversation of today. */
  readonly brief?: boolean;
}

export function Bubble({ entry, brief = false }: BubbleProps) {
  const { t, code, time, clock } = useLanguage();
  const when = (
    <time dateTime={entry.at} title={time(entry.at)}>
      {brief ? clock(entry.at) : time(entry.at)}
    </time>
  );
  if (entry.from === 'system')
    return (
      <p className="systemLine">
        {entry.text} · {when}
      </p>
    );
  const who =
    entry.from === 'agent' && entry.agent !== null ? `${t('from.agent')} ${entry.agent}` : code('from', entry.from);
  return (
    <article className={`bubble bubble-${entry.from}`}>
      <header>
        {who} · {when}
      </header>
      <div className="preLine">{entry.text}</div>
    </article>
  );
}
