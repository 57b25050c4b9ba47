// The body of an upload: an activity with files (multipart), as Web Chat sends it, or one file alone. Bounded in memory;
// what is too large is let run past unread, so that the customer is told in the chat and not by a broken connection.
import type { Request } from 'restify';
import { z } from 'zod';
import type { EvidenceRules } from '../../../data/domain/case/evidence';
import type { Upload } from '../../documents/evidence/uploads';
import { badRequest } from '../../http/problem';
import { readUpTo } from '../../http/readBody';
import { activityBytesMax } from './limits';

/** All files of one message together, with what frames them. */
export const uploadBytesMax = 20 * 1024 * 1024;

export interface ReadUpload {
  /** What was written beside the files; not checked yet. */
  readonly activity: Record<string, unknown>;
  readonly uploads: readonly Upload[];
}

type Limits = Pick<EvidenceRules, 'fileBytesMax' | 'filesAtOnceMax'>;
const activityPart = /^application\/(?:vnd\.microsoft\.activity|json)\b/i;
/** The client's own number of the message stands near the beginning, before any file. */
const clientNumber = /"clientActivityID"\s*:\s*"([\w.:-]{1,256})"/;
const objectSchema = z.record(z.string(), z.unknown());

export async function readUpload(req: Request, limits: Limits): Promise<ReadUpload> {
  const contentType = req.headers['content-type'] ?? '';
  const { bytes, isWhole } = await readUpTo(req, uploadBytesMax);
  if (!isWhole) {
    const number = clientNumber.exec(bytes.toString('latin1'))?.[1];
    return { activity: withNumber(number), uploads: [{ kind: 'refused', why: 'tooLarge' }] };
  }
  if (/^multipart\/form-data\b/i.test(contentType)) return readParts(bytes, contentType, limits);
  return { activity: {}, uploads: [fileOf(bytes, nameIn(req.headers['content-disposition']), limits)] };
}

const withNumber = (number: string | undefined): Record<string, unknown> =>
  number === undefined ? {} : { channelData: { clientActivityID: number } };

const nameIn = (disposition: string | undefined): string =>
  /(?:file)?name="?([^";]{1,200})/i.exec(disposition ?? '')?.[1] ?? '';

function fileOf(bytes: Buffer, name: string, { fileBytesMax }: Limits): Upload {
  return bytes.length > fileBytesMax ? { kind: 'refused', why: 'tooLarge' } : { kind: 'read', name, bytes };
}

async function readParts(bytes: Buffer, contentType: string, limits: Limits): Promise<ReadUpload> {
  let activity: Record<string, unknown> = {};
  const uploads: Upload[] = [];
  for (const [, part] of await partsOf(bytes, contentType)) {
    if (typeof part === 'string') continue;
    if (activityPart.test(part.type)) activity = await activityOf(part);
    // One more than may be sent is looked at, so that it can be said; the rest is not.
    else if (uploads.length <= limits.filesAtOnceMax)
      uploads.push(fileOf(Buffer.from(await part.arrayBuffer()), part.name, limits));
  }
  return { activity, uploads };
}

async function partsOf(bytes: Buffer, contentType: string) {
  try {
    return await new Response(new Uint8Array(bytes), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw badRequest('The body is not the form that it is said to be.');
  }
}

async function activityOf(part: Blob): Promise<Record<string, unknown>> {
  if (part.size > activityBytesMax) throw badRequest('The activity of an upload is too long.');
  try {
    return objectSchema.parse(JSON.parse(await part.text()));
  } catch {
    throw badRequest('The activity of an upload is not a JSON object.');
  }
}
