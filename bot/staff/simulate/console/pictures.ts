// What the console draws of a simulation besides its figures: how conversations end in each segment, and each signed plan
// as a point of capacity and instalment.
import type { StretchResult } from '../../../../data/domain/simulation/simulateCases';
import type { SegmentEndings, SignedPoint, SimulationPictures } from '../../contract/simulations';

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

export const picturesOf = (cases: StretchResult): SimulationPictures => ({
  bySegment: endingsBySegment(cases),
  points: signedPoints(cases),
});
