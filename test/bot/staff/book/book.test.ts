// A supervisor takes the bank's book in, all of a file or nothing, and exports what was agreed and promised.
import { parse } from 'csv-parse/sync';
import type { BookImport, ImportList, ImportStarted } from '../../../../bot/staff/contract/book';
import type { ErrorBody } from '../../../../bot/staff/contract/common';
import type { DailyList } from '../../../../bot/staff/contract/daily';
import { addDays } from '../../../../data/domain/calendar/calendar';
import { testDay, testNow } from '../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import type { StaffClient } from '../support/staffClient';

let house: ConsoleHouse;
let supervisor: StaffClient;
beforeAll(async () => {
  house = await startConsole();
  supervisor = await house.staff('supervisor');
});
afterAll(() => house.stop());

const errorOf = (reply: { body: unknown }): ErrorBody['error'] => (reply.body as ErrorBody).error;
const accountHeader =
  'accountId,customerId,idTail,phone,displayName,locale,product,cardTail,asOf,principal,interest,fees,minimumDue,statementDay,dueDay,pastDueSince,dailyInterestRate,agencyId,flags';
const accountRow = (accountId: string, customerId: string, principal = '20000.00') =>
  `${accountId},${customerId},1234,13800000009,<b>Test</b>,zh-CN,standard,6688,2026-11-20,${principal},100.00,0,1000.00,1,20,2026-08-20,0.0005,,`;
const paymentHeader = 'paymentId,accountId,paidOn,amount,channel';

/** Sends a file and follows its events to the end. */
async function takeIn(kind: 'accounts' | 'payments', ...lines: string[]): Promise<BookImport> {
  const started = await supervisor.post<ImportStarted>(`book/${kind}`, lines.join('\n'));
  expect(started.status).toBe(201);
  const { id } = started.body;
  const events = await fetch(`${house.address}/console/api/book/imports/${id}/events`, {
    headers: { cookie: supervisor.cookie },
  });
  const text = await events.text();
  expect(text).toContain('event: progress');
  expect(text).toContain('event: done');
  return (await supervisor.get<BookImport>(`book/imports/${id}`)).body;
}

test('a file of accounts comes in; the same file again changes nothing', async () => {
  const lines = [accountHeader, accountRow('BK-1', 'BC-1'), accountRow('BK-2', 'BC-2')];
  const first = await takeIn('accounts', ...lines);
  expect(first).toMatchObject({
    status: 'done',
    progress: 1,
    rows: 2,
    changed: 2,
    unchanged: 0,
    startedBy: 'supervisor',
  });
  expect(await house.house.repositories.accounts.get('BK-1')).toMatchObject({ principalFen: 2_000_000 });
  const again = await takeIn('accounts', ...lines);
  expect(again).toMatchObject({ status: 'done', changed: 0, unchanged: 2 });
  const { body } = await supervisor.get<ImportList>('book/imports');
  expect(body.imports.slice(0, 2).map((one) => one.id)).toEqual(expect.arrayContaining([first.id, again.id]));
  const { items } = await house.house.repositories.audit.about(first.id);
  expect(items.map(({ event }) => event.type)).toEqual(['book.importStarted', 'book.importEnded']);
});

test('with one wrong row nothing of the file is taken in, and every wrong row is named in both languages', async () => {
  const wrong = await takeIn(
    'accounts',
    accountHeader,
    accountRow('BK-3', 'BC-3'),
    accountRow('BK-4', 'BC-4', 'lots'),
    accountRow('BK-3', 'BC-3'),
  );
  expect(wrong).toMatchObject({ status: 'refused', changed: 0, errorCount: wrong.errors.length });
  expect(wrong.errors[0]).toMatchObject({ line: 3, field: 'principal', problem: 'notAnAmount' });
  for (const { message } of wrong.errors) expect([message['zh-CN'], message['en-US']]).not.toContain('');
  expect(JSON.stringify(wrong)).not.toContain('lots');
  expect(await house.house.repositories.accounts.get('BK-3')).toBeUndefined();
  const doubled = await takeIn('accounts', accountHeader, accountRow('BK-3', 'BC-3'), accountRow('BK-3', 'BC-3'));
  expect(doubled.errors.map(({ line, problem }) => [line, problem])).toEqual([[3, 'duplicate']]);
});

test('payments settle the promise that they keep, once', async () => {
  await takeIn('accounts', accountHeader, accountRow('BK-P', 'BC-P'));
  const { promises, accounts } = house.house.repositories;
  await promises.put(
    {
      promiseId: 'PR-BK',
      customerId: 'BC-P',
      accountIds: ['BK-P'],
      amountFen: 50_000,
      payDate: addDays(testDay, 2),
      madeAt: '2026-11-20T02:00:00.000Z',
      status: 'open',
    },
    null,
  );
  const lines = [paymentHeader, 'BP-1,BK-P,2026-11-21,500.00,app'];
  const first = await takeIn('payments', ...lines);
  expect(first).toMatchObject({ status: 'done', changed: 1, settled: { kept: 1, partKept: 0, broken: 0 } });
  expect((await promises.get('PR-BK'))?.status).toBe('kept');
  expect((await takeIn('payments', ...lines)).changed).toBe(0);
  expect((await accounts.get('BK-P'))?.payments).toHaveLength(1);
  const unknown = await takeIn('payments', paymentHeader, 'BP-2,nobody,2026-11-21,500.00,app');
  expect(unknown.errors[0]).toMatchObject({ problem: 'unknownAccount', line: 2 });
});

