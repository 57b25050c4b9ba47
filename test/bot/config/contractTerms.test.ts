// The bank's own contract terms are read from their file: a term that is wrong stops the start, a term that differs is kept.
import { parse } from 'csv-parse/sync';
import { readShippedData } from '../../../bot/config/shippedData';
import { arrangementState } from '../../../data/domain/arrangement/arrangement';
import { contractTermsSchema } from '../../../data/domain/money/contractTerms';
import shipped from '../../../data/policy/contractTerms.json';
import { type ConsoleHouse, startConsole } from '../staff/support/consoleHouse';

test('the shipped terms are what the house goes by, each with its source', () => {
  expect(readShippedData().contract).toEqual(shipped);
  expect(Object.keys(shipped.sources).sort()).toEqual(
    Object.keys(shipped)
      .filter((name) => name !== 'sources')
      .sort(),
  );
});

const { source: _, ...unsourced } = shipped.sources.graceDays;
test.each<readonly [string, object, string]>([
  ['days of grace below none', { graceDays: -1 }, 'graceDays'],
  ['half a day of grace', { graceDays: 2.5 }, 'graceDays'],
  ['a shortfall in words', { graceShortfallFen: '10' }, 'graceShortfallFen'],
  ['a late charge above what the law knows', { lateChargeShare: 0.06 }, 'lateChargeShare'],
  ['a minimum of no principal', { minimumPrincipalShare: 0 }, 'minimumPrincipalShare'],
  ['a floor below nothing', { minimumDueFloorFen: -1 }, 'minimumDueFloorFen'],
  ['a figure without a source', { sources: { ...shipped.sources, graceDays: unsourced } }, 'sources.graceDays.source'],
  ['sources of some figures only', { sources: { graceDays: shipped.sources.graceDays } }, 'sources.graceShortfallFen'],
  ['a misspelt name', { graceDay: 3 }, ''],
])('a file with %s is refused by name', (_name, change, field) => {
  const read = contractTermsSchema.safeParse({ ...shipped, ...change });
  expect(read.error?.issues.map(({ path }) => path.join('.'))).toContain(field);
});

describe('a bank that gives 31 days of grace', () => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    const data = readShippedData();
    house = await startConsole({}, undefined, { ...data, contract: { ...data.contract, graceDays: 31 } });
  });
  afterAll(() => house.stop());

  test('a clerk exports no missed instalment of a customer who is twelve days late', async () => {
    const record = await house.house.repositories.arrangements.get('AG-DEMO-01');
    if (record === undefined) throw new Error('the persona with a missed instalment ships');
    expect(arrangementState(record, '2026-11-23', { ...shipped, graceDays: 3 }).missedFen).toBeGreaterThan(0);
    const client = await house.staff('supervisor');
    const { body } = await client.get<string>('exports/arrangements.csv');
    const rows = parse(body, { bom: true, columns: true }) as { agreementNumber: string; missedYuan: string }[];
    expect(rows.find(({ agreementNumber }) => agreementNumber === 'AG-DEMO-01')?.missedYuan).toBe('0.00');
  });
});
