// What the pictures need of a simulator's result, read with care: a picture whose figures are not there is left out.
import type { DrawnResult } from '../../../../../contract';

export type { DrawnResult };

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Null where the server gave something that is not a result. */
export function readResult(value: unknown): DrawnResult | null {
  if (!isRecord(value) || !isRecord(value.surplusCaptured) || !isRecord(value.gates)) return null;
  return value as unknown as DrawnResult;
}
