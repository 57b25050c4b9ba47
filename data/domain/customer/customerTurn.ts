// One customer message, understood: the contract between understanding, the dialogs and the engine.
import { z } from 'zod';
import { dataRightSchema } from '../case/dataRight';
import { paperSchema } from '../case/paper';
import { type Fen, fenToYuan } from '../money/money';

export const intents = [
  'greeting',
  'thanks',
  'goodbye',
  'help',
  'repeat',
  'cancel',
  'affirm',
  'deny',
  'human',
  'changeLanguage',
  'ask.consequences',
  'ask.creditReport',
  'ask.interestAndFees',
  'ask.legalAction',
  'ask.collectionContact',
  'ask.outsourcing',
  'ask.howToRepay',
  'ask.minimumPayment',
  'ask.partialPayment',
  'ask.installmentPolicy',
  'ask.privacy',
  'ask.debtAgents',
  'ask.cardStatus',
  'account.balance',
  'account.dueDate',
  'account.payments',
  'account.arrangement',
  'negotiate.start',
  'negotiate.terms',
  'negotiate.accept',
  'negotiate.reject',
  'negotiate.priceRelief',
  'promiseToPay',
  'alreadyPaid',
  'hardship',
  'vulnerable',
  'dispute',
  'complaint',
  'verifyCollector',
  'contactPreference',
  'thirdParty',
  'abuse',
  'outOfScope',
  'ask.offer',
  'undo',
  'scam',
  'evidence',
  'authority',
  'ask.case',
  'ask.queue',
  'budget',
] as const;
export const intentSchema = z.enum(intents);
export type Intent = (typeof intents)[number];

/** The two languages that the assistant speaks. */
export const localeSchema = z.enum(['zh-CN', 'en-US']);
export type Locale = z.infer<typeof localeSchema>;

/** A figure or a range of yuan (or months); one figure gives min = max, "at most" gives max alone. */
const rangeOf = (item: z.ZodNumber) =>
  z
    .strictObject({ min: item.optional(), max: item.optional() })
    .refine((range) => range.min !== undefined || range.max !== undefined, 'a range needs min or max');
const yuanRange = rangeOf(z.number().positive().max(1e10));
/** What comes in or goes out may be nothing. */
const yuanOrNothing = rangeOf(z.number().nonnegative().max(1e10));
const monthRange = rangeOf(z.number().int().positive().max(1200));
const fourDigits = z.string().regex(/^\d{4}$/);
const dayOfMonth = z.union([z.number().int().min(1).max(31), z.literal('last')]);

/** What a question about offers, read-back or arrangement is about. */
export const aspectSchema = z.enum([
  'total',
  'interest',
  'yearlyRate',
  'difference',
  'cheapest',
  'firstDate',
  'lastDate',
  'earlyRepayment',
  'missed',
  'agency',
  'whyNot',
]);
export type Aspect = z.infer<typeof aspectSchema>;

/** What a customer takes back. */
export const undoneSchema = z.enum([
  'promise',
  'dispute',
  'alreadyPaid',
  'contactStop',
  'handoff',
  'thirdParty',
  'hardship',
  'choice',
  'arrangement',
]);
export type Undone = z.infer<typeof undoneSchema>;

/** Somebody who speaks for the holder, or answers beside them. */
export const roleBesideHolderSchema = z.enum([
  'guarantor',
  'heir',
  'supplementaryHolder',
  'lawyer',
  'helper',
  'relative',
]);
export type RoleBesideHolder = z.infer<typeof roleBesideHolderSchema>;

/** Which way an arrangement is wished to move. */
export const wishSchema = z.enum([
  'lower',
  'shorter',
  'cheaper',
  'noDownPayment',
  'downPayment',
  'later',
  'otherDay',
  'pause',
  'stepUp',
  'settle',
]);
export type Wish = z.infer<typeof wishSchema>;

/** How often a stated amount would be paid. */
export const frequencySchema = z.enum(['week', 'fortnight', 'month', 'quarter', 'halfYear', 'year']);
export type Frequency = z.infer<typeof frequencySchema>;

const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** A wish about contact: stop it, only so, not so, or take it up again; `from`–`until` is the window that the rule speaks of. */
export const contactWishSchema = z.strictObject({
  rule: z.enum(['stop', 'only', 'not', 'resume']),
  channels: z.array(z.enum(['phone', 'sms', 'wechat', 'email'])).optional(),
  from: clockTime.optional(),
  until: clockTime.optional(),
  where: z.enum(['work', 'home', 'relatives', 'agency']).optional(),
  number: z.string().max(20).optional(),
});
export type ContactWish = z.infer<typeof contactWishSchema>;

