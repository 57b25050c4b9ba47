// The copy of a customer's data: one page that opens in any browser, in both languages, with every record field by field.
import { safeHtml } from '../../http/safeHtml';
import type { TranscriptEntry } from '../../staff/contract/desk';
import type { PersonalData } from './personalData';
import words from './words.json';

type Section = keyof typeof words.sections;
type Fields = Readonly<Record<string, unknown>>;

export interface ExportParts {
  readonly customerId: string;
  readonly bankName: { readonly 'zh-CN': string; readonly 'en-US': string };
  readonly madeAt: string;
  readonly data: PersonalData;
  readonly conversations: readonly { readonly conversationId: string; readonly said: readonly TranscriptEntry[] }[];
}

const labels: Readonly<Record<string, string>> = words.fields;
const labelOf = (field: string): string => {
  const known = labels[field];
  return known === undefined ? safeHtml(field) : `${safeHtml(known)} <small>${safeHtml(field)}</small>`;
};

const yuan = (fen: number): string => `${(fen / 100).toFixed(2)} ${words.yuan}`;

function shownValue(field: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'number' && /Fen$/.test(field)) return yuan(value);
  if (typeof value === 'boolean') return value ? '✓' : '✗';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map((one) => shownValue(field, one)).join('<br>');
  if (typeof value === 'object') return tableOf(value as Fields);
  return safeHtml(String(value));
}

const tableOf = (record: Fields): string =>
  `<table>${Object.entries(record)
    .map(([field, value]) => `<tr><th>${labelOf(field)}</th><td>${shownValue(field, value)}</td></tr>`)
    .join('')}</table>`;

const headingOf = (section: Section): string => `<h2>${safeHtml(words.sections[section])}</h2>`;

function sectionOf(section: Section, records: readonly object[]): string {
  const body =
    records.length === 0 ? `<p>${safeHtml(words.nothing)}</p>` : records.map((one) => tableOf({ ...one })).join('');
  return `${headingOf(section)}${body}`;
}

const said = ({ conversationId, said: entries }: ExportParts['conversations'][number]): string =>
  `<h3>${safeHtml(conversationId)}</h3><table>${entries
    .map(
      ({ at, from, text }) =>
        `<tr><th>${safeHtml(at)}<br>${safeHtml(from)}</th><td>${safeHtml(text).replaceAll('\n', '<br>')}</td></tr>`,
    )
    .join('')}</table>`;

const style = [
  'body{font:15px/1.5 system-ui,"PingFang SC","Microsoft YaHei",sans-serif;max-width:900px;margin:2em auto;padding:0 1em;color:#1f2933}',
  'table{border-collapse:collapse;width:100%;margin:0 0 1em}',
  'th,td{border:1px solid #dde3e8;padding:4px 8px;text-align:left;vertical-align:top}',
  'th{width:34%;font-weight:normal;background:#f2f5f6}small{color:#5f6c7b}h2{margin-top:2em}',
].join('');

/** A whole page without scripts or anything from elsewhere. */
export function exportPage({ customerId, bankName, madeAt, data, conversations }: ExportParts): string {
  const { conversationIds: _ids, decisions, ...records } = data;
  const sections = Object.entries(records).map(([name, found]) => sectionOf(name as Section, found));
  const decided = decisions.map(({ event: { at, type, inputs, decision } }) => ({ at, type, inputs, decision }));
  return [
    '<!doctype html><html lang="zh-CN"><head><meta charset="utf-8">',
    `<title>${safeHtml(words.title)}</title><style>${style}</style></head><body>`,
    `<h1>${safeHtml(words.title)}</h1>`,
    `<p>${safeHtml(bankName['zh-CN'])} · ${safeHtml(bankName['en-US'])} · ${safeHtml(customerId)} · ${safeHtml(madeAt)}</p>`,
    `<p>${safeHtml(words.about)}</p>`,
    ...sections,
    headingOf('conversations'),
    ...conversations.map(said),
    sectionOf('decisions', decided),
    '</body></html>\n',
  ].join('\n');
}