test('what is no CSV, or not in UTF-8, is refused and stands in the history', async () => {
  const broken = await takeIn('accounts', 'a,b', '"open');
  expect(broken).toMatchObject({ status: 'refused', errorCount: 1, errors: [{ problem: 'notCsv' }] });
  const { body } = await supervisor.get<ImportList>('book/imports');
  expect(body.imports).toContainEqual(expect.objectContaining({ id: broken.id, status: 'refused' }));
});

test('a misspelt column and an account id that a spreadsheet spoilt are refused with words that help', async () => {
  const misspelt = await takeIn(
    'accounts',
    accountHeader.replace('pastDueSince', 'pastDueSinse'),
    accountRow('B-1', 'C-1'),
  );
  expect(misspelt.errors[0]).toMatchObject({ line: 1, field: 'pastDueSinse', problem: 'unknownColumn' });
  expect(misspelt.errors[0]?.message['en-US']).toContain('pastDueSince');
  const spoilt = await takeIn('accounts', accountHeader, accountRow('6.22588E+15', 'C-1'));
  expect(spoilt.errors[0]).toMatchObject({ line: 2, field: 'accountId', problem: 'spreadsheetNumber' });
  expect((await house.house.repositories.accounts.get('6.22588E+15')) ?? null).toBeNull();
});

test('a payment id that another account has is refused; a payment is taken back once, exactly', async () => {
  await takeIn('accounts', accountHeader, accountRow('BK-R', 'BC-R'), accountRow('BK-S', 'BC-R'));
  const { accounts } = house.house.repositories;
  const before = await accounts.get('BK-R');
  const header = 'paymentId,accountId,paidOn,amount,reverses';
  await takeIn('payments', header, 'BR-1,BK-R,2026-11-21,500.00,');
  const stolen = await takeIn('payments', header, 'BR-1,BK-S,2026-11-21,500.00,');
  expect(stolen.errors).toMatchObject([{ line: 2, field: 'paymentId', problem: 'otherAccount' }]);
  const back = await takeIn('payments', header, 'BR-2,BK-R,2026-11-22,-500.00,BR-1');
  expect(back).toMatchObject({ status: 'done', changed: 1 });
  const after = await accounts.get('BK-R');
  expect([after?.principalFen, after?.interestFen, after?.payments]).toEqual([
    before?.principalFen,
    before?.interestFen,
    [],
  ]);
  const again = await takeIn('payments', header, 'BR-3,BK-R,2026-11-22,-500.00,BR-1');
  expect(again.errors).toMatchObject([{ field: 'reverses', problem: 'reversedBefore' }]);
  const reused = await takeIn('payments', header, 'BR-1,BK-S,2026-11-21,500.00,');
  expect(reused.errors).toMatchObject([{ problem: 'otherAccount' }]);
});

test('another kind of file is refused before anything begins', async () => {
  const json = await supervisor.post('book/accounts', { rows: [] });
  expect([json.status, errorOf(json).code]).toEqual([415, 'unsupportedMediaType']);
  expect((await supervisor.get('book/imports/..%2f..%2fstaff%2fadmin')).status).toBe(404);
});

test('exports hold what was agreed and promised, and a cell that begins like a formula is text', async () => {
  const formula = '=HYPERLINK("http://evil.example","paid")';
  await house.house.repositories.cases.put(
    {
      caseNumber: 'CS-CSV',
      kind: 'dispute',
      conversationId: 'talk',
      customerId: '+1-C',
      openedAt: testNow,
      dueOn: testDay,
      status: 'closed',
      priority: 'normal',
      locale: 'zh-CN',
      lastWords: 'secret words',
      agencyId: '@SUM(A1)',
      closed: { at: testNow, by: '-2+3', outcome: formula, decision: null },
    },
    null,
  );
  const reply = await supervisor.get<string>('exports/cases.csv');
  expect(reply.headers.get('content-type')).toContain('text/csv');
  expect(reply.headers.get('content-disposition')).toBe(`attachment; filename="cases-${testDay}.csv"`);
  expect(reply.body).not.toContain('secret words');
  const rows = parse(reply.body, { bom: true, columns: true }) as Record<string, string>[];
  for (const row of rows) for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  expect(rows.find((row) => row.caseNumber === 'CS-CSV')?.outcome).toBe(`'${formula}`);

  const agreed = parse((await supervisor.get<string>('exports/arrangements.csv')).body, { bom: true, columns: true });
  const [first] = agreed as Record<string, string>[];
  const record = await house.house.repositories.arrangements.get(first?.agreementNumber ?? '');
  const totalFen = record?.schedule.reduce((sum, row) => sum + row.paymentFen, 0) ?? 0;
  expect(Number(first?.agreedYuan)).toBeCloseTo(totalFen / 100, 2);
  expect((await supervisor.get<string>('exports/promises.csv')).body).toContain('promiseId');
});

test.each(['..%2f..%2fpackage.json', 'staff.csv', 'cases.csv%00', '%2e%2e%2fcases.csv', 'constructor'])(
  'there is no export %s',
  async (name) => {
    expect((await supervisor.get(`exports/${name}`)).status).toBe(404);
  },
);

test('the supervisor sees which days of the calendar are done, what each did, and that none is due', async () => {
  const { body } = await supervisor.get<DailyList>('daily');
  expect(body.due).toEqual([]);
  expect(body.runs[0]).toMatchObject({ day: testDay });
  expect(body.runs[0]?.steps.every(({ isDone }) => isDone)).toBe(true);
  const agent = await house.staff('agent');
  expect((await agent.get('daily')).status).toBe(403);
});
