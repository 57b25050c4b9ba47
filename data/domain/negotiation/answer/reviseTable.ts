// Before each answer: does what lies on the table still stand? An offer that limits, balance or evidence no longer carry is
// made anew on what is true today or taken off, and the reason is said; nothing else is ever changed or withdrawn.
import type { CalendarDate } from '../../calendar/calendar';
import { reliefRulesOf } from '../../limits/policyLimits';
import { shareOf } from '../../money/money';
import { financed } from '../../offer/financed';
import type { AdmittedOffer, Offer } from '../../offer/offer';
import type { Reason } from '../move';
import type { Negotiation, PricedOn } from '../negotiation';
import { advisedFenMax } from '../offers/bounds';
import { admit, advised, documentedFenMax, keptOutBy } from '../offers/gate';
import type { PlanTerms } from '../offers/offerGrid';
import { type AgreementTerms, sameTerms } from '../signing/signing';
import { reason, type Scene } from './scene';
import { lowestOnTable, pricedOnNow } from './table';

/** Why an offer no longer stands as it was made. */
export const tableChangeCauses = ['policy', 'payment', 'balance', 'date', 'evidence', 'limits'] as const;
export type TableChangeCause = (typeof tableChangeCauses)[number];

/** The table without the offers whose days are over; a choice among them is void. */
export function dropExpired(negotiation: Negotiation, today: CalendarDate): Negotiation {
  const table = negotiation.table.filter((offer) => offer.validUntil >= today);
  if (table.length === negotiation.table.length) return negotiation;
  const kept = new Set(table.map((offer) => offer.number));
  const { signing } = negotiation;
  const lost = signing !== null && signing.step !== 'signed' && !kept.has(signing.terms.offer.number);
  return {
    ...negotiation,
    table,
    shownNumbers: negotiation.shownNumbers.filter((number) => kept.has(number)),
    signing: lost ? null : signing,
    lowestInstalmentFen: table.length === 0 ? null : negotiation.lowestInstalmentFen,
  };
}

/** What the offer takes off the balance in all: never more than is owed. */
const coveredFen = (offer: Offer): number =>
  offer.financedFen + offer.downPaymentFen + offer.feeWaiverFen + offer.interestWaiverFen;

/** Relief whose rule is gone, or whose proof was taken back; relief to close is the policy's own exception. */
function reliefStands(offer: Offer, { account, limits, segment }: Scene): boolean {
  if (offer.reliefRuleId === null) return true;
  const rule = reliefRulesOf(limits, segment).find(({ reliefRuleId }) => reliefRuleId === offer.reliefRuleId);
  if (rule === undefined) return false;
  if (rule.needs.kind !== 'evidence' || limits.reliefToClose) return true;
  return rule.needs.reasons.some((proof) => account.documentedReasons?.includes(proof) ?? false);
}

/** Accepted documents carry the instalment. */
const documentsCarry = ({ instalmentFen }: Offer, { account, limits }: Scene): boolean =>
  instalmentFen <= documentedFenMax(account, limits);

/** Made when documents stood that have been taken back since: how light it is was their doing. */
const restsOnWithdrawn = ({ account }: Scene, before: PricedOn | undefined): boolean =>
  before !== undefined && before.documentedFen !== null && account.documentedMonthlyCapacityFen === null;

/** An offer of an earlier release, which charged interest on fees: no plan may. Offers made since say what they were priced on. */
const bearsInterestOnFees = (offer: Offer, { account }: Scene, before: PricedOn | undefined): boolean =>
  before === undefined && offer.interestFreeFen < financed(account, offer, []).feesFen;

/** What has happened to the offer since it was made; null when it stands as it is. Interest of a few days changes nothing. */
function causeOfChange(offer: Offer, scene: Scene): TableChangeCause | null {
  const { negotiation, account, limits, segment, today } = scene;
  const before = negotiation.pricedOn[offer.number];
  const version = negotiation.offerVersions[offer.number] ?? negotiation.policyVersion;
  if (version !== limits.version) return 'policy';
  if (!reliefStands(offer, scene) || !documentsCarry(offer, scene) || restsOnWithdrawn(scene, before))
    return 'evidence';
  const fell = before !== undefined && (account.principalFen < before.principalFen || account.feesFen < before.feesFen);
  if (coveredFen(offer) > account.balanceFen || fell) return 'payment';
  if (before !== undefined && (account.principalFen > before.principalFen || account.feesFen > before.feesFen))
    return 'balance';
  if (bearsInterestOnFees(offer, scene, before)) return 'limits';
  if (offer.firstDueDate <= today) return 'date';
  return keptOutBy(offer, { ...account, balanceFen: coveredFen(offer) }, limits, segment, today) === null
    ? null
    : 'limits';
}

