// What an amount may be for, as far as it is learned from examples.
import { z } from 'zod';

/**
 * `monthly`, `monthlyAtMost`, `monthlyAtLeast`: what the customer can pay each time, exactly or as a bound. `once`: a single payment.
 * `open`: an offer that says neither what for nor how often. `other`: no offer.
 */
export const figureUseSchema = z.enum(['monthly', 'monthlyAtMost', 'monthlyAtLeast', 'once', 'open', 'other']);
export type FigureUse = z.infer<typeof figureUseSchema>;
export const figureUses = figureUseSchema.options;
