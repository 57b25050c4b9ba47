// The kinds of danger that somebody may be in; each has its own words, and is remembered for the rest of the talk.
import { z } from 'zod';

export const dangerKindSchema = z.enum(['meansAtHand', 'despair', 'violence', 'minor', 'bereaved', 'confused']);
export type DangerKind = z.infer<typeof dangerKindSchema>;
