// A newcomer's first dashboard is not empty: an invented week with every kind of number, by decisions that a replay repeats.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readShippedData } from '../../../../bot/config/shippedData';
import type { Dashboard } from '../../../../bot/staff/contract/dashboard';
import { negotiableAccountSchema } from '../../../../data/domain/account/account';
import { addDays } from '../../../../data/domain/calendar/calendar';
import { customerTurnSchema } from '../../../../data/domain/customer/customerTurn';
import { negotiationSchema } from '../../../../data/domain/negotiation/negotiation';
import { nextMove } from '../../../../data/domain/negotiation/nextMove';
import { rehearseYes } from '../../../../data/domain/negotiation/signing/signingProof';
import { personas } from '../../../../data/seed/persona';
import { seedSampleWeek } from '../../../../data/seed/sampleWeek';
import { seedDemo } from '../../../../data/seed/seedDemo';
import { LowdbStore } from '../../../../data/store/lowdb/lowdbStore';
import { testDay } from '../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';

let house: ConsoleHouse;
beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'assistant-week-'));
  const store = await LowdbStore.open(folder);
  await seedDemo(store, testDay);
  expect(await seedSampleWeek(store, testDay)).toBe(true);
  expect(await seedSampleWeek(store, testDay)).toBe(false);
  await store.close();
  house = await startConsole({}, folder);
});
afterAll(() => house.stop());

const week = `from=${addDays(testDay, -7)}&to=${addDays(testDay, -1)}`;

test('the week before the first day has conversations, offers, agreements, promises kept and broken, and waiting times', async () => {
  const maker = await house.staff('maker');
  const { body } = await maker.get<Dashboard>(`dashboard?${week}&group=day`);
  expect(body.totals).toMatchObject({
    conversations: 17,
    notUnderstood: 3,
    agreements: 4,
    agreementsKept: 4,
    promises: 5,
    promisesKept: 2,
    promisesBroken: 2,
    handovers: 4,
    complaints: 1,
    guardBlocks: 1,
    recoveredFen: 130_000,
    waitingSecondsMedian: 175,
    waitingSecondsMax: 320,
  });
  expect(body.totals.offered).toBeGreaterThanOrEqual(5);
  expect(body.totals.agreedBalanceFen).toBeGreaterThan(0);
  expect(body.rows.every(({ numbers }) => numbers.conversations > 0)).toBe(true);
  const languages = (await maker.get<Dashboard>(`dashboard?${week}&group=language`)).body.rows.map(({ key }) => key);
  expect(languages).toEqual(['en-US', 'zh-CN']);
  const segments = (await maker.get<Dashboard>(`dashboard?${week}&group=segment`)).body.rows;
  expect(segments.filter(({ key }) => key !== '').length).toBeGreaterThan(1);
});

test('each decision comes out the same when it is taken again, and the chain is whole', async () => {
  const { audit, arrangements } = house.house.repositories;
  const { offerLimits } = readShippedData();
  expect((await audit.verifyChain()).kind).toBe('whole');
  const entries = await audit.read(1, 1000);
  const moves = entries.filter(({ event }) => event.type === 'negotiation.move');
  expect(moves.length).toBeGreaterThan(15);
  for (const { event } of moves) {
    const negotiation = negotiationSchema.parse(event.inputs.negotiation);
    const turn = customerTurnSchema.parse(event.inputs.turn);
    const account = negotiableAccountSchema.parse(event.inputs.account);
    const proof = rehearseYes(negotiation.signing, turn);
    expect(event.inputs.consent).toEqual(proof === null ? null : { kind: 'rehearsal' });
    const again = nextMove(negotiation, turn, account, offerLimits, String(event.inputs.today), proof);
    expect(JSON.parse(JSON.stringify(again.move))).toEqual(event.decision.move);
  }
  for (const { event } of entries.filter(({ event: { type } }) => type === 'signed')) {
    const record = await arrangements.get(String(event.decision.agreementNumber));
    expect(event.inputs.offerHash).toBe(record?.offerHash);
    expect(event.inputs.terms).toMatchObject({ offer: record?.offer });
  }
  const times = entries.map(({ event }) => Date.parse(event.at));
  expect(times).toEqual(times.toSorted((a, b) => a - b));
});

test('nobody to try is touched, and the queue is empty', async () => {
  const { repositories } = house.house;
  for (const { customer, accounts } of personas) {
    expect(await repositories.promises.ofCustomer(customer.customerId)).toEqual([]);
    for (const { cardTail } of accounts)
      expect(await repositories.customers.withEndings(cardTail, customer.idTail, repositories.accounts)).toMatchObject({
        customerId: customer.customerId,
      });
  }
  const agent = await house.staff('agent');
  expect((await agent.get<{ items: unknown[] }>('desk/queue')).body.items).toEqual([]);
});
