// The dashboard's numbers are counted again here, from the raw records and in another way, and must come out the same.

import { collectFacts } from '../../../../bot/staff/console/dashboard/collect';
import { dashboardOf } from '../../../../bot/staff/console/dashboard/count';
import type { Dashboard, DashboardGroup } from '../../../../bot/staff/contract/dashboard';
import { startEmulator } from '../../support/emulator';
import { testDay } from '../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import { account, days, expected, filledStore, noon, type Talk, talks } from '../support/countedTalks';

let house: ConsoleHouse;
beforeAll(async () => {
  house = await startConsole();
});
afterAll(() => house.stop());

const groups: readonly (readonly [DashboardGroup, (talk: Talk) => string])[] = [
  ['day', (talk) => talk.day],
  ['language', (talk) => talk.locale],
  ['policyVersion', (talk) => talk.version],
];

test.each(groups)('by %s, each row and the totals are what the records hold', async (group, keyOf) => {
  const parts = await filledStore();
  for (const [from, to] of [
    [days[0], days[3]],
    [days[1], days[2]],
  ]) {
    if (from === undefined || to === undefined) throw new Error('a period has two ends');
    const inPeriod = talks.filter((talk) => talk.day >= from && talk.day <= to);
    const facts = await collectFacts(parts, { from, to }, testDay);
    const dashboard = await dashboardOf(facts, { from, to, group });
    expect(dashboard.totals).toMatchObject(expected(inPeriod));
    const known = dashboard.rows.filter(({ key }) => key !== '');
    expect(known.map(({ key }) => key)).toEqual([...new Set(inPeriod.map(keyOf))].sort());
    for (const { key, numbers } of known)
      expect(numbers).toMatchObject(expected(inPeriod.filter((talk) => keyOf(talk) === key)));
  }
});

test('the segment is the one of the limits that the engine used', async () => {
  const parts = await filledStore();
  const { offerLimits } = parts.data;
  await parts.repositories.audit.append({
    type: 'negotiation.move',
    conversationId: 'segmented',
    turnNumber: 1,
    at: noon(days[3], 1),
    customerId: null,
    inputs: { account, policyVersion: offerLimits.version },
    decision: { move: { kind: 'offer', offers: [{ number: 1 }] } },
  });
  const facts = await collectFacts(parts, { from: days[0], to: days[3] }, testDay);
  const { rows } = await dashboardOf(facts, { from: days[0], to: days[3], group: 'segment' });
  const fits = offerLimits.segments.filter(
    (one) =>
      one.daysPastDueMin <= 100 &&
      one.daysPastDueMax >= 100 &&
      one.balanceFenMin <= account.balanceFen &&
      one.balanceFenMax >= account.balanceFen,
  );
  expect(rows.find(({ key }) => key === fits[0]?.segmentId)?.numbers.offered).toBe(1);
});

test('agreements, what was owed on them and what was paid since, come from the records', async () => {
  const records = [];
  for await (const record of house.house.repositories.arrangements.all()) records.push(record);
  const first = records.map(({ signedOn }) => signedOn).sort()[0] ?? testDay;
  const signed = records.filter(({ signedOn }) => signedOn >= first && signedOn <= testDay);
  expect(signed.length).toBeGreaterThan(0);
  const auditor = await house.staff('auditor');
  const { status, body } = await auditor.get<Dashboard>(`dashboard?from=${first}&to=${testDay}&group=language`);
  expect(status).toBe(200);
  let [owed, paid] = [0, 0];
  for (const { balances, schedule } of signed) {
    for (const { principalFen, interestFen, feesFen } of balances) owed += principalFen + interestFen + feesFen;
    for (const row of schedule) paid += row.paidFen;
  }
  expect(body.totals).toMatchObject({ agreements: signed.length, agreedBalanceFen: owed, recoveredFen: paid });
});

test('a real conversation is counted: its language, what was understood, and its handover', async () => {
  const emulator = await startEmulator(() => house.address);
  const maker = await house.staff('maker');
  const at = `dashboard?from=${testDay}&to=${testDay}&group=language`;
  const before = (await maker.get<Dashboard>(at)).body.totals;
  const customer = emulator.conversation();
  await customer.say('你好');
  await customer.say('blargh');
  await customer.say('转人工');
  await emulator.close();
  const { totals, rows } = (await maker.get<Dashboard>(at)).body;
  expect(totals.conversations).toBe(before.conversations + 1);
  expect(totals.customerTurns).toBe(before.customerTurns + 3);
  expect(totals.understood).toBe(before.understood + 2);
  expect(totals.notUnderstood).toBe(before.notUnderstood + 1);
  expect(totals.handovers).toBe(before.handovers + 1);
  expect(rows.find(({ key }) => key === 'zh-CN')?.numbers.customerTurns).toBeGreaterThanOrEqual(3);
});

test.each([
  ['2026-11-02', '2026-11-01', 'day'],
  ['2025-01-01', '2026-11-01', 'day'],
  ['yesterday', '2026-11-01', 'day'],
  ['2026-11-01', '2026-11-02', 'shoeSize'],
])('a period from %s to %s by %s is refused', async (from, to, group) => {
  const auditor = await house.staff('auditor');
  expect((await auditor.get(`dashboard?from=${from}&to=${to}&group=${group}`)).status).toBe(422);
});
