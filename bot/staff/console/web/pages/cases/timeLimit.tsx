// The day by which the bank answers, and how near it is.
import type { CaseView } from '../../../../contract';
import { useLanguage } from '../../app/language';
import { StatusTag } from '../../parts/statusTag';

export function TimeLimit({ of }: { readonly of: Pick<CaseView, 'dueOn' | 'daysLeft' | 'status'> }) {
  const { t } = useLanguage();
  if (of.status === 'closed') return <span className="quiet number">{of.dueOn}</span>;
  const tone = of.daysLeft < 0 ? 'bad' : of.daysLeft <= 3 ? 'warn' : 'quiet';
  return (
    <div className="row">
      <span className="number">{of.dueOn}</span>
      <StatusTag tone={tone}>
        {of.daysLeft < 0 ? t('cases.overdue', { days: -of.daysLeft }) : t('cases.daysLeft', { days: of.daysLeft })}
      </StatusTag>
    </div>
  );
}
