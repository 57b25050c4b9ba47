// Rights over one's own data, each a matter of its own (PIPL Arts. 24, 45-47).
import { z } from 'zod';

/** What takes most away first: an erasure, a person instead of a decision made by machine, a correction, a copy. */
export const dataRightSchema = z.enum(['erasure', 'decision', 'correction', 'access']);
export type DataRight = z.infer<typeof dataRightSchema>;
