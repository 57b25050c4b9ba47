// Notes between colleagues, of a conversation or a case, and the field for one more; the customer never sees them.
import { Button, Input } from 'antd';
import { useLanguage } from '../app/language';
import { useDraft } from './hooks/drafts';

interface NoteListProps {
  readonly notes: readonly { readonly at: string; readonly author: string; readonly text: string }[];
}

export function NoteList({ notes }: NoteListProps) {
  const { time } = useLanguage();
  return notes.map((note) => (
    <div key={note.at + note.author} className="noteEntry">
      <div className="quiet small">
        {note.author} · {time(note.at)}
      </div>
      <div className="preLine">{note.text}</div>
    </div>
  ));
}

interface NoteFieldProps {
  /** Under which words not yet added are kept. */
  readonly draft: string;
  readonly lengthMax: number;
  readonly busy: boolean;
  /** Adds a note; false where it was not taken, and the words stay in the field. */
  onAdd(text: string): Promise<boolean>;
}

export function NoteField({ draft, lengthMax, busy, onAdd }: NoteFieldProps) {
  const { t } = useLanguage();
  const [text, setText] = useDraft<string>(draft);
  const words = (text ?? '').trim();
  return (
    <div className="stackTight gapAbove">
      <Input.TextArea
        value={text ?? ''}
        onChange={(event) => setText(event.target.value)}
        autoSize={{ minRows: 2, maxRows: 6 }}
        maxLength={lengthMax}
        aria-label={t('desk.addNote')}
      />
      <div>
        <Button
          size="small"
          loading={busy}
          disabled={words === ''}
          onClick={() => void onAdd(words).then((added) => added && setText(null))}
        >
          {t('desk.addNote')}
        </Button>
      </div>
    </div>
  );
}
