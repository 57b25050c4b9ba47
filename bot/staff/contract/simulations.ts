// Simulations of a draft against the version in force: POST simulations, GET simulations/:id, SSE simulations/:id/events.
import { z } from 'zod';
import type { SimulationResult } from '../../../data/domain/simulation/result/simulationResult';

/** How the conversations of a segment ended: how many in each way. */
export interface SegmentEndings {
  readonly segmentId: string;
  readonly customers: number;
  readonly endings: Readonly<Record<string, number>>;
}
/** One signed plan, both amounts a month. */
export interface SignedPoint {
  readonly capacityFen: number;
  readonly instalmentFen: number;
  readonly kept: boolean;
}
/** What the limits do to people, in numbers of them, and to value, in fen: all customers of a simulation, or one segment's. */
export interface SimulationEffect {
  readonly customers: number;
  readonly signed: number;
  /** Of those who signed: with an instalment that leaves them room, and with a plan that was kept. */
  readonly affordable: number;
  readonly kept: number;
  readonly hardship: number;
  /** Sent away by policy, and gone of their own accord. */
  readonly refused: number;
  readonly left: number;
  /** What signed plans cost above the balance, and what was really paid. */
  readonly costFen: number;
  readonly paidFen: number;
  /** What bargaining brought the bank above no agreement, and what the best bargainer could have brought. */
  readonly valueFen: number;
  readonly possibleFen: number;
}
export interface SimulationPictures {
  /** By segment, and of all; missing in results that were stored before it was worked out. */
  readonly effects?: readonly (SimulationEffect & { readonly segmentId: string | null })[];
  readonly bySegment: readonly SegmentEndings[];
  readonly points: readonly SignedPoint[];
}
export type DrawnResult = SimulationResult & { readonly pictures: SimulationPictures };

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

export const simulationRequestSchema = z.object({
  /** 'population': seeded customers; 'book': the bank's own accounts. */
  kind: z.enum(['population', 'book']),
  /** Versions of offerLimits. */
  version: z.string().min(1),
  against: z.string().min(1),
  customers: z.number().int().min(1).max(20_000),
  seeds: z.array(z.number().int().min(0)).min(1).max(20),
});
export type SimulationRequest = z.infer<typeof simulationRequestSchema>;
export const simulationStartedSchema = z.object({ id: z.string() });
export type SimulationStarted = z.infer<typeof simulationStartedSchema>;

export const simulationSchema = z.object({
  id: z.string(),
  status: z.enum(['running', 'done', 'failed', 'cancelled']),
  /** Share 0-1. */
  progress: z.number().min(0).max(1),
  request: simulationRequestSchema,
  startedBy: z.string(),
  startedAt: z.string(),
  endedAt: z.string().nullable(),
  /** Why it failed; null otherwise. */
  failure: z.string().nullable(),
  /** One result a version once done, as the simulator gives it, with what is drawn of its cases. */
  result: z
    .object({ version: z.custom<SimulationResult>(isObject), against: z.custom<SimulationResult>(isObject) })
    .nullable(),
});
export type Simulation = z.infer<typeof simulationSchema>;
export const simulationListSchema = z.object({ simulations: z.array(simulationSchema.omit({ result: true })) });
export type SimulationList = z.infer<typeof simulationListSchema>;

/** SSE event `progress` {id, progress}; event `done` {id, status}. */
export const simulationEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('progress'), id: z.string(), progress: z.number() }),
  z.object({ type: z.literal('done'), id: z.string(), status: simulationSchema.shape.status }),
]);
export type SimulationEvent = z.infer<typeof simulationEventSchema>;
