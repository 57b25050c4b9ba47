// A day's messages: those that would go, by which way, and those that would not, with the reason.
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import type { OutreachDayPage, OutreachLine } from '../../../../contract';
import { usePages } from '../../api/usePages';
import { useLanguage } from '../../app/language';
import { PagedTable } from '../../parts/pagedTable';
import { StatusTag } from '../../parts/statusTag';
import { useMessageColumns } from './messageColumns';

function Fate({ line }: { readonly line: OutreachLine }) {
  const { t, code } = useLanguage();
  if (line.way !== null)
    return (
      <div className="row">
        <StatusTag tone="good">{code('outreach.way', line.way)}</StatusTag>
        {line.notBefore !== null && <span className="quiet">{t('outreach.notBefore', { clock: line.notBefore })}</span>}
      </div>
    );
  return (
    <div className="row">
      <StatusTag tone="quiet">{t('outreach.goesNot')}</StatusTag>
      {code('outreach.why', line.why ?? '')}
      {line.nextAllowed !== null && (
        <span className="quiet">{t('outreach.nextAllowed', { at: line.nextAllowed })}</span>
      )}
    </div>
  );
}

interface DayPanelProps {
  readonly day: string;
  onDay(day: string): void;
}

export function DayPanel({ day, onDay }: DayPanelProps) {
  const { t } = useLanguage();
  const columns = useMessageColumns();
  const pages = usePages<OutreachLine, OutreachDayPage>('outreach/day', { day });
  return (
    <>
      <div className="filters">
        <DatePicker
          aria-label={t('outreach.day')}
          allowClear={false}
          value={dayjs(day)}
          onChange={(chosen) => chosen !== null && onDay(chosen.format('YYYY-MM-DD'))}
        />
      </div>
      <PagedTable<OutreachLine, OutreachDayPage>
        pages={pages}
        rowKey="key"
        width={820}
        empty={t('outreach.dayEmpty')}
        columns={[...columns, { title: t('outreach.fate'), render: (_, line) => <Fate line={line} /> }]}
      />
    </>
  );
}
