// What is remembered of one negotiation: facts and their sources, the offers on the table, and where it stands. Versioned.
// What is being signed, and how far, is in `signing` and nowhere else.
import { z } from 'zod';
import type { NegotiableAccount } from '../account/account';
import { type CalendarDate, calendarDateSchema } from '../calendar/calendar';
import type { PolicyLimits } from '../limits/policyLimits';
import { fenSchema, signedFenSchema } from '../money/money';
import { admittedOfferSchema, dueDaySchema } from '../offer/offer';
import { upgradeNegotiation } from './negotiationVersions';
import { signingSchema } from './signing/signing';

/** Who vouches for a fact. A statement alone never earns money off. */
export const factSourceSchema = z.enum(['stated', 'bank', 'documented']);
export type FactSource = z.infer<typeof factSourceSchema>;

/** A figure or a range in fen; "at most" leaves minFen null. */
const amountFactSchema = z.object({
  minFen: fenSchema.nullable(),
  maxFen: fenSchema.nullable(),
  source: factSourceSchema,
});
export type AmountFact = z.infer<typeof amountFactSchema>;

/** Facts by name; each keeps its source, and a later statement replaces an earlier one of the same source. */
export const negotiationFactsSchema = z.object({
  /** What the customer says they can pay a month. */
  statedMonthly: amountFactSchema.nullable(),
  /** The first figure they stated: later movement is read against it. */
  firstStatedMonthly: amountFactSchema.nullable(),
  /** What accepted documents support a month. */
  documentedMonthly: amountFactSchema.nullable(),
  /** What the bank's own book supports a month (salary credits times the policy's share). */
  bankMonthly: amountFactSchema.nullable(),
  /** Money for a first payment now. */
  lumpSum: amountFactSchema.nullable(),
  /** Monthly day on which pay arrives. */
  payday: dueDaySchema.nullable(),
  /** Wishes: monthly due day, months, months before the first payment. */
  dueDay: dueDaySchema.nullable(),
  instalmentCountMin: z.number().int().nullable(),
  instalmentCountMax: z.number().int().nullable(),
  deferMonths: z.number().int().nullable(),
  /** Wish: the first instalment not before this day. */
  startDate: calendarDateSchema.nullable(),
  /** Wish: nothing to pay at the start, kept until money for it is named. */
  noDownPayment: z.boolean(),
  /** The customer spoke of lost work, illness or another hardship. */
  hardshipStated: z.boolean(),
});
export type NegotiationFacts = z.infer<typeof negotiationFactsSchema>;

export const negotiationStageSchema = z.enum([
  'eliciting', // before the first offer
  'offering', // offers are on the table
  'promising', // a promise to pay is being completed or waits for a yes
  'promised',
  'hardship',
  'handoff',
  'refused',
  'ended', // the customer left; offers on the table stay valid until their day
]);

/** Why no offer and no signature comes from this table any more; for the first three until the customer starts anew. */
export const closedBySchema = z.enum(['human', 'dispute', 'alreadyPaid', 'vulnerable', 'thirdParty']);
export type ClosedBy = z.infer<typeof closedBySchema>;

/** What an offer was priced on: a change of any of it decides whether the offer still stands. Fen. */
export const pricedOnSchema = z.object({
  principalFen: signedFenSchema,
  feesFen: signedFenSchema,
  /** What accepted documents supported a month; null without documents. */
  documentedFen: fenSchema.nullable(),
  segmentId: z.string(),
});
export type PricedOn = z.infer<typeof pricedOnSchema>;

const currentNegotiationSchema = z.object({
  version: z.literal(4),
  policyVersion: z.string(),
  openedOn: calendarDateSchema,
  /** What the offers on the table were priced on. */
  balanceFen: signedFenSchema,
  stage: negotiationStageSchema,
  closedBy: closedBySchema.nullable(),
  facts: negotiationFactsSchema,
  /** Every offer shown and still valid; numbers never change and are never used twice. */
  table: z.array(admittedOfferSchema),
  /** Numbers of the offers that the last reply showed, in order. */
  shownNumbers: z.array(z.number().int()),
  nextNumber: z.number().int().positive(),
  /** Lowest instalment ever shown; no later menu is without one as low. */
  lowestInstalmentFen: fenSchema.nullable(),
  /** The offer that is being signed, and how far that has come; null while none is. */
  signing: signingSchema.nullable(),
  /** The hardship review was offered once; a customer who then goes on bargaining is not sent there again. */
  hardshipHeard: z.boolean(),
  promise: z.object({ amountFen: fenSchema.nullable(), payDate: calendarDateSchema.nullable() }).nullable(),
  /** Counters, refusals and price requests answered so far. */
  rounds: z.number().int(),
  /** Customer turns heard. */
  turns: z.number().int(),
  /** How often each thing was asked, and what the last reply asked for. */
  asked: z.record(z.string(), z.number().int()),
  lastAsked: z.string().nullable(),
  /** Policy version under which each offer on the table was made, by number. */
  offerVersions: z.record(z.string(), z.string()),
  /** What each offer on the table was priced on, by number; offers older than this record have none. */
  pricedOn: z.record(z.string(), pricedOnSchema),
});
export type Negotiation = z.infer<typeof currentNegotiationSchema>;

/** Reads what was saved, by this version or an earlier one. */
export const negotiationSchema = z.preprocess(upgradeNegotiation, currentNegotiationSchema);

const noFacts: NegotiationFacts = {
  statedMonthly: null,
  firstStatedMonthly: null,
  documentedMonthly: null,
  bankMonthly: null,
  lumpSum: null,
  payday: null,
  dueDay: null,
  instalmentCountMin: null,
  instalmentCountMax: null,
  deferMonths: null,
  startDate: null,
  noDownPayment: false,
  hardshipStated: false,
};

/** A negotiation that has heard nothing yet. */
export const startNegotiation = (
  limits: PolicyLimits,
  account: NegotiableAccount,
  today: CalendarDate,
): Negotiation => ({
  version: 4,
  policyVersion: limits.version,
  openedOn: today,
  balanceFen: account.balanceFen,
  stage: 'eliciting',
  closedBy: null,
  facts: noFacts,
  table: [],
  shownNumbers: [],
  nextNumber: 1,
  lowestInstalmentFen: null,
  signing: null,
  hardshipHeard: false,
  promise: null,
  rounds: 0,
  turns: 0,
  asked: {},
  lastAsked: null,
  offerVersions: {},
  pricedOn: {},
});