/** The same plan today: relief by its rule, and a first payment less what has been paid towards it where the whole no longer fits. */
function plansToday(offer: Offer, { account, limits, segment }: Scene): PlanTerms[] {
  const rule = reliefRulesOf(limits, segment).find(({ reliefRuleId }) => reliefRuleId === offer.reliefRuleId);
  const feeWaiverFen = rule === undefined ? 0 : shareOf(account.feesFen, rule.feeWaiverShare);
  const interestWaiverFen = rule === undefined ? 0 : shareOf(account.interestFen, rule.interestWaiverShare);
  const monthlyRate = Math.max(rule?.monthlyRate ?? segment.monthlyRateList, segment.monthlyRateFloor);
  const plan = { ...offer, feeWaiverFen, interestWaiverFen, monthlyRate };
  const paidFen = Math.max(0, coveredFen(offer) - account.balanceFen);
  const restOfStart = Math.max(0, offer.downPaymentFen - paidFen);
  const leaves = (downPaymentFen: number) => account.balanceFen - downPaymentFen - feeWaiverFen - interestWaiverFen > 0;
  return [plan, { ...plan, downPaymentFen: restOfStart }].filter(({ downPaymentFen }) => leaves(downPaymentFen));
}

/** The offer made anew under its number and until its own last day; null when nothing like it is possible today. */
function remade(offer: Offer, scene: Scene): AdmittedOffer | null {
  const { account, limits, segment, today, negotiation } = scene;
  if (!reliefStands(offer, scene) || restsOnWithdrawn(scene, scene.negotiation.pricedOn[offer.number])) return null;
  const { dueDay, number, shape, validUntil } = offer;
  const advised = advisedFenMax(negotiation.facts, limits);
  const place = { account, limits, segment, today, dueDay, number, shape, validUntil, advisedFenMax: advised };
  for (const terms of plansToday(offer, scene)) {
    const admission = admit({ terms, ...place });
    if (admission.kind === 'admitted') return admission.offer;
  }
  return null;
}

/** The segment under which an offer was made goes on carrying it: a day more past due takes nothing back. */
function sceneOf(offer: Offer, scene: Scene): Scene {
  const segmentId = scene.negotiation.pricedOn[offer.number]?.segmentId;
  const segment = scene.limits.segments.find((one) => one.segmentId === segmentId) ?? scene.segment;
  return { ...scene, segment };
}

export interface RevisedTable {
  readonly negotiation: Negotiation;
  /** `table.remade` and `table.withdrawn`, one for each offer that changed, with its number and the cause. */
  readonly reasons: readonly Reason[];
}

/** What is being signed follows its offer: made anew it must be read again, taken off it is void. */
function signingAfter({ signing }: Negotiation, table: readonly Offer[], versions: Negotiation['offerVersions']) {
  if (signing === null || signing.step === 'signed') return signing;
  const offer = table.find(({ number }) => number === signing.terms.offer.number);
  if (offer === undefined) return null;
  const terms: AgreementTerms = { offer, policyVersion: versions[offer.number] ?? signing.terms.policyVersion };
  return sameTerms(terms, signing.terms) ? signing : { step: 'chosen' as const, terms };
}

/** Looks at every offer on the table; with nothing changed the negotiation comes back as it was. */
export function reviseTable(scene: Scene): RevisedTable {
  const { negotiation, account, limits } = scene;
  const reasons: Reason[] = [];
  const offerVersions = { ...negotiation.offerVersions };
  const pricedOn = { ...negotiation.pricedOn };
  const advisedMost = advisedFenMax(negotiation.facts, limits);
  const table = negotiation.table.flatMap((offer): AdmittedOffer[] => {
    const carrying = sceneOf(offer, scene);
    const cause = causeOfChange(offer, carrying);
    // What was said since decides whether the bank advises against it: the terms stay, and a read-back is read again.
    if (cause === null) return [advised(offer, advisedMost)];
    const again = remade(offer, cause === 'policy' ? scene : carrying);
    const facts = { offerNumber: offer.number, cause };
    reasons.push(reason(again === null ? 'table.withdrawn' : 'table.remade', facts, cause));
    if (again === null) return [];
    offerVersions[offer.number] = limits.version;
    pricedOn[offer.number] = pricedOnNow(cause === 'policy' ? scene : carrying);
    return [again];
  });
  // With nothing on the table there is nothing that an earlier version is kept for.
  const policyVersion = reasons.length > 0 || table.length === 0 ? limits.version : negotiation.policyVersion;
  if (reasons.length === 0) {
    const signing = signingAfter(negotiation, table, offerVersions);
    return { negotiation: { ...negotiation, policyVersion, table, signing }, reasons };
  }
  const numbers = new Set(table.map(({ number }) => number));
  return {
    reasons,
    negotiation: {
      ...negotiation,
      policyVersion,
      table,
      offerVersions,
      pricedOn,
      balanceFen: account.balanceFen,
      shownNumbers: negotiation.shownNumbers.filter((number) => numbers.has(number)),
      signing: signingAfter(negotiation, table, offerVersions),
      // What was taken back or became dearer is no longer a promise that later menus are measured against.
      lowestInstalmentFen: lowestOnTable(table)?.instalmentFen ?? null,
    },
  };
}
