// Looks through one file before anything of it is kept: size, true type, size of the picture, scripts in a PDF.
import { createHash } from 'node:crypto';
import type { EvidenceRules, FileRefusal, FileType } from '../../../data/domain/case/evidence';
import { pdfRefusal } from './pdfActions';
import { pixelsOf, typeOf } from './pictureShape';

export type Inspection =
  | { readonly kind: 'sound'; readonly type: FileType; readonly sha256: string }
  | { readonly kind: 'refused'; readonly why: FileRefusal };

type Limits = Pick<EvidenceRules, 'fileBytesMax' | 'pixelsMax' | 'unpackedBytesMax'>;

const refused = (why: FileRefusal): Inspection => ({ kind: 'refused', why });

export async function inspectFile(bytes: Buffer, limits: Limits): Promise<Inspection> {
  if (bytes.length > limits.fileBytesMax) return refused('tooLarge');
  const type = typeOf(bytes);
  if (type === undefined) return refused('wrongType');
  const why = type === 'pdf' ? await pdfRefusal(bytes, limits.unpackedBytesMax) : pictureRefusal(bytes, type, limits);
  return why === null
    ? { kind: 'sound', type, sha256: createHash('sha256').update(bytes).digest('hex') }
    : refused(why);
}

function pictureRefusal(bytes: Buffer, type: Exclude<FileType, 'pdf'>, { pixelsMax }: Limits): FileRefusal | null {
  const pixels = pixelsOf(bytes, type);
  if (pixels === undefined || pixels === 0) return 'broken';
  return pixels > pixelsMax ? 'tooLarge' : null;
}
