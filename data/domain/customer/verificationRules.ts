// What the bank asks for before it tells figures or lets somebody sign, how often that may be tried, and how long it holds.
import { z } from 'zod';

/** So many tries in so many minutes, from the first of them on. */
const tryLimitSchema = z.strictObject({
  count: z.number().int().min(1).max(100_000),
  minutes: z.number().int().min(1).max(44_640),
});
export type TryLimit = z.infer<typeof tryLimitSchema>;

const limits = z
  .array(tryLimitSchema)
  .min(1)
  .max(4)
  .refine(
    (list) => new Set(list.map(({ minutes }) => minutes)).size === list.length,
    'two limits for the same minutes',
  );

export const verificationRulesSchema = z
  .strictObject({
    /** Asked before figures are told: the endings of card and ID, or these and a one-time code to the registered phone. */
    figures: z.enum(['endings', 'endingsAndCode']),
    /**
     * As many customers may share one card ending for the endings alone to prove enough. Among 100,000 customers ten share
     * each, and one guess in 1,100 would open somebody's account: there a code is asked of everybody.
     */
    endingsAloneUpTo: z.number().int().min(1).max(100),
    /** Asked before a signature, of everybody: a one-time code. A weaker proof is not offered. */
    signing: z.literal('oneTimeCode'),
    /** Whether a customer whom the app or a bound chat account has signed in is believed. */
    signedInByChannel: z.enum(['believed', 'askedAllTheSame']),
    /** Silence after which a verification has run out. */
    idleMinutes: z.number().int().min(1).max(1440),
    /** A verification runs out after this, however busy the talk. */
    absoluteMinutes: z.number().int().min(1).max(10_080),
    /** Whoever is over one of these waits; it touches nobody else. */
    triesOfOne: z.strictObject({ conversation: limits, user: limits, address: limits }),
    /**
     * Over one of these the endings alone no longer suffice: a code is asked for besides, from the holder too, who has the
     * phone. Nobody is locked out by a stranger's guesses.
     */
    triesOfAll: z.strictObject({ card: limits, wholeBank: limits }),
    /** Codes sent to one customer for this check. */
    codes: limits,
  })
  .refine(({ idleMinutes, absoluteMinutes }) => idleMinutes <= absoluteMinutes, {
    path: ['idleMinutes'],
    message: 'is longer than absoluteMinutes',
  });
export type VerificationRules = z.infer<typeof verificationRulesSchema>;
