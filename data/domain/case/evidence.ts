// Papers that a customer hands in for a matter: what may be taken, what is kept of each, and what is still missing.
import { z } from 'zod';
import { instantSchema } from '../calendar/instant';
import { type CaseKind, caseKindSchema } from './case';
import { type HardshipReason, hardshipReasonSchema } from './hardshipReason';
import { type Paper, paperSchema } from './paper';

export const fileTypeSchema = z.enum(['jpeg', 'png', 'webp', 'heic', 'pdf']);
export type FileType = z.infer<typeof fileTypeSchema>;

export const contentTypes: Readonly<Record<FileType, string>> = {
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  pdf: 'application/pdf',
};

/** Why a file was not taken; nothing of it is kept. */
export const fileRefusals = ['tooLarge', 'wrongType', 'scripts', 'locked', 'broken', 'tooMany', 'unreachable'] as const;
export type FileRefusal = (typeof fileRefusals)[number];

/** A file as it came in: looked through and sound, or refused. Its bytes stay with whoever received it. */
export type ReceivedFile =
  | {
      readonly kind: 'sound';
      readonly fileId: string;
      /** As the customer named it, with everything personal masked. */
      readonly name: string;
      readonly type: FileType;
      readonly bytes: number;
      /** Of the content, in hexadecimal. */
      readonly sha256: string;
    }
  | { readonly kind: 'refused'; readonly why: FileRefusal };

export const evidenceSchema = z.object({
  fileId: z.string().regex(/^EV-[\w-]{4,60}$/),
  caseNumber: z.string().min(1),
  caseKind: caseKindSchema,
  /** Why the customer is in difficulty, for a review of hardship; null elsewhere and where it was not told. */
  reason: hardshipReasonSchema.nullable(),
  customerId: z.string().min(1),
  conversationId: z.string(),
  receivedAt: instantSchema,
  name: z.string().max(200),
  type: fileTypeSchema,
  bytes: z.number().int().positive(),
  sha256: z.string().length(64),
  /** What the customer said that it shows; null until they do. */
  paper: paperSchema.nullable(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

const papersSchema = z.array(paperSchema.exclude(['other'])).min(1);

/** How much is taken, and which papers each matter asks for, as data. */
export const evidenceRulesSchema = z.strictObject({
  fileBytesMax: z
    .number()
    .int()
    .min(100_000)
    .max(20 * 1024 * 1024),
  filesAtOnceMax: z.number().int().min(1).max(10),
  filesOfCaseMax: z.number().int().min(1).max(100),
  /** A small file can unpack to a picture that no screen can show. */
  pixelsMax: z.number().int().min(10_000_000).max(400_000_000),
  /** What packed parts of a PDF may come to while they are looked through. */
  unpackedBytesMax: z
    .number()
    .int()
    .min(1_000_000)
    .max(128 * 1024 * 1024),
  hardship: z.strictObject({
    work: papersSchema,
    illness: papersSchema,
    family: papersSchema,
    income: papersSchema,
    disaster: papersSchema,
    bereaved: papersSchema,
    hunger: papersSchema,
  }),
  matters: z.strictObject({
    alreadyPaid: papersSchema,
    dispute: papersSchema,
    fraud: papersSchema,
    complaint: papersSchema,
    bereavement: papersSchema,
  }),
});
export type EvidenceRules = z.infer<typeof evidenceRulesSchema>;

const takesPapers: readonly CaseKind[] = [
  'hardship',
  'alreadyPaid',
  'dispute',
  'fraud',
  'complaint',
  'bereavement',
  'person',
];
/** Whether papers can be handed in for a matter of this kind. */
export const wantsPapers = (kind: CaseKind): boolean => takesPapers.includes(kind);

const isMatter = ({ matters }: EvidenceRules, kind: CaseKind): kind is keyof EvidenceRules['matters'] & CaseKind =>
  Object.hasOwn(matters, kind);

/** The papers that a matter asks for; none where it asks for none in particular. */
export function papersFor(rules: EvidenceRules, kind: CaseKind, reason: HardshipReason | null): readonly Paper[] {
  if (kind === 'hardship') return reason === null ? [] : rules.hardship[reason];
  return isMatter(rules, kind) ? rules.matters[kind] : [];
}

/** What is asked for and was not handed in yet, in the order in which it is asked for. */
export const missingPapers = (wanted: readonly Paper[], kept: readonly Pick<Evidence, 'paper'>[]): readonly Paper[] =>
  wanted.filter((paper) => !kept.some((one) => one.paper === paper));
