// One message of a conversation: the customer at the left, those who speak for the bank at the right.
import '../styles/records.css';
import type { TranscriptEntry } from '../../contract';
import { useLanguage } from '../language';

export function Bubble({ entry }: { readonly entry: TranscriptEntry }) {
  const { t, code, time } = useLanguage();
  if (entry.from === 'system')
    return (
      <p className="systemLine">
        {entry.text} · <time dateTime={entry.at}>{time(entry.at)}</time>
      </p>
    );
  const who =
    entry.from === 'agent' && entry.agent !== null ? `${t('from.agent')} ${entry.agent}` : code('from', entry.from);
  return (
    <article className={`bubble bubble-${entry.from}`}>
      <header>
        {who} · <time dateTime={entry.at}>{time(entry.at)}</time>
      </header>
      <div className="preLine">{entry.text}</div>
    </article>
  );
}
