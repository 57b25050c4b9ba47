// Thirty days on the bank's book as it stands: a picture by day and kind, and for each kind what would not go and why.
import { Alert, Table } from 'antd';
import { useMemo } from 'react';
import type { OutreachLine, OutreachMonth } from '../../../../contract';
import { useLoad } from '../../api/useLoad';
import { useLanguage } from '../../app/language';
import { BarPicture } from '../../parts/charts/barPicture';
import { EmptyNote } from '../../parts/emptyNote';
import { LoadedView } from '../../parts/loadedView';

type Kind = OutreachLine['kind'];

/** In the order of the picture; colours that can be told apart. */
const colourOf: Readonly<Record<Kind, string>> = {
  promiseDue: '#0b5d57',
  instalmentDue: '#3b6fb6',
  earlyReminder: '#9cc5c0',
  instalmentMissed: '#b42318',
  quoteExpiring: '#c2620a',
  caseAnswered: '#7a5195',
  planFinished: '#5f7d1f',
  documentReady: '#667380',
};
const kinds = Object.keys(colourOf) as Kind[];

interface Row {
  readonly kind: Kind;
  readonly goes: number;
  readonly notSent: readonly (readonly [why: string, count: number])[];
}

const rowsOf = ({ days, notSent }: OutreachMonth): Row[] =>
  kinds
    .map((kind) => ({
      kind,
      goes: days.reduce((sum, { goes }) => sum + (goes[kind] ?? 0), 0),
      notSent: Object.entries(notSent).flatMap(([why, counts]) => {
        const count = counts[kind] ?? 0;
        return count === 0 ? [] : [[why, count] as const];
      }),
    }))
    .filter(({ goes, notSent: without }) => goes > 0 || without.length > 0);

function Outlook({ month }: { readonly month: OutreachMonth }) {
  const { t, code, number } = useLanguage();
  const rows = useMemo(() => rowsOf(month), [month]);
  const keys = useMemo(() => month.days.map(({ day }) => day.slice(5)), [month]);
  const measures = useMemo(
    () =>
      rows
        .filter(({ goes }) => goes > 0)
        .map(({ kind }) => ({
          name: code('outreach.kind', kind),
          values: month.days.map(({ goes }) => goes[kind] ?? 0),
          colour: colourOf[kind],
          stack: 'goes',
        })),
    [month, rows, code],
  );
  return (
    <div className="stack">
      {month.isWhole ? null : (
        <Alert type="info" showIcon title={t('outreach.monthPart', { count: month.customers })} />
      )}
      <BarPicture title={t('outreach.monthPicture')} keys={keys} measures={measures} />
      <div className="panelFlush">
        <Table<Row>
          size="middle"
          rowKey="kind"
          dataSource={rows}
          pagination={false}
          scroll={{ x: 640 }}
          locale={{ emptyText: <EmptyNote text={t('outreach.monthEmpty')} /> }}
          columns={[
            { title: t('outreach.kind'), render: (_, { kind }) => code('outreach.kind', kind) },
            {
              title: t('outreach.monthGoes'),
              align: 'right',
              className: 'number',
              render: (_, { goes }) => number(goes),
            },
            {
              title: t('outreach.goesNot'),
              align: 'right',
              className: 'number',
              render: (_, { notSent }) => number(notSent.reduce((sum, [, count]) => sum + count, 0)),
            },
            {
              title: t('outreach.monthWhy'),
              render: (_, { notSent }) =>
                notSent.map(([why, count]) => `${code('outreach.why', why)} ${number(count)}`).join(' · '),
            },
          ]}
        />
      </div>
    </div>
  );
}

export function MonthPanel() {
  const { t } = useLanguage();
  const month = useLoad<OutreachMonth>('outreach/month');
  return (
    <>
      <p className="quiet gapBelow">{t('outreach.monthHint')}</p>
      <LoadedView of={month} rows={8}>
        {(data) => <Outlook month={data} />}
      </LoadedView>
    </>
  );
}