/** Slots of understanding.md, in the customer's units: yuan, months, days, a percentage of 0-100; only `lumpSumShare` is a share of 0-1. */
export const slotsSchema = z.strictObject({
  /** Yuan a month; of another frequency, the monthly equivalent (52 weeks = 12 months, to the fen half up). */
  monthlyAmount: yuanRange.optional(),
  /** With `frequency`: the amount as it was said. */
  statedAmount: yuanRange.optional(),
  frequency: frequencySchema.optional(),
  lumpSum: yuanRange.optional(),
  lumpSumShare: z.number().positive().max(1).optional(),
  instalmentCount: monthRange.optional(),
  payDate: z.iso.date().optional(),
  /** The first payment not before this day. */
  startDate: z.iso.date().optional(),
  payday: dayOfMonth.optional(),
  dueDay: dayOfMonth.optional(),
  deferMonths: z.number().int().positive().max(60).optional(),
  percentage: z.number().min(0).max(100).optional(),
  daysPastDue: z.number().int().nonnegative().max(36500).optional(),
  offerNumber: z.number().int().positive().max(99).optional(),
  amount: yuanRange.optional(),
  /** Four digits that name a card. */
  cardTail: fourDigits.optional(),
  wish: wishSchema.optional(),
  aspect: aspectSchema.optional(),
  what: undoneSchema.optional(),
  role: roleBesideHolderSchema.optional(),
  contact: contactWishSchema.optional(),
  /** When to be called back, in the bank's time zone: 2026-11-24T15:00. */
  callbackAt: z.iso.datetime({ local: true }).optional(),
  /** What a paper that was handed in shows. */
  paper: paperSchema.optional(),
  right: dataRightSchema.optional(),
  /** Yuan a month that come in, go out, and go to other lenders. */
  income: yuanOrNothing.optional(),
  expenses: yuanOrNothing.optional(),
  otherDebts: yuanOrNothing.optional(),
});
export type Slots = z.infer<typeof slotsSchema>;
export type SlotName = keyof Slots;
export const slotNames: readonly SlotName[] = slotsSchema.keyof().options;
export const isSlotName = (name: string): name is SlotName => Object.hasOwn(slotsSchema.shape, name);
export type NumberRange = { min?: number | undefined; max?: number | undefined };

/** An amount of ours as a slot holds it: exactly so many yuan. */
export const exactYuan = (fen: Fen): NumberRange => ({ min: fenToYuan(fen), max: fenToYuan(fen) });

/** What the assistant last asked for, so that "800" is read as an answer to it. */
export const expectsSchema = z.union([slotsSchema.keyof(), z.literal('offer'), z.literal('confirm')]);
export type Expects = z.infer<typeof expectsSchema>;

/** Signals that ride along with another intent and change the path. */
export const signalSchema = z.enum(['hardship', 'vulnerable', 'promptInjection', 'anger']);
export type Signal = z.infer<typeof signalSchema>;

/** Two readings of one figure, or of the whole message, that only the customer can settle. */
export const ambiguitySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('intent'), first: intentSchema, second: intentSchema }),
  z.object({ kind: z.literal('figure'), slot: slotsSchema.keyof(), readings: z.array(z.number()).min(2) }),
  /** One writing that is two days: 12/05. */
  z.object({ kind: z.literal('day'), slot: z.enum(['payDate', 'startDate']), readings: z.array(z.iso.date()).min(2) }),
]);
export type Ambiguity = z.infer<typeof ambiguitySchema>;

/** One thing that a message does, with the part of the message that does it. */
export const actSchema = z.object({
  intent: intentSchema,
  slots: slotsSchema,
  /** From and to, in UTF-16 units of the message as it was typed. */
  span: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
  /** Calibrated probability that the intent is right, 0-1. */
  confidence: z.number().min(0).max(1),
});
export type Act = z.infer<typeof actSchema>;

export const customerTurnSchema = z.object({
  intent: intentSchema,
  /** Calibrated probability that the intent is right, 0-1. */
  confidence: z.number().min(0).max(1),
  slots: slotsSchema,
  signals: z.array(signalSchema),
  /** Everything that the message does, in the order said; `intent` and `slots` are the winner by precedence. */
  acts: z.array(actSchema).default([]),
  /** The language of this message, which may differ from the conversation's; null when it has no words. */
  language: localeSchema.nullable(),
  ambiguity: ambiguitySchema.nullable(),
});
export type CustomerTurn = z.infer<typeof customerTurnSchema>;

/** A turn that states an intent and slots for certain, as a tapped button or a test does. */
export const certainTurn = (intent: Intent, slots: Slots = {}): CustomerTurn => ({
  intent,
  confidence: 1,
  slots,
  acts: [{ intent, slots, span: [0, 0], confidence: 1 }],
  signals: [],
  language: null,
  ambiguity: null,
});
