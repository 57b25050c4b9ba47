// An instalment offer: what the bank proposes, priced to the fen, and the shape that tells it from its neighbours.
import { z } from 'zod';
import { type CalendarDate, calendarDateSchema, earlierDate } from '../calendar/calendar';
import { type Fen, fenSchema } from '../money/money';

export const instalmentMethodSchema = z.enum(['annuity', 'equalPrincipal', 'flatFee']);

export const dueDaySchema = z.union([z.number().int().min(1).max(31), z.literal('last')]);
export type DueDay = z.infer<typeof dueDaySchema>;

/** Why this offer stands beside the others. */
export const offerShapeSchema = z.enum([
  'recommended',
  'lowerInstalment',
  'lowerTotal',
  'largerStart',
  'requested',
  'saferChoice',
]);
export type OfferShape = z.infer<typeof offerShapeSchema>;

export const offerSchema = z.object({
  /** 1-based number on the table; stable as long as the offer is valid. */
  number: z.number().int().positive(),
  shape: offerShapeSchema,
  downPaymentFen: fenSchema,
  instalmentCount: z.number().int().min(1).max(60),
  /** Monthly payment; for equalPrincipal the first one, which is the highest. */
  instalmentFen: fenSchema,
  lastInstalmentFen: fenSchema,
  method: instalmentMethodSchema,
  monthlyRate: z.number().min(0).max(0.1),
  firstDueDate: calendarDateSchema,
  lastDueDate: calendarDateSchema,
  dueDay: dueDaySchema,
  deferMonths: z.number().int().nonnegative().max(60),
  /** Fees and interest that the bank gives up under a named relief rule; 0 without one. */
  feeWaiverFen: fenSchema,
  interestWaiverFen: fenSchema,
  reliefRuleId: z.string().nullable(),
  /** Balance less waivers less down payment: what the instalments pay off. */
  financedFen: fenSchema,
  /** The part of it that bears no interest. An offer saved before fees were free of interest has none. */
  interestFreeFen: fenSchema.default(0),
  /** All that the customer pays, the down payment included. */
  totalFen: fenSchema,
  /** 12 x the monthly IRR with all fees in, and its compound form; shares of 1. */
  yearlyRateNominal: z.number(),
  yearlyRateEffective: z.number(),
  validUntil: calendarDateSchema,
  /** There where the instalment takes more than the policy's share of what the customer said: shown, and advised against. */
  chosenAgainstAdvice: z.literal(true).optional(),
});
export type Offer = z.infer<typeof offerSchema>;

/** An offer that passed the gate of the limits (negotiation/offers/gate.ts): nothing else lies on a table or can be taken. */
export const admittedOfferSchema = offerSchema.brand<'admitted'>();
export type AdmittedOffer = z.infer<typeof admittedOfferSchema>;

/** A down payment is due while the offer is valid, and not after the first instalment. */
export const downPaymentDueDate = (offer: Offer): CalendarDate => earlierDate(offer.validUntil, offer.firstDueDate);

/** Interest in fen: what is paid above what is paid off, since nothing else is charged. */
export const interestFen = ({ totalFen, financedFen, downPaymentFen }: Offer): Fen =>
  totalFen - financedFen - downPaymentFen;
