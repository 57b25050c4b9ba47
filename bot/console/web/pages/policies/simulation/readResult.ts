// What the pictures need of a simulator's result, read with care: a picture whose figures are not there is left out.
import type { SimulationResult } from '../../../../../../data/domain/simulation/simulationResult';

export interface SegmentEndings {
  readonly segmentId: string;
  readonly customers: number;
  readonly endings: Readonly<Record<string, number>>;
}
export interface SignedPoint {
  readonly capacityFen: number;
  readonly instalmentFen: number;
  readonly kept: boolean;
}
export interface Pictures {
  readonly bySegment: readonly SegmentEndings[];
  readonly points: readonly SignedPoint[];
}
export type DrawnResult = SimulationResult & { readonly pictures?: Pictures };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Null where the server gave something that is not a result. */
export function readResult(value: unknown): DrawnResult | null {
  if (!isRecord(value) || !isRecord(value.surplusCaptured) || !isRecord(value.gates)) return null;
  return value as unknown as DrawnResult;
}
