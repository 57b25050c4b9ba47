// From facts to the numbers of the dashboard: all together, and by group.
import { addDays } from '../../../../data/domain/calendar/calendar';
import { newBreather } from '../../../ops/breathe';
import type { Dashboard, DashboardNumbers, DashboardQuery } from '../../contract/dashboard';
import { type Fact, type Facts, keyOf } from './facts';

/** The middle one; of an even number the mean of the two in the middle. */
function median(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

const nothing = {
  customerTurns: 0,
  understood: 0,
  notUnderstood: 0,
  agreements: 0,
  agreementsKept: 0,
  agreementsBroken: 0,
  promises: 0,
  promisesKept: 0,
  promisesBroken: 0,
  agreedBalanceFen: 0,
  recoveredFen: 0,
  handovers: 0,
  complaints: 0,
  guardBlocks: 0,
  held: 0,
  heldReleased: 0,
  heldDeclined: 0,
};

/** Counts facts one by one: everything that the dashboard says of a group. */
class Count {
  private readonly sums = { ...nothing };
  private readonly talked = new Set<string>();
  private readonly offered = new Set<string>();
  private readonly waitedSeconds: number[] = [];

  add(fact: Fact): void {
    const { sums } = this;
    switch (fact.kind) {
      case 'turn':
        this.talked.add(fact.conversation);
        sums.customerTurns += 1;
        if (fact.understood !== null) sums[fact.understood ? 'understood' : 'notUnderstood'] += 1;
        return;
      case 'offered':
        this.offered.add(fact.conversation);
        return;
      case 'agreement':
        sums.agreements += 1;
        if (fact.standing !== 'neither') sums[fact.standing === 'kept' ? 'agreementsKept' : 'agreementsBroken'] += 1;
        sums.agreedBalanceFen += fact.balanceFen;
        sums.recoveredFen += fact.paidFen;
        return;
      case 'promise':
        sums.promises += 1;
        if (fact.standing !== 'neither') sums[fact.standing === 'kept' ? 'promisesKept' : 'promisesBroken'] += 1;
        return;
      case 'handover':
        sums.handovers += 1;
        return;
      case 'waited':
        this.waitedSeconds.push(fact.seconds);
        return;
      case 'complaint':
        sums.complaints += 1;
        return;
      case 'guardBlock':
        sums.guardBlocks += 1;
        return;
      case 'held':
      case 'heldReleased':
      case 'heldDeclined':
        sums[fact.kind] += 1;
    }
  }

  numbers(): DashboardNumbers {
    const waited = this.waitedSeconds.sort((a, b) => a - b);
    return {
      ...this.sums,
      conversations: this.talked.size,
      offered: this.offered.size,
      waitingSecondsMedian: median(waited),
      waitingSecondsMax: waited.at(-1) ?? null,
    };
  }
}

function daysBetween({ from, to }: DashboardQuery): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

export async function dashboardOf(all: Facts, query: DashboardQuery): Promise<Dashboard> {
  const { from, to, group } = query;
  // A day on which nothing happened is a day with noughts, not a gap in the picture.
  const byKey = new Map(group === 'day' ? daysBetween(query).map((day) => [day, new Count()]) : []);
  const totals = new Count();
  const breathe = newBreather();
  for (const fact of all.facts) {
    await breathe();
    const key = keyOf(all, fact, group);
    const count = byKey.get(key) ?? new Count();
    byKey.set(key, count);
    count.add(fact);
    totals.add(fact);
  }
  const rows = [...byKey]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, count]) => ({ key, numbers: count.numbers() }));
  return { from, to, group, totals: totals.numbers(), rows };
}
