// What colleagues would like to say and somebody else has to read first; a click opens the conversation.
import { useLanguage } from '../../app/language';
import type { Desk } from './useDesk';

interface HeldListProps {
  readonly desk: Desk;
  readonly me: string;
  onOpen(conversationId: string): void;
}

export function HeldList({ desk, me, onOpen }: HeldListProps) {
  const { t } = useLanguage();
  const items = (desk.held.data?.items ?? []).filter(({ writer }) => writer !== me);
  if (items.length === 0) return null;
  return (
    <section>
      <h2 className="queuePart">
        {t('desk.heldList')} <span className="number">{items.length}</span>
      </h2>
      <ul className="queueItems">
        {items.map(({ heldId, conversationId, writer, text }) => (
          <li key={heldId}>
            <button type="button" className="queueEntry heldEntry" onClick={() => onOpen(conversationId)}>
              <strong>{writer}</strong>
              <span className="queueWords">{text}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
