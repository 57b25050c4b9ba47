// How long the engine takes: to rank a grid of so many candidate offers, and to answer one turn under the shipped limits.
import { certainTurn } from '../../data/domain/customer/customerTurn';
import { type PolicyLimits, segmentFor } from '../../data/domain/limits/policyLimits';
import { startNegotiation } from '../../data/domain/negotiation/negotiation';
import { nextMove } from '../../data/domain/negotiation/nextMove';
import { viewCapacity } from '../../data/domain/negotiation/offers/bounds';
import { rankMenu } from '../../data/domain/negotiation/offers/menuChoice';
import { buildOfferGrid } from '../../data/domain/negotiation/offers/offerGrid';
import { account } from './turns/account';

const today = '2026-11-23';

/** Median of the milliseconds that a piece of work takes, warm. */
function medianMs(times: number, work: (time: number) => unknown): number {
  const taken = Array.from({ length: times * 2 }, (_, time) => {
    const started = performance.now();
    work(time);
    return performance.now() - started;
  }).slice(times);
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

/** Lists a grid of about `wanted` candidates and ranks it; the first payments make up the number. */
export function rankCandidates(
  limits: PolicyLimits,
  wanted: number,
): { candidates: number; listMs: number; rankMs: number } {
  const shipped = segmentFor(limits, account);
  if (shipped === null) throw new Error('the limits have no segment for the benchmark account');
  const counts = Array.from({ length: 58 }, (_, i) => i + 3);
  const methods = ['annuity', 'equalPrincipal', 'flatFee'] as const;
  const deferrals = Math.min(12, Math.max(1, Math.floor(wanted / 1000)));
  const starts = Math.max(1, Math.round(wanted / (counts.length * methods.length * deferrals)));
  const segment = {
    ...shipped,
    instalmentCounts: counts,
    methods: [...methods],
    downPaymentShares: Array.from({ length: starts }, (_, i) => (0.8 * i) / starts),
    monthlyRateFloor: 0,
    deferMonthsMax: 12,
  };
  const facts = {
    ...startNegotiation(limits, account, today).facts,
    statedMonthly: { minFen: 70_000, maxFen: 150_000, source: 'stated' as const },
  };
  const { belief, bounds } = viewCapacity(facts, account, limits);
  // First payments that the step rounds together would be counted once.
  const fine = { ...limits, downPaymentStepFen: 1 };
  const deferMonths = Array.from({ length: deferrals }, (_, i) => i);
  const list = () => buildOfferGrid({ limits: fine, segment, account, deferMonths });
  const grid = list();
  return {
    candidates: grid.size,
    listMs: medianMs(7, list),
    rankMs: medianMs(15, () => rankMenu(grid, belief, bounds)),
  };
}

/** One answer of the engine to a statement of terms, under these limits. */
export function moveMs(limits: PolicyLimits): number {
  const start = startNegotiation(limits, account, today);
  return medianMs(300, (time) => {
    const yuan = 600 + (time % 400);
    const turn = certainTurn('negotiate.terms', { monthlyAmount: { min: yuan, max: yuan + 100 }, payday: 15 });
    return nextMove(start, turn, account, limits, today);
  });
}
