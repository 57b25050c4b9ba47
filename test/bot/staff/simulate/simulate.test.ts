// The command and its callable form: the JSON that the design promises, files refused by name, a bank's own book, the page.
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readPopulationFile } from '../../../../bot/config/shippedData';
import { resultPage } from '../../../../bot/staff/simulate/page/resultPage';
import { readBookFile, readPolicyFile } from '../../../../bot/staff/simulate/readFiles';
import { runSimulation } from '../../../../bot/staff/simulate/runSimulation';
import { resultTable } from '../../../../bot/staff/simulate/table';
import { baselineNames } from '../../../../data/domain/simulation/baselines';

const policyFolder = join(__dirname, '..', '..', '..', '..', 'data', 'policy');
const population = readPopulationFile(join(policyFolder, 'population.json'));
const policy = readPolicyFile(join(policyFolder, 'offerLimits.json'));
const folder = mkdtempSync(join(tmpdir(), 'simulate-'));

function written(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

test('a run ends with the object that the design promises', async () => {
  const shares: number[] = [];
  const { result, cases, against } = await runSimulation({
    population,
    policy,
    customers: 12,
    seeds: [1, 2],
    onProgress: (share) => shares.push(share),
  });
  expect(result).toMatchObject({ policyVersion: policy.version, customers: 12, seeds: [1, 2], languageLoss: null });
  for (const surplus of [result.surplusCaptured, ...Object.values(result.stress)]) {
    expect(Object.keys(surplus.baselines)).toEqual([...baselineNames]);
    for (const { mean, low, high } of [surplus.engine, ...Object.values(surplus.baselines)]) {
      expect(low).toBeLessThanOrEqual(mean + 1e-12);
      expect(high).toBeGreaterThanOrEqual(mean - 1e-12);
    }
  }
  expect(Object.keys(result.stress)).toHaveLength(5);
  expect(Object.keys(result.turns)).toEqual(['median', 'p95']);
  expect(Object.keys(result.gates)).toHaveLength(12);
  expect(cases.rows).toHaveLength(24);
  expect(against).toBeNull();
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(resultTable(result)).toContain('ungatedBayes');
});

test('drawn populations are told one by one, with their mean and the worst', async () => {
  const { result } = await runSimulation({
    population,
    policy,
    customers: 30,
    seeds: [1],
    withStress: false,
    drawn: [1, 2, 3],
  });
  const { worlds } = result;
  expect(worlds?.each.map(({ seed, kind }) => `${seed} ${kind}`)).toEqual(['1 middle', '2 fragile', '3 calm']);
  const captured = worlds?.each.map(({ surplusCaptured }) => surplusCaptured.engine.mean) ?? [];
  expect(worlds?.worst).toBe(Math.min(...captured));
  expect(worlds?.mean).toBeCloseTo(captured.reduce((sum, one) => sum + one, 0) / 3, 12);
  expect(resultTable(result)).toContain('random:2 fragile');
});

test('a second policy meets the same customers', async () => {
  const shorter = {
    ...policy,
    version: 'shorter',
    segments: policy.segments.map((segment) => ({ ...segment, instalmentCounts: [6, 12] })),
  };
  const run = await runSimulation({
    population,
    policy,
    against: shorter,
    customers: 40,
    seeds: [3],
    withStress: false,
  });
  expect(run.against?.policyVersion).toBe('shorter');
  expect(run.against?.agreementRate).toBeLessThan(run.result.agreementRate);
  expect(run.result.stress).toEqual({});
});

test('the page stands on its own: pictures inside, nothing fetched, names made safe', async () => {
  const run = await runSimulation({
    population,
    policy: { ...policy, version: '<script>alert(1)</script>' },
    customers: 30,
    seeds: [4],
    withStress: false,
  });
  const page = resultPage(run);
  expect(page.match(/<svg /g)?.length).toBeGreaterThanOrEqual(7);
  expect(page).not.toMatch(/<script|<link|src=|@import|url\((?!#)/);
  expect(page.replaceAll('http://www.w3.org/', '')).not.toMatch(/https?:\/\//);
});

test('a file that is no population, no policy or no JSON is refused by name and field', () => {
  const wrong = JSON.parse(readFileSync(join(policyFolder, 'population.json'), 'utf8'));
  wrong.person.patience = { min: 9, max: 1 };
  expect(() => readPopulationFile(written('wrong.json', JSON.stringify(wrong)))).toThrow(/person\.patience/);
  expect(() => readPopulationFile(written('text.json', 'no json'))).toThrow(/not JSON/);
  expect(() => readPopulationFile(join(folder, 'missing.json'))).toThrow(/cannot be read/);
  expect(() => readPolicyFile(written('policy.json', '{"version":"x"}'))).toThrow(/segments/);
});

const header =
  'accountId,customerId,idTail,phone,cardTail,asOf,principal,interest,fees,minimumDue,dueDay,pastDueSince,salaryCredits,documentedMonthlyCapacity,flags';
const bookRows = [
  'A1,C1,1234,13800000001,1111,2026-11-01,20000,4000,1000,2000,20,2026-03-20,,,',
  'A2,C2,1235,13800000002,2222,2026-11-01,8000,300,0,800,20,2026-10-20,6000;6100;5900,,',
  'A3,C3,1236,13800000003,3333,2026-11-01,5000,100,0,500,20,,,,',
  'A4,C4,1237,13800000004,4444,2026-11-01,9000,100,0,500,20,2026-05-20,,,dispute',
  'A5,C5,1238,13800000005,5555,2026-11-01,30000,900,0,900,20,2026-08-20,,1500,',
];

test('of a book only accounts that are late and free to negotiate are simulated, with their own figures', async () => {
  const path = written('accounts.csv', [header, ...bookRows].join('\n'));
  const payments = written(
    'payments.csv',
    'paymentId,accountId,paidOn,amount\nP1,A1,2026-10-01,600\nP2,A1,2026-11-05,600\n',
  );
  const book = readBookFile(path, payments, '2026-11-23');
  expect(book.map(({ principalFen, daysPastDue }) => [principalFen > 0, daysPastDue])).toEqual([
    [true, 248],
    [true, 34],
    [true, 95],
  ]);
  expect(book[0]?.known?.paidMonthlyFen).toBe(20000);
  const { cases } = await runSimulation({ population, policy, book, customers: 9, seeds: [1], withStress: false });
  expect(new Set(cases.rows.map((row) => row.daysPastDue))).toEqual(new Set([248, 34, 95]));
  // What was paid lately could be paid.
  for (const row of cases.rows.filter((one) => one.daysPastDue === 248))
    expect(row.capacityFen).toBeGreaterThanOrEqual(20000);
});

test('a wrong row of a book is refused with its line', () => {
  const path = written(
    'wrong.csv',
    [header, 'A1,C1,1234,13800000001,1111,2026-11-01,many,0,0,0,20,2026-03-20,,,'].join('\n'),
  );
  expect(() => readBookFile(path, undefined, '2026-11-23')).toThrow(/line 2, principal/);
});

test('customers who type end as they would with structured acts, or the reply that went wrong is listed', async () => {
  const { result } = await runSimulation({
    population,
    policy,
    customers: 10,
    seeds: [2],
    withStress: false,
    channel: 'text',
  });
  expect(result.channel).toBe('text');
  expect(result.languageLoss).not.toBeNull();
  expect(result.text?.customers).toBe(10);
  expect(result.text?.surplus).toBeGreaterThan(0.5);
  expect(resultTable(result)).toContain('Typed by 10 customers');
});
