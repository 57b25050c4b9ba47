// Cases: searched and filtered, nearest time limit in sight, opened at the side.
import { Button, Select } from 'antd';
import type { CasePage, CaseView } from '../../../../contract';
import { usePages } from '../../api/usePages';
import { useLanguage } from '../../app/language';
import { go, useRoute } from '../../app/router';
import { rowOpens } from '../../parts/hooks/rowLink';
import { useQueryState } from '../../parts/hooks/useQueryState';
import { PagedTable } from '../../parts/pagedTable';
import { PageHead } from '../../parts/pageHead';
import { SearchBox } from '../../parts/searchBox';
import { StatusTag } from '../../parts/statusTag';
import { CaseDrawer } from './caseDrawer';
import { caseKinds, caseStatuses, toneOfStatus } from './caseWords';
import { TimeLimit } from './timeLimit';

export default function CasesPage() {
  const { t, code, time } = useLanguage();
  const { parts } = useRoute();
  const [query, setQuery] = useQueryState(['status', 'kind', 'q']);
  const pages = usePages<CaseView, CasePage>('cases', query);
  const open = (caseNumber: string) => go(['cases', caseNumber], query);
  return (
    <div className="page">
      <PageHead
        title={t('menu.cases')}
        hint={t('cases.hint')}
        actions={<Button onClick={pages.first.reload}>{t('common.reload')}</Button>}
      />
      <div className="filters">
        <SearchBox value={query.q ?? ''} placeholder={t('cases.searchHint')} onChange={(q) => setQuery({ q })} />
        <Select
          className="filterSelect"
          aria-label={t('common.status')}
          value={query.status ?? ''}
          onChange={(status) => setQuery({ status })}
          options={[
            { value: '', label: `${t('common.status')}: ${t('common.all')}` },
            ...caseStatuses.map((value) => ({ value, label: code('case.status', value) })),
          ]}
        />
        <Select
          className="filterSelect"
          aria-label={t('cases.kind')}
          value={query.kind ?? ''}
          onChange={(kind) => setQuery({ kind })}
          options={[
            { value: '', label: `${t('cases.kind')}: ${t('common.all')}` },
            ...caseKinds.map((value) => ({ value, label: code('case.kind', value) })),
          ]}
        />
      </div>
      <PagedTable<CaseView, CasePage>
        pages={pages}
        rowKey="caseNumber"
        width={860}
        onRow={(item) => rowOpens(t('cases.detail', { number: item.caseNumber }), () => open(item.caseNumber))}
        empty={t('cases.empty')}
        columns={[
          {
            title: t('cases.number'),
            width: 150,
            render: (_, item) => (
              <>
                <div className="number">{item.caseNumber}</div>
                <div className="quiet small">{time(item.openedAt)}</div>
              </>
            ),
          },
          {
            title: t('cases.kind'),
            width: 170,
            render: (_, item) => (
              <div className="row">
                {code('case.kind', item.kind)}
                {item.priority === 'urgent' && <StatusTag tone="bad">{t('priority.urgent')}</StatusTag>}
              </div>
            ),
          },
          {
            title: t('cases.words'),
            ellipsis: true,
            render: (_, item) => <span title={item.lastWords}>{item.lastWords || '—'}</span>,
          },
          { title: t('cases.due'), width: 220, render: (_, item) => <TimeLimit of={item} /> },
          {
            title: t('common.status'),
            width: 110,
            render: (_, item) => (
              <StatusTag tone={toneOfStatus[item.status]}>{code('case.status', item.status)}</StatusTag>
            ),
          },
        ]}
      />
      <CaseDrawer
        caseNumber={parts[1] ?? null}
        onClose={() => go(['cases'], query)}
        onChanged={(changed) => pages.change((item) => (item.caseNumber === changed.caseNumber ? changed : item))}
      />
    </div>
  );
}
