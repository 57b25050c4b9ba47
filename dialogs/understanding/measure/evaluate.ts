// Measures understanding on cases: the figures of understanding.md, for all cases and for each language.
import type { Act, CustomerTurn, Intent, Locale, Slots } from '../../../data/domain/customer/customerTurn';
import type { UnderstandingCase } from './cases';

/** Shares of a third are written with more or fewer decimals; nothing else may differ. */
const shareTolerance = 0.005;

export interface Outcome {
  readonly wanted: UnderstandingCase;
  readonly turn: CustomerTurn;
  readonly milliseconds: number;
}

export interface Measured {
  readonly n: number;
  readonly intentAccuracy: number;
  readonly macroF1: number;
  readonly slotExact: number;
  readonly slotWrong: number;
  readonly outOfScopeRecall: number;
  readonly falseRejects: number;
  /** Without the cases in which it is not told which of two acts is the main one. */
  readonly intentAccuracySure: number;
  /** Of the cases that name their acts: all of them right with their slots, in any order; all of their intents right. */
  readonly actsExact: number | null;
  readonly actIntentsExact: number | null;
  /** Share of the acts of those cases whose intent was found. */
  readonly actRecall: number | null;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

export interface IntentResult {
  readonly intent: Intent;
  readonly n: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

function sameValue(wanted: unknown, given: unknown): boolean {
  if (typeof wanted === 'number' && typeof given === 'number')
    return wanted === given || (wanted < 1 && given < 1 && Math.abs(wanted - given) <= shareTolerance);
  if (wanted !== null && given !== null && typeof wanted === 'object' && typeof given === 'object') {
    const [a, b] = [Object.entries(wanted), new Map(Object.entries(given))];
    return a.length === b.size && a.every(([key, value]) => sameValue(value, b.get(key)));
  }
  return wanted === given;
}

/** Exactly the slots wanted, no fewer and no more. */
export const slotsExact = (wanted: Slots, given: Slots): boolean => sameValue(wanted, given);

/** A slot filled with another value than the message states, or that it does not state at all. */
export function slotsWrong(wanted: Slots, given: Slots): boolean {
  const stated = new Map(Object.entries(wanted));
  return Object.entries(given).some(([name, value]) => !sameValue(stated.get(name), value));
}

const share = (part: number, whole: number) => (whole === 0 ? 0 : Math.round((part / whole) * 10000) / 10000);

function percentile(sorted: readonly number[], at: number): number {
  const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0;
  return Math.round(value * 1000) / 1000;
}

export function perIntent(outcomes: readonly Outcome[]): IntentResult[] {
  const names = [...new Set(outcomes.map(({ wanted }) => wanted.intent))];
  return names.map((intent) => {
    const n = outcomes.filter(({ wanted }) => wanted.intent === intent).length;
    const given = outcomes.filter(({ turn }) => turn.intent === intent).length;
    const right = outcomes.filter(({ wanted, turn }) => wanted.intent === intent && turn.intent === intent).length;
    return { intent, n, precision: share(right, given), recall: share(right, n), f1: share(2 * right, n + given) };
  });
}

/** Items of one list that are not matched one to one by the other. */
function unmatched<Item>(items: readonly Item[], others: readonly Item[], same: (a: Item, b: Item) => boolean): Item[] {
  const left = [...others];
  return items.filter((item) => {
    const at = left.findIndex((other) => same(item, other));
    if (at !== -1) left.splice(at, 1);
    return at === -1;
  });
}

type ActLike = Pick<Act, 'intent' | 'slots'>;
const sameIntent = (a: ActLike, b: ActLike) => a.intent === b.intent;
const sameAct = (a: ActLike, b: ActLike) => sameIntent(a, b) && slotsExact(a.slots, b.slots);

/** How the acts of a case were found; null when it names none. */
function actsFound({ wanted, turn }: Outcome) {
  const { acts } = wanted;
  if (acts === undefined || acts.length === 0) return null;
  const missed = (same: typeof sameAct) => unmatched<ActLike>(acts, turn.acts, same).length;
  const all = (same: typeof sameAct) => turn.acts.length === acts.length && missed(same) === 0;
  return { n: acts.length, found: acts.length - missed(sameIntent), exact: all(sameAct), intents: all(sameIntent) };
}

const unclearWinner = 'winner-unclear';

export function measure(outcomes: readonly Outcome[]): Measured {
  const n = outcomes.length;
  const count = (test: (outcome: Outcome) => boolean) => outcomes.filter(test).length;
  const results = perIntent(outcomes);
  const outside = count(({ wanted }) => wanted.intent === 'outOfScope');
  const sure = outcomes.filter(({ wanted }) => wanted.tags?.includes(unclearWinner) !== true);
  const acts = outcomes.map(actsFound).filter((found) => found !== null);
  const ofActs = (value: (found: (typeof acts)[number]) => number, whole: number) =>
    acts.length === 0
      ? null
      : share(
          acts.map(value).reduce((sum, one) => sum + one, 0),
          whole,
        );
  const times = outcomes.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  return {
    n,
    intentAccuracy: share(
      count(({ wanted, turn }) => wanted.intent === turn.intent),
      n,
    ),
    macroF1: share(
      results.reduce((sum, { f1 }) => sum + f1, 0),
      results.length,
    ),
    slotExact: share(
      count(({ wanted, turn }) => slotsExact(wanted.slots, turn.slots)),
      n,
    ),
    slotWrong: share(
      count(({ wanted, turn }) => slotsWrong(wanted.slots, turn.slots)),
      n,
    ),
    outOfScopeRecall: share(
      count(({ wanted, turn }) => wanted.intent === 'outOfScope' && turn.intent === 'outOfScope'),
      outside,
    ),
    falseRejects: share(
      count(({ wanted, turn }) => wanted.intent !== 'outOfScope' && turn.intent === 'outOfScope'),
      n - outside,
    ),
    intentAccuracySure: share(sure.filter(({ wanted, turn }) => wanted.intent === turn.intent).length, sure.length),
    actsExact: ofActs(({ exact }) => Number(exact), acts.length),
    actIntentsExact: ofActs(({ intents }) => Number(intents), acts.length),
    actRecall: ofActs(
      ({ found }) => found,
      acts.reduce((sum, act) => sum + act.n, 0),
    ),
    p50Ms: percentile(times, 0.5),
    p99Ms: percentile(times, 0.99),
  };
}

export interface Evaluation extends Measured {
  readonly byLocale: Readonly<Partial<Record<Locale, Measured>>>;
}

/** The result of all cases, with one for each language among them. */
export function evaluate(outcomes: readonly Outcome[]): Evaluation {
  const { n, intentAccuracy, macroF1, ...rest } = measure(outcomes);
  const byLocale: Partial<Record<Locale, Measured>> = {};
  for (const locale of ['zh-CN', 'en-US'] as const) {
    const own = outcomes.filter(({ wanted }) => wanted.locale === locale);
    if (own.length > 0) byLocale[locale] = measure(own);
  }
  return { n, intentAccuracy, macroF1, byLocale, ...rest };
}

type Understand = (
  text: string,
  locale: Locale,
  context: { readonly refDate: string; readonly expects?: UnderstandingCase['expects'] },
) => CustomerTurn;

/** Messages read before the clock counts, so that compilation is not measured. */
const warmUpCases = 200;

export function runCases(cases: readonly UnderstandingCase[], understand: Understand): Outcome[] {
  const run = (wanted: UnderstandingCase): Outcome => {
    const began = performance.now();
    const turn = understand(wanted.text, wanted.locale, { refDate: wanted.refDate, expects: wanted.expects });
    return { wanted, turn, milliseconds: performance.now() - began };
  };
  const stride = Math.max(1, Math.floor(cases.length / warmUpCases));
  cases.filter((_, index) => index % stride === 0).forEach(run);
  return cases.map(run);
}
