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
  readonly each: readonly WorldResult[];
}

export function worldResult(seed: number, kind: WorldKind, measured: Measured): WorldResult {
  const { baselines } = measured.surplusCaptured;
  const name = compliantNames.reduce((best, one) => (baselines[one].mean > baselines[best].mean ? one : best));
  return { seed, kind, ...measured, bestOther: { name, mean: baselines[name].mean } };
}

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
  const missedIn = (name: GateName) => each.filter((world) => !world.gates[name].ok).map(({ seed }) => seed);
  return {
    customers,
    mean: mean(each.map(engine)),
    worst: engine(worst),
    worstSeed: worst.seed,
    baselines: Object.fromEntries(names.map((name) => [name, summary(name)])),
    behindIn: each.filter((world) => world.bestOther.mean > engine(world)).map(({ seed }) => seed),
    missed: Object.fromEntries(
      gateNames.map((name) => [name, missedIn(name)] as const).filter(([, seeds]) => seeds.length > 0),
    ),
    each,
  };
}
