// What colleagues noted of a case, and one more note.
import type { CaseView } from '../../../../contract';
import { useLanguage } from '../../app/language';
import { NoteField, NoteList } from '../../parts/notes';

interface CaseNotesProps {
  readonly item: CaseView;
  readonly busy: boolean;
  readonly mayAdd: boolean;
  onAdd(text: string): Promise<boolean>;
}

export function CaseNotes({ item, busy, mayAdd, onAdd }: CaseNotesProps) {
  const { t } = useLanguage();
  if (!mayAdd && item.notes.length === 0) return null;
  return (
    <section className="facts-section">
      <h3>{t('desk.notes')}</h3>
      <NoteList notes={item.notes} />
      {mayAdd && <NoteField draft={`caseNote.${item.caseNumber}`} lengthMax={1000} busy={busy} onAdd={onAdd} />}
    </section>
  );
}
