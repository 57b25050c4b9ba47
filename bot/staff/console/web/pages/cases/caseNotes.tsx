// What colleagues noted of a case, and one more note; the customer never sees them.
import { Button, Input } from 'antd';
import type { CaseView } from '../../../../contract';
import { useLanguage } from '../../app/language';
import { useDraft } from '../../parts/hooks/drafts';

interface CaseNotesProps {
  readonly item: CaseView;
  readonly busy: boolean;
  readonly mayAdd: boolean;
  onAdd(text: string): Promise<boolean>;
}

export function CaseNotes({ item, busy, mayAdd, onAdd }: CaseNotesProps) {
  const { t, time } = useLanguage();
  const [text, setText] = useDraft<string>(`caseNote.${item.caseNumber}`);
  const words = (text ?? '').trim();
  if (!mayAdd && item.notes.length === 0) return null;
  return (
    <section className="facts-section">
      <h3>{t('desk.notes')}</h3>
      {item.notes.map((note) => (
        <div key={note.at + note.author} className="noteEntry">
          <div className="quiet small">
            {note.author} · {time(note.at)}
          </div>
          <div className="preLine">{note.text}</div>
        </div>
      ))}
      {mayAdd && (
        <div className="stackTight gapAbove">
          <Input.TextArea
            value={text ?? ''}
            onChange={(event) => setText(event.target.value)}
            autoSize={{ minRows: 2, maxRows: 6 }}
            maxLength={1000}
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
      )}
    </section>
  );
}
