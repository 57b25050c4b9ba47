// What a decision was made on and what it was, as kept; shown as text and never read as markup.
import type { AuditEntry } from '../../../../contract';
import { useLanguage } from '../../app/language';

function Facts({ title, of }: { readonly title: string; readonly of: Record<string, unknown> }) {
  return (
    <section>
      <h3>{title}</h3>
      <pre className="mono facts">{JSON.stringify(of, null, 2)}</pre>
    </section>
  );
}

export function EntryFacts({ entry }: { readonly entry: AuditEntry }) {
  const { t } = useLanguage();
  return (
    <div className="entryFacts">
      <Facts title={t('audit.inputs')} of={entry.inputs} />
      <Facts title={t('audit.decision')} of={entry.decision} />
      <p className="quiet small entryHash">
        #{entry.sequence}
        {entry.conversationId === '' ? '' : ` · ${t('audit.turn', { turn: entry.turnNumber })}`} · {t('audit.hash')}{' '}
        <span className="mono">{entry.hash}</span>
      </p>
    </div>
  );
}
