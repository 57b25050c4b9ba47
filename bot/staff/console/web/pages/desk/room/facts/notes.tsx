// What colleagues noted of a conversation, and one more note.
import type { DeskConversation, NoteAnswer } from '../../../../../../contract';
import { pathOf, send } from '../../../../api/http';
import { useSend } from '../../../../api/useSend';
import { useLanguage } from '../../../../app/language';
import { NoteField, NoteList } from '../../../../parts/notes';

export function Notes({ data, onAdded }: { readonly data: DeskConversation; readonly onAdded: () => void }) {
  const { t } = useLanguage();
  const { conversationId } = data.item;
  const { busy, run } = useSend();
  async function add(text: string): Promise<boolean> {
    const answer = await run(() => send<NoteAnswer>('POST', pathOf(['desk', conversationId, 'notes']), { text }));
    if (answer !== null) onAdded();
    return answer !== null;
  }
  return (
    <section className="facts-section">
      <h3>
        {t('desk.notes')} <span className="quiet small">{t('desk.noteHint')}</span>
      </h3>
      <NoteList notes={data.notes} />
      <NoteField draft={`note.${conversationId}`} lengthMax={4000} busy={busy} onAdd={add} />
    </section>
  );
}
