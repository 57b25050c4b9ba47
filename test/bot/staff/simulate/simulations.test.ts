// A maker tries a draft on seeded customers and on the book before anyone approves it.

import { newLog } from '../../../../bot/ops/log';
import type { PolicyDocument } from '../../../../bot/staff/contract/policies';
import type { Simulation, SimulationList, SimulationStarted } from '../../../../bot/staff/contract/simulations';
import { picturesOf } from '../../../../bot/staff/simulate/console/pictures';
import { SimulationRegistry } from '../../../../bot/staff/simulate/console/registry';
import type { Runner, SimulationOutcome } from '../../../../bot/staff/simulate/console/runner';
import { runSimulation } from '../../../../bot/staff/simulate/runSimulation';
import offerLimits from '../../../../data/policy/offerLimits.json';
import { MemoryStore } from '../../../../data/store/memoryStore';
import { shippedLimits, shippedPopulations } from '../../../data/domain/simulation/shipped';
import { testNow } from '../../support/runningHouse';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';

jest.setTimeout(120_000);
let house: ConsoleHouse;
beforeAll(async () => {
  house = await startConsole();
});
afterAll(() => house.stop());

async function finished(id: string): Promise<Simulation> {
  const maker = await house.staff('maker');
  const response = await fetch(`${house.address}/console/api/simulations/${id}/events`, {
    headers: { cookie: maker.cookie },
  });
  const events = await response.text();
  expect(events).toContain('event: done');
  return (await maker.get<Simulation>(`simulations/${id}`)).body;
}

test.each(['population', 'book'] as const)('a draft is simulated against today’s version on the %s', async (kind) => {
  const maker = await house.staff('maker');
  const draft = await maker.post<PolicyDocument>('policies/offerLimits/drafts', {
    basedOn: offerLimits.version,
    value: { ...offerLimits, roundsMax: 4 },
    reason: 'fewer rounds',
  });
  const { version } = draft.body.summary;
  const started = await maker.post<SimulationStarted>('simulations', {
    kind,
    version,
    against: offerLimits.version,
    customers: 20,
    seeds: [1],
  });
  expect(started.status).toBe(201);
  const simulation = await finished(started.body.id);
  expect(simulation).toMatchObject({ status: 'done', progress: 1, failure: null, startedBy: 'maker' });
  expect(simulation.result?.version.policyVersion).toBe(version);
  expect(simulation.result?.against.policyVersion).toBe(offerLimits.version);
  const { body } = await maker.get<SimulationList>('simulations');
  expect(body.simulations.map(({ id }) => id)).toContain(simulation.id);
});

test('a version that does not exist, and a draft that breaks the law, are refused with the field', async () => {
  const maker = await house.staff('maker');
  const ask = { kind: 'population', against: offerLimits.version, customers: 1, seeds: [1] };
  expect((await maker.post('simulations', { ...ask, version: 'nothing' })).status).toBe(422);
  const draft = await maker.post<PolicyDocument>('policies/offerLimits/drafts', {
    basedOn: offerLimits.version,
    value: { ...offerLimits, quoteValidDays: 0 },
    reason: 'wrong',
  });
  expect((await maker.post('simulations', { ...ask, version: draft.body.summary.version })).status).toBe(422);
});

test('what a change of limits does is told in people and in yuan, by segment and in all', async () => {
  const longer = shippedLimits();
  const shorter = {
    ...longer,
    version: 'shorter',
    segments: longer.segments.map((segment) => ({ ...segment, instalmentCounts: [6, 12] })),
  };
  const run = await runSimulation({
    population: shippedPopulations(),
    policy: shorter,
    against: longer,
    customers: 60,
    seeds: [2],
    withStress: false,
  });
  const [all, ...segments] = picturesOf(run.cases).effects ?? [];
  const before = run.againstCases === null ? undefined : picturesOf(run.againstCases).effects?.[0];
  expect(all).toMatchObject({ segmentId: null, customers: 60 });
  expect(segments.reduce((sum, { valueFen }) => sum + valueFen, 0)).toBeCloseTo(all?.valueFen ?? 0, -1);
  expect(all?.signed).toBeLessThan(before?.signed ?? 0);
  expect(all?.valueFen).toBeLessThan(before?.valueFen ?? 0);
  expect(all?.valueFen).toBeLessThanOrEqual(all?.possibleFen ?? 0);
});

describe('the registry', () => {
  const request = { kind: 'population' as const, version: 'a', against: 'b', customers: 1, seeds: [1] };
  const outcome = { version: { policyVersion: 'a' }, against: { policyVersion: 'b' } } as unknown as SimulationOutcome;
  const job = {} as never;

  function start() {
    const store = new MemoryStore();
    const control: { finish(): void; fail(): void; progress(share: number): void; stopped: boolean } = {
      finish: () => undefined,
      fail: () => undefined,
      progress: () => undefined,
      stopped: false,
    };
    const runner: Runner = (_job, onProgress) => {
      control.progress = onProgress;
      const promise = new Promise<SimulationOutcome>((resolve, reject) => {
        control.finish = () => resolve(outcome);
        control.fail = () => reject(new Error('out of memory'));
      });
      return {
        outcome: promise,
        stop: async () => {
          control.stopped = true;
        },
      };
    };
    const parts = { store, log: newLog('silent'), runner, clock: () => testNow };
    return { registry: new SimulationRegistry(parts), again: () => new SimulationRegistry(parts), control };
  }

  test('tells progress as it comes, runs one at a time, and keeps the result', async () => {
    const { registry, control } = start();
    const { id } = await registry.start(request, job, 'mei');
    const heard: number[] = [];
    registry.listeners.listen(id, (event) => event.type === 'progress' && heard.push(event.progress));
    control.progress(0.25);
    control.progress(0.1);
    control.progress(0.5);
    expect(heard).toEqual([0.25, 0.25, 0.5]);
    await expect(registry.start(request, job, 'mei')).rejects.toMatchObject({ code: 'unavailable' });
    control.finish();
    await new Promise(setImmediate);
    expect(await registry.get(id)).toMatchObject({ status: 'done', result: outcome });
  });

  test('a failure is kept with its reason; one that is cancelled is stopped', async () => {
    const { registry, control } = start();
    const failing = await registry.start(request, job, 'mei');
    control.fail();
    await new Promise(setImmediate);
    expect(await registry.get(failing.id)).toMatchObject({ status: 'failed', failure: 'out of memory' });
    const cancelled = await registry.start(request, job, 'mei');
    await registry.cancel(cancelled.id);
    expect(control.stopped).toBe(true);
    expect(await registry.get(cancelled.id)).toMatchObject({ status: 'cancelled' });
  });

  test('one that was running when the process ended is told as failed after the next start', async () => {
    const { registry, again } = start();
    const { id } = await registry.start(request, job, 'mei');
    expect(await again().get(id)).toMatchObject({ status: 'failed', failure: 'restarted' });
  });
});
