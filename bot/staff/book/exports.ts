// What leaves the house as CSV: arrangements, promises and cases, without names, numbers of phones or customers' words.
import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { type ArrangementRecord, arrangementState } from '../../../data/domain/arrangement/arrangement';
import type { PromiseRecord } from '../../../data/domain/arrangement/promiseRecord';
import type { CalendarDate } from '../../../data/domain/calendar/calendar';
import type { CaseRecord } from '../../../data/domain/case/case';
import type { ContractTerms } from '../../../data/domain/money/contractTerms';
import { type Fen, fenToYuan } from '../../../data/domain/money/money';
import type { Repositories } from '../../../data/store/repositories';
import type { StaffParts } from '../staffParts';

type Row = Readonly<Record<string, string | number | null>>;

const yuan = (fen: Fen): string => fenToYuan(fen).toFixed(2);

function arrangementRow(record: ArrangementRecord, today: CalendarDate, contract: ContractTerms): Row {
  const { remainingFen, missedFen, next, instalmentsLeft } = arrangementState(record, today, contract);
  const sum = (pick: (row: ArrangementRecord['schedule'][number]) => Fen) =>
    record.schedule.reduce((total, row) => total + pick(row), 0);
  return {
    agreementNumber: record.agreementNumber,
    customerId: record.customerId,
    accountIds: record.accountIds.join(' '),
    signedOn: record.signedOn,
    status: record.status,
    closedOn: record.closedOn,
    policyVersion: record.policyVersion,
    language: record.locale,
    agreedYuan: yuan(sum((row) => row.paymentFen)),
    paidYuan: yuan(sum((row) => row.paidFen)),
    remainingYuan: yuan(remainingFen),
    instalmentsLeft,
    missedYuan: yuan(missedFen),
    nextDueOn: next?.dueDate ?? null,
    nextYuan: next === null ? null : yuan(next.amountFen),
  };
}

const promiseRow = ({ amountFen, accountIds, ...rest }: PromiseRecord): Row => ({
  promiseId: rest.promiseId,
  customerId: rest.customerId,
  accountIds: accountIds.join(' '),
  amountYuan: yuan(amountFen),
  payDate: rest.payDate,
  madeAt: rest.madeAt,
  status: rest.status,
});

const caseRow = ({ closed, ...record }: CaseRecord): Row => ({
  caseNumber: record.caseNumber,
  kind: record.kind,
  status: record.status,
  priority: record.priority,
  customerId: record.customerId,
  agencyId: record.agencyId,
  language: record.locale,
  openedAt: record.openedAt,
  dueOn: record.dueOn,
  closedAt: closed?.at ?? null,
  closedBy: closed?.by ?? null,
  decision: closed?.decision ?? null,
  outcome: closed?.outcome ?? null,
});

interface Export {
  readonly columns: readonly string[];
  rows(repositories: Repositories, today: CalendarDate, contract: ContractTerms): AsyncGenerator<Row>;
}

async function* rowsOf<T>(records: AsyncGenerator<T>, row: (record: T) => Row): AsyncGenerator<Row> {
  for await (const record of records) yield row(record);
}

const arrangementColumns =
  'agreementNumber customerId accountIds signedOn status closedOn policyVersion language agreedYuan paidYuan remainingYuan instalmentsLeft missedYuan nextDueOn nextYuan';
const promiseColumns = 'promiseId customerId accountIds amountYuan payDate madeAt status';
const caseColumns =
  'caseNumber kind status priority customerId agencyId language openedAt dueOn closedAt closedBy decision outcome';

/** The only files there are: a name is looked up here and never becomes a path. */
const files: ReadonlyMap<string, Export> = new Map([
  [
    'arrangements.csv',
    {
      columns: arrangementColumns.split(' '),
      rows: ({ arrangements }, today, contract) =>
        rowsOf(arrangements.all(), (record) => arrangementRow(record, today, contract)),
    } satisfies Export,
  ],
  [
    'promises.csv',
    { columns: promiseColumns.split(' '), rows: ({ promises }) => rowsOf(promises.all(), promiseRow) } satisfies Export,
  ],
  [
    'cases.csv',
    { columns: caseColumns.split(' '), rows: ({ cases }) => rowsOf(cases.all(), caseRow) } satisfies Export,
  ],
]);

/** A file of the book as it is read, so that a large book needs no large memory; undefined for a name that is none. */
export function exportedFile(
  { repositories, data }: Pick<StaffParts, 'repositories' | 'data'>,
  name: string,
  today: CalendarDate,
): { readonly fileName: string; readonly csv: Readable } | undefined {
  const file = files.get(name);
  if (file === undefined) return undefined;
  const csv = stringify({
    header: true,
    columns: [...file.columns],
    // A cell that begins like a formula is text: spreadsheets would run it.
    escape_formulas: true,
    bom: true,
    record_delimiter: 'windows',
  });
  const rows = Readable.from(file.rows(repositories, today, data.contract));
  // An error in reading ends the file, which whoever writes it out then sees.
  rows.once('error', (error) => csv.destroy(error));
  return { fileName: `${name.replace('.csv', '')}-${today}.csv`, csv: rows.pipe(csv) };
}
