// From facts to the numbers of the dashboard: all together, and by group.
import { addDays } from '../../../../data/domain/calendar/calendar';
import type { Dashboard, DashboardNumbers, DashboardQuery } from '../../contract/dashboard';
import { type Fact, type Facts, keyOf } from './facts';

type Of<Kind extends Fact['kind']> = Extract<Fact, { kind: Kind }>;

const only = <Kind extends Fact['kind']>(facts: readonly Fact[], kind: Kind): readonly Of<Kind>[] =>
  facts.filter((fact): fact is Of<Kind> => fact.kind === kind);
const conversationsIn = (facts: readonly Fact[]): number => new Set(facts.map((fact) => fact.conversation)).size;
const sum = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((total, item) => total + value(item), 0);

/** The middle one; of an even number the mean of the two in the middle. */
function median(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

export function numbersOf(facts: readonly Fact[]): DashboardNumbers {
  const turns = only(facts, 'turn');
  const agreements = only(facts, 'agreement');
  const promises = only(facts, 'promise');
  const waited = only(facts, 'waited')
    .map(({ seconds }) => seconds)
    .sort((a, b) => a - b);
  return {
    conversations: conversationsIn(turns),
    customerTurns: turns.length,
    understood: turns.filter(({ understood }) => understood === true).length,
    notUnderstood: turns.filter(({ understood }) => understood === false).length,
    offered: conversationsIn(only(facts, 'offered')),
    agreements: agreements.length,
    agreementsKept: agreements.filter(({ standing }) => standing === 'kept').length,
    agreementsBroken: agreements.filter(({ standing }) => standing === 'broken').length,
    promises: promises.length,
    promisesKept: promises.filter(({ standing }) => standing === 'kept').length,
    promisesBroken: promises.filter(({ standing }) => standing === 'broken').length,
    agreedBalanceFen: sum(agreements, ({ balanceFen }) => balanceFen),
    recoveredFen: sum(agreements, ({ paidFen }) => paidFen),
    handovers: only(facts, 'handover').length,
    waitingSecondsMedian: median(waited),
    waitingSecondsMax: waited.at(-1) ?? null,
    complaints: only(facts, 'complaint').length,
    guardBlocks: only(facts, 'guardBlock').length,
  };
}

function daysBetween({ from, to }: DashboardQuery): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

export function dashboardOf(all: Facts, query: DashboardQuery): Dashboard {
  const { from, to, group } = query;
  // A day on which nothing happened is a day with noughts, not a gap in the picture.
  const byKey = new Map<string, Fact[]>(group === 'day' ? daysBetween(query).map((day) => [day, []]) : []);
  for (const fact of all.facts) {
    const key = keyOf(all, fact, group);
    const list = byKey.get(key) ?? [];
    byKey.set(key, list);
    list.push(fact);
  }
  const rows = [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, facts]) => ({ key, numbers: numbersOf(facts) }));
  return { from, to, group, totals: numbersOf(all.facts), rows };
}
