// What is remembered of one person's talk between two messages. Versioned: an earlier version is carried along, an unknown
// one is re-asked, never guessed.
import { z } from 'zod';
import { calendarDateSchema } from '../../data/domain/calendar/calendar';
import { instantSchema } from '../../data/domain/calendar/instant';
import { dangerKindSchema } from '../../data/domain/case/danger';
import { hardshipReasonSchema } from '../../data/domain/case/hardshipReason';
import { customerTurnSchema, expectsSchema, intentSchema, localeSchema } from '../../data/domain/customer/customerTurn';
import { verificationSchema } from '../../data/domain/customer/verification';
import { type Negotiation, negotiationSchema } from '../../data/domain/negotiation/negotiation';
import { oneTimeCodeSchema } from '../../data/domain/negotiation/signing/oneTimeCode';
import { upgradeConversation } from './conversationVersions';

/** Where the conversation is; each stage is owned by one dialog. */
export const stageSchema = z.enum([
  'open', // nothing under way
  'verifying', // verifyIdentityDialog
  'negotiating', // negotiationDialog; agreementDialog while the negotiation is signing an offer
  'describingHardship', // hardshipDialog
  'namingCollector', // collectorDialog
  'locked', // the check rests after too many tries
  'someoneElse', // not the cardholder
  'atRisk', // someone may be in danger: no money talk any more
]);
export type Stage = z.infer<typeof stageSchema>;

export const spokenSchema = z.object({
  id: z.string(),
  values: z.record(z.string(), z.unknown()),
  /** Which of its wordings it was said in. */
  wording: z.number().int().nonnegative().optional(),
});

/** A tap that stands on the screen: its words, and what they mean for certain. */
export const tapSchema = spokenSchema.extend({ title: z.string(), turn: customerTurnSchema });

/** What a verified customer had under way when the verification ran out: theirs again once they are verified again. */
export const restingTalkSchema = z.object({
  customerId: z.string(),
  stage: stageSchema,
  negotiation: negotiationSchema.nullable(),
  negotiatedAccountIds: z.array(z.string()),
  signed: z.record(z.string(), z.string()),
  expects: expectsSchema.nullable(),
  affirmMeans: customerTurnSchema.nullable(),
});
export type RestingTalk = z.infer<typeof restingTalkSchema>;

/** One ending of the two, while the other is still to come; dropped as soon as both were compared or the check ends. */
export const typedHalfSchema = z.object({ of: z.enum(['cardTail', 'idTail']), digits: z.string().length(4) });

/** The approved answer that was told last, so that "and from which day?" goes on from it. */
export const topicSchema = z.object({ answerId: z.string(), turnNumber: z.number().int() });

/** The code that is asked for besides the two endings; without a customer the endings were wrong and no code is right. */
export const secondFactorSchema = z.object({
  customerId: z.string().nullable(),
  code: oneTimeCodeSchema,
  /** What the try of the endings was counted under, to be taken back when the code is right. */
  counted: z.array(z.string()),
});

/** Own figures that were told last: what paying so much (yuan) on a day does, or what is owed then. "And on 10 January?" goes on from them. */
export const ownFiguresSchema = z.object({
  amount: z.number().positive().nullable(),
  payDate: calendarDateSchema.nullable(),
  turnNumber: z.number().int(),
});

