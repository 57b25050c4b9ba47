// Notes between colleagues; the customer never sees them.
import { Button, Input } from 'antd';
import type { DeskConversation, NoteAnswer } from '../../../../../../contract';
import { pathOf, send } from '../../../../api/http';
import { useSend } from '../../../../api/useSend';
import { useLanguage } from '../../../../app/language';
import { useDraft } from '../../../../parts/hooks/drafts';

export function Notes({ data, onAdded }: { readonly data: DeskConversation; readonly onAdded: () => void }) {
  const { t, time } = useLanguage();
  const { conversationId } = data.item;
  const [text, setText] = useDraft<string>(`note.${conversationId}`);
  const { busy, run } = useSend();
  async function add() {
    const words = (text ?? '').trim();
    if (words === '') return;
    const answer = await run(() =>
      send<NoteAnswer>('POST', pathOf(['desk', conversationId, 'notes']), { text: words }),
    );
    if (answer === null) return;
    setText(null);
    onAdded();
  }
  return (
    <section className="facts-section">
      <h3>
        {t('desk.notes')} <span className="quiet small">{t('desk.noteHint')}</span>
      </h3>
      {data.notes.map((note) => (
        <div key={note.at + note.author} className="noteEntry">
          <div className="quiet small">
            {note.author} · {time(note.at)}
          </div>
          <div className="preLine">{note.text}</div>
        </div>
      ))}
      <div className="stackTight gapAbove">
        <Input.TextArea
          value={text ?? ''}
          onChange={(event) => setText(event.target.value)}
          autoSize={{ minRows: 2, maxRows: 6 }}
          maxLength={4000}
          aria-label={t('desk.addNote')}
        />
        <div>
          <Button size="small" loading={busy} disabled={(text ?? '').trim() === ''} onClick={() => void add()}>
            {t('desk.addNote')}
          </Button>
        </div>
      </div>
    </section>
  );
}
