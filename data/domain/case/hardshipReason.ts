// Why somebody is in difficulty; the gravest first.
import { z } from 'zod';

export const hardshipReasonSchema = z.enum(['bereaved', 'hunger', 'illness', 'work', 'disaster', 'income', 'family']);
export type HardshipReason = z.infer<typeof hardshipReasonSchema>;
