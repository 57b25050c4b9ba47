// Populations whose parameters are drawn, taken together: mean and worst, and where any other way to bargain is ahead.
import { type BaselineName, compliantNames } from '../baselines';
import type { WorldKind } from '../population/drawnRanges';
import { type GateName, gateNames } from './gates';
import type { Measured } from './measure';
import { mean } from './sums';

/** One drawn population. */
export interface WorldResult extends Measured {
  readonly seed: number;
  readonly kind: WorldKind;
  /** The best of the other ways to bargain that stay inside the evidence gate. */
  readonly bestOther: { readonly name: BaselineName; readonly mean: number };
}

export interface WorldsResult {
  /** Customers in each. */
  readonly customers: number;
  /** Surplus captured by the engine. */
  readonly mean: number;
  readonly worst: number;
  readonly worstSeed: number;
  /** The same of every baseline. */
  readonly baselines: Readonly<Partial<Record<BaselineName, { readonly mean: number; readonly worst: number }>>>;
  /** Seeds of the worlds in which a compliant baseline is ahead of the engine. */
  readonly behindIn: readonly number[];
  /** Seeds of the worlds in which a gate is missed, for each gate that is. */
  readonly missed: Readonly<Partial<Record<GateName, readonly number[]>>>;
  /** Those among them in which the oracle misses it as well: no bargaining reaches it there. */
  readonly outOfReach: Readonly<Partial<Record<GateName, readonly number[]>>>;
  readonly each: readonly WorldResult[];
}

export function worldResult(seed: number, kind: WorldKind, measured: Measured): WorldResult {
  const { baselines } = measured.surplusCaptured;
  const name = compliantNames.reduce((best, one) => (baselines[one].mean > baselines[best].mean ? one : best));
  return { seed, kind, ...measured, bestOther: { name, mean: baselines[name].mean } };
}

/** True of a gate that can be asked of the oracle, where it stays below the target. */
const oracleMisses = ({ oracle, gates }: WorldResult, name: GateName): boolean =>
  (name === 'kept' || name === 'affordable') && oracle[name] < gates[name].target;

/** Null of no worlds. */
export function worldsResult(customers: number, each: readonly WorldResult[]): WorldsResult | null {
  const [first] = each;
  if (first === undefined) return null;
  const engine = (world: WorldResult) => world.surplusCaptured.engine.mean;
  const worst = each.reduce((low, world) => (engine(world) < engine(low) ? world : low), first);
  const names = Object.keys(first.surplusCaptured.baselines) as BaselineName[];
  const summary = (name: BaselineName) => {
    const all = each.map((world) => world.surplusCaptured.baselines[name].mean);
    return { mean: mean(all), worst: Math.min(...all) };
  };
  const seedsByGate = (holds: (world: WorldResult, name: GateName) => boolean) =>
    Object.fromEntries(
      gateNames
        .map((name) => [name, each.filter((world) => holds(world, name)).map(({ seed }) => seed)] as const)
        .filter(([, seeds]) => seeds.length > 0),
    );
  const missed = ({ gates }: WorldResult, name: GateName) => !gates[name].ok;
  return {
    customers,
    mean: mean(each.map(engine)),
    worst: engine(worst),
    worstSeed: worst.seed,
    baselines: Object.fromEntries(names.map((name) => [name, summary(name)])),
    behindIn: each.filter((world) => world.bestOther.mean > engine(world)).map(({ seed }) => seed),
    missed: seedsByGate(missed),
    outOfReach: seedsByGate((world, name) => missed(world, name) && oracleMisses(world, name)),
    each,
  };
}
