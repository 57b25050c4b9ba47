// simulations/…: a draft of offer limits beside another version, on seeded customers or on the bank's book.
import { type PolicyLimits, readPolicyLimits } from '../../../data/domain/limits/policyLimits';
import type { BookFacts } from '../../../data/domain/simulation/population/bookFacts';
import { newBreather } from '../../ops/breathe';
import { simulationRequestSchema } from '../contract/simulations';
import { Versions } from '../policies/versions';
import { ConsoleProblem, detail, invalid, notFound } from '../problems';
import type { SimulationRegistry } from '../simulate/console/registry';
import { bookFactsOf } from '../simulate/readFiles';
import { type StaffParts, staffAudit } from '../staffParts';
import { type Call, created, type Handle, ok } from './frame/call';
import { openStream } from './frame/sse';

/** Accounts of the book that are simulated at most; a larger book is taken evenly. */
const bookAccountsMax = 20_000;

export interface SimulationParts extends StaffParts {
  readonly simulations: SimulationRegistry;
}

async function limitsOf(versions: Versions, version: string, field: string): Promise<PolicyLimits> {
  const content = await versions.content(version);
  if (content === undefined) throw invalid(detail(field, 'unknownVersion'));
  const reading = readPolicyLimits(content);
  if (reading.kind === 'ok') return reading.limits;
  const details = reading.problems.map(({ field: path, reason }) => ({
    path: `${field}.${path}`,
    message: { 'zh-CN': reason, 'en-US': reason },
  }));
  throw new ConsoleProblem('invalid', { details });
}

async function bookOf({ repositories }: StaffParts, today: string): Promise<readonly BookFacts[]> {
  const facts: BookFacts[] = [];
  const breathe = newBreather();
  for await (const account of repositories.accounts.all()) {
    await breathe();
    if (account.pastDueSince === null || account.flags.length > 0) continue;
    const one = bookFactsOf(account, today);
    if (one.balanceFen > 0) facts.push(one);
  }
  const step = Math.max(1, facts.length / bookAccountsMax);
  return Array.from({ length: Math.ceil(facts.length / step) }, (_, n) => facts[Math.floor(n * step)]).filter(
    (one) => one !== undefined,
  );
}

async function start(parts: SimulationParts, call: Call) {
  const request = await call.body(simulationRequestSchema);
  const versions = new Versions(parts, 'offerLimits', call.today);
  const policy = await limitsOf(versions, request.version, 'version');
  const against = await limitsOf(versions, request.against, 'against');
  const book = request.kind === 'book' ? await bookOf(parts, call.today) : null;
  if (book?.length === 0) throw invalid(detail('kind', 'accountUnknown'));
  const customers = book === null ? request.customers : Math.min(request.customers, book.length);
  const { population } = parts.data;
  const job = { population, policy, against, customers, seeds: request.seeds, book, today: call.today };
  const simulation = await parts.simulations.start(request, job, call.username);
  await parts.store.transaction([staffAudit(parts, call, 'simulation.started', { ...request }, { id: simulation.id })]);
  return created({ id: simulation.id });
}

async function events({ simulations, clock }: SimulationParts, call: Call): Promise<undefined> {
  const id = call.param('id');
  const simulation = await simulations.get(id);
  if (simulation === undefined) throw notFound();
  const stop = simulations.listeners.listen(id, (event) => {
    stream.send(event.type, event);
    if (event.type === 'done') stream.close();
  });
  const stream = openStream(
    call.req,
    call.res,
    () => ({ now: clock() }),
    () => stop(),
  );
  stream.send('progress', { type: 'progress', id, progress: simulation.progress });
  if (simulation.status !== 'running') {
    stream.send('done', { type: 'done', id, status: simulation.status });
    stream.close();
  }
  return undefined;
}

export const simulationHandlers = (parts: SimulationParts) =>
  ({
    simulations: async () =>
      ok({ simulations: (await parts.simulations.list()).map(({ result: _result, ...rest }) => rest) }),
    simulate: (call) => start(parts, call),
    async simulation(call) {
      const simulation = await parts.simulations.get(call.param('id'));
      if (simulation === undefined) throw notFound();
      return ok(simulation);
    },
    simulationEvents: (call) => events(parts, call),
    async cancelSimulation(call) {
      const simulation = await parts.simulations.cancel(call.param('id'));
      if (simulation === undefined) throw notFound();
      return ok(simulation);
    },
  }) satisfies Readonly<Record<string, Handle>>;