export const conversationStateSchema = z.object({
  version: z.literal(3),
  stage: stageSchema,
  locale: localeSchema,
  greeted: z.boolean(),
  /** Who this person was shown to be, how and when; null before, and once it has run out. */
  verified: verificationSchema.nullable(),
  resting: restingTalkSchema.nullable(),
  secondFactor: secondFactorSchema.nullable(),
  typedHalf: typedHalfSchema.nullable().default(null),
  /** In the stage `locked`: when the check may be tried again. */
  lockedUntil: instantSchema.nullable(),
  /** What the customer asked for before verification, taken up right after it. */
  waitingTurn: customerTurnSchema.nullable(),
  negotiation: negotiationSchema.nullable(),
  /** Accounts that the negotiation is about, fixed at its start. */
  negotiatedAccountIds: z.array(z.string()),
  /** Agreement numbers by the hash of the signed terms: signing twice gives the first one again. */
  signed: z.record(z.string(), z.string()),
  /** Number of the plan that was read back last and left unsigned: "the one from before" is that one. */
  leftUnsigned: z.number().int().nullable().default(null),
  taps: z.array(tapSchema),
  lastSpoken: z.array(spokenSchema),
  /** In the stage `atRisk`: what the danger is; null elsewhere, and in talks of earlier releases. */
  danger: dangerKindSchema.nullable().default(null),
  /** Why the customer said that they are in difficulty; null while they have not, and in talks of earlier releases. */
  hardshipReason: hardshipReasonSchema.nullable().default(null),
  /** Parts of the budget that were told for the hardship review. */
  hardshipBudget: z.array(z.enum(['income', 'expenses', 'otherDebts'])).default([]),
  /** The words of the last reply, so that the next one is not the same. */
  lastWords: z.string().default(''),
  expects: expectsSchema.nullable(),
  /** What a bare yes means, when the last reply asked a yes-or-no question. */
  affirmMeans: customerTurnSchema.nullable(),
  /** How often each message was said, so that nothing is put twice in the same words. */
  timesSaid: z.record(z.string(), z.number().int()),
  languageOffered: z.boolean(),
  topic: topicSchema.nullable().default(null),
  ownFigures: ownFiguresSchema.nullable().default(null),
  /** The question that was answered last: of two near readings of the next message, the one that goes on from it. */
  lastAsked: intentSchema.nullable().default(null),
  startedOn: calendarDateSchema,
  turnNumber: z.number().int(),
});
export type ConversationState = z.infer<typeof conversationStateSchema>;

export const newConversationState = (locale: 'zh-CN' | 'en-US', today: string): ConversationState => ({
  version: 3,
  stage: 'open',
  locale,
  greeted: false,
  verified: null,
  resting: null,
  secondFactor: null,
  typedHalf: null,
  lockedUntil: null,
  waitingTurn: null,
  negotiation: null,
  negotiatedAccountIds: [],
  signed: {},
  leftUnsigned: null,
  taps: [],
  lastSpoken: [],
  danger: null,
  hardshipReason: null,
  hardshipBudget: [],
  lastWords: '',
  expects: null,
  affirmMeans: null,
  timesSaid: {},
  languageOffered: false,
  topic: null,
  ownFigures: null,
  lastAsked: null,
  startedOn: today,
  turnNumber: 0,
});

/** A read-back is for the person who was there: after a new check the terms are read again, with a new code. */
function unread(negotiation: Negotiation): Negotiation {
  const { signing } = negotiation;
  const chosen =
    signing === null || signing.step === 'signed' ? signing : { step: 'chosen' as const, terms: signing.terms };
  return { ...negotiation, signing: chosen };
}

/** The talk without what belongs to the customer, which waits in `resting` until they are verified again. */
export function layToRest(state: ConversationState, customerId: string): ConversationState {
  const { stage, negotiation, negotiatedAccountIds, signed, expects, affirmMeans } = state;
  const stays = stage === 'atRisk' || stage === 'someoneElse';
  return {
    ...state,
    stage: stays ? stage : 'open',
    verified: null,
    resting: {
      customerId,
      stage,
      negotiation: negotiation === null ? null : unread(negotiation),
      negotiatedAccountIds,
      signed,
      expects,
      affirmMeans,
    },
    negotiation: null,
    negotiatedAccountIds: [],
    signed: {},
    expects: null,
    affirmMeans: null,
    lastSpoken: [],
    lastWords: '',
  };
}

/** Gives back what rested, when the same customer is verified again; what rested of somebody else is dropped. */
export function wakeTalk(state: ConversationState, customerId: string): void {
  const { resting } = state;
  state.resting = null;
  if (resting === null || resting.customerId !== customerId) return;
  const { customerId: _same, ...own } = resting;
  Object.assign(state, own);
}

/** Reads saved state; 'lost' means that it cannot be trusted and the customer is asked again. */
export function readConversationState(
  saved: unknown,
): { kind: 'none' } | { kind: 'ok'; state: ConversationState } | { kind: 'lost' } {
  if (saved === undefined || saved === null) return { kind: 'none' };
  const parsed = conversationStateSchema.safeParse(upgradeConversation(saved));
  return parsed.success ? { kind: 'ok', state: parsed.data } : { kind: 'lost' };
}
