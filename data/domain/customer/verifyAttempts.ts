// How often somebody failed to show who they are.
import { z } from 'zod';
import { calendarDateSchema } from '../calendar/calendar';

/** Counts of failed verifications against one card ending, so that a new conversation is no new try. */
export const verifyAttemptsSchema = z.object({ key: z.string(), day: calendarDateSchema, failures: z.number().int() });
export type VerifyAttempts = z.infer<typeof verifyAttemptsSchema>;
