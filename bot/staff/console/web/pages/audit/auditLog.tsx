// Search of the audit log, newest first; each row opens to its inputs and its decision.
import { Alert, DatePicker, Input, Select } from 'antd';
import dayjs from 'dayjs';
import type { AuditEntry, AuditPage } from '../../../../contract';
import { usePages } from '../../api/usePages';
import { useLanguage } from '../../app/language';
import { Link } from '../../app/router';
import { useQueryState } from '../../parts/hooks/useQueryState';
import { PagedTable } from '../../parts/pagedTable';
import { PageHead } from '../../parts/pageHead';
import { SearchBox } from '../../parts/searchBox';
import { EntryFacts } from './entryFacts';
import { VerifyChain } from './verifyChain';

export function AuditLog() {
  const { t, code, time } = useLanguage();
  const [query, setQuery] = useQueryState(['from', 'to', 'type', 'conversation', 'q']);
  const pages = usePages<AuditEntry, AuditPage>('audit', query);
  const types = pages.first.data?.types ?? [];
  const partial = pages.last !== null && !pages.last.searchedAll;
  return (
    <div className="page">
      <PageHead title={t('menu.audit')} hint={t('audit.hint')} actions={<VerifyChain />} />
      <div className="filters">
        <SearchBox value={query.q ?? ''} placeholder={t('audit.searchHint')} onChange={(q) => setQuery({ q })} />
        <DatePicker.RangePicker
          allowEmpty={[true, true]}
          value={[query.from === undefined ? null : dayjs(query.from), query.to === undefined ? null : dayjs(query.to)]}
          onChange={(days) => setQuery({ from: days?.[0]?.format('YYYY-MM-DD'), to: days?.[1]?.format('YYYY-MM-DD') })}
        />
        <Select
          className="filterSelect"
          aria-label={t('audit.type')}
          showSearch
          value={query.type ?? ''}
          onChange={(type) => setQuery({ type })}
          options={[
            { value: '', label: `${t('audit.type')}: ${t('common.all')}` },
            ...types.map((value) => ({ value, label: code('audit.types', value) })),
          ]}
        />
        <Input.Search
          className="searchBox"
          key={query.conversation ?? ''}
          defaultValue={query.conversation ?? ''}
          placeholder={t('audit.conversationHint')}
          aria-label={t('audit.conversationHint')}
          allowClear
          onSearch={(conversation) => setQuery({ conversation: conversation.trim() })}
        />
      </div>
      <PagedTable<AuditEntry, AuditPage>
        pages={pages}
        size="small"
        rowKey="sequence"
        width={820}
        expandable={{ expandRowByClick: true, expandedRowRender: (entry) => <EntryFacts entry={entry} /> }}
        empty={t('audit.empty')}
        columns={[
          { title: t('audit.sequence'), width: 90, dataIndex: 'sequence', className: 'number' },
          { title: t('audit.at'), width: 160, className: 'number', render: (_, entry) => time(entry.at) },
          { title: t('audit.type'), width: 190, render: (_, entry) => code('audit.types', entry.type) },
          {
            title: t('audit.conversation'),
            ellipsis: true,
            render: (_, entry) =>
              entry.conversationId === '' ? (
                '—'
              ) : (
                <Link
                  to={['audit', 'replay', entry.conversationId]}
                  title={entry.conversationId}
                  onClick={(event) => event.stopPropagation()}
                >
                  {entry.conversationId}
                </Link>
              ),
          },
          { title: t('audit.customer'), width: 150, ellipsis: true, render: (_, entry) => entry.customerId ?? '—' },
        ]}
        more={t(partial ? 'audit.goOn' : 'common.more')}
      >
        {partial && <Alert type="info" banner title={t('audit.searchedPart')} />}
      </PagedTable>
    </div>
  );
}
