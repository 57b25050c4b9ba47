// A moment in UTC, as it is stored: ISO 8601 with a Z.
import { z } from 'zod';

export const instantSchema = z.iso.datetime();
export type Instant = string;
