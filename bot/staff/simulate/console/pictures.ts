// What the console draws of a simulation besides its figures: what limits do to people and to value, how conversations end in
// each segment, and each signed plan as a point of capacity and instalment.
import type { Ending } from '../../../../data/domain/simulation/conversation';
import { affordableBurden, signedPlans } from '../../../../data/domain/simulation/result/gates';
import { total } from '../../../../data/domain/simulation/result/sums';
import type { CaseRow, StretchResult } from '../../../../data/domain/simulation/simulateCases';
import type { SegmentEndings, SignedPoint, SimulationEffect, SimulationPictures } from '../../contract/simulations';

const pointsMax = 600;

function endingsBySegment({ rows }: StretchResult): SegmentEndings[] {
  const segments = new Map<string, SegmentEndings & { endings: Record<string, number> }>();
  for (const { segmentId, outcomes } of rows) {
    const ending = outcomes[0]?.ending ?? 'left';
    const known = segments.get(segmentId) ?? { segmentId, customers: 0, endings: {} };
    known.endings[ending] = (known.endings[ending] ?? 0) + 1;
    segments.set(segmentId, { ...known, customers: known.customers + 1 });
  }
  return [...segments.values()].sort((a, b) => a.segmentId.localeCompare(b.segmentId));
}

/** Evenly drawn from all signed cases, so that a large simulation makes no larger picture. */
function signedPoints({ rows }: StretchResult): SignedPoint[] {
  const all = rows.flatMap(({ capacityFen, outcomes }) => {
    const plan = outcomes[0]?.plan;
    return plan == null ? [] : [{ capacityFen, instalmentFen: plan.instalmentFen, kept: plan.brokenAt === null }];
  });
  const step = Math.max(1, Math.ceil(all.length / pointsMax));
  return all.filter((_, index) => index % step === 0);
}

function effectOf(rows: readonly CaseRow[]): SimulationEffect {
  const outcomes = rows.flatMap(({ outcomes: [engine] }) => engine ?? []);
  const plans = signedPlans(rows);
  const ending = (name: Ending) => outcomes.filter((one) => one.ending === name).length;
  const sum = (of: (row: CaseRow) => number) => Math.round(total(rows.map(of)));
  return {
    customers: rows.length,
    signed: plans.length,
    affordable: plans.filter(({ burden }) => burden <= affordableBurden).length,
    kept: plans.filter(({ brokenAt }) => brokenAt === null).length,
    hardship: ending('hardship'),
    refused: ending('refuse'),
    left: ending('left'),
    costFen: sum(({ balanceFen, outcomes: [engine] }) =>
      engine?.plan == null ? 0 : engine.plan.totalFen - balanceFen,
    ),
    paidFen: total(plans.map(({ paidFen }) => paidFen)),
    valueFen: sum(({ silentFen, outcomes: [engine] }) => (engine?.worthFen ?? silentFen) - silentFen),
    possibleFen: sum(({ silentFen, oracleFen }) => oracleFen - silentFen),
  };
}

/** Of all customers first, then of each segment. */
function effects({ rows }: StretchResult): NonNullable<SimulationPictures['effects']> {
  const segments = [...new Set(rows.map(({ segmentId }) => segmentId))].sort();
  const inSegment = (id: string) => rows.filter(({ segmentId }) => segmentId === id);
  return [
    { segmentId: null, ...effectOf(rows) },
    ...segments.map((segmentId) => ({ segmentId, ...effectOf(inSegment(segmentId)) })),
  ];
}

export const picturesOf = (cases: StretchResult): SimulationPictures => ({
  effects: effects(cases),
  bySegment: endingsBySegment(cases),
  points: signedPoints(cases),
});
