// Files as people send them: one that is sound, and those that must be refused, each under the name of a photo or a bill.
import type { Attachment } from 'botbuilder';
import { bombPng, executable, packedPdf, pdf, png } from '../bot/documents/evidence/sampleFiles';

export const tryFiles = ['executableAsPhoto', 'pdfWithScript', 'lockedPdf', 'bomb'] as const;
export type TryFile = (typeof tryFiles)[number];
export type SentFile = TryFile | 'photo';

const contents: Readonly<Record<SentFile, () => { readonly contentType: string; readonly bytes: Buffer }>> = {
  photo: () => ({ contentType: 'image/png', bytes: png() }),
  executableAsPhoto: () => ({ contentType: 'image/jpeg', bytes: executable() }),
  pdfWithScript: () => ({ contentType: 'application/pdf', bytes: packedPdf('7 0 << /S /JavaScript /JS (x) >>') }),
  lockedPdf: () => ({ contentType: 'application/pdf', bytes: pdf('<< /Encrypt 9 0 R >>') }),
  bomb: () => ({ contentType: 'image/png', bytes: bombPng() }),
};

export function attachmentOf(file: SentFile): Attachment {
  const { contentType, bytes } = contents[file]();
  const name = contentType === 'application/pdf' ? 'bill.pdf' : 'photo.jpg';
  return { contentType, contentUrl: `data:${contentType};base64,${bytes.toString('base64')}`, name };
}
