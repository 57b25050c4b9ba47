// Reads a JSON body of limited size, or says which of the two it is not.
import type { Request } from 'restify';
import { badRequest, HttpProblem } from './problem';

export const bodyLimitBytes = 256 * 1024;
/** Deeper than anything that a client of ours sends; what walks through a value may then call itself. */
const depthMax = 64;

/** How deep the arrays and objects of a JSON text lie in each other, without building them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (inString) {
      if (character === '\\') at += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === '{' || character === '[') {
      depth += 1;
      if (depth > depthMax) return true;
    } else if (character === '}' || character === ']') depth -= 1;
  }
  return false;
}

const tooLarge = (limitBytes: number) =>
  new HttpProblem(413, 'TooLarge', `A body may have at most ${limitBytes} bytes.`);

/** A packed body can unpack to anything; no client of ours sends one. */
const packed = () => new HttpProblem(415, 'UnsupportedEncoding', 'Send the body without a Content-Encoding.');

/** Why a body is not even read; undefined when it may be. */
function refusal(req: Request, limitBytes: number): HttpProblem | undefined {
  if (Number(req.headers['content-length'] ?? 0) > limitBytes) return tooLarge(limitBytes);
  const encoding = req.headers['content-encoding'];
  return encoding !== undefined && encoding !== 'identity' ? packed() : undefined;
}

/** The bytes of a body of limited size. */
export function readBytes(req: Request, limitBytes = bodyLimitBytes): Promise<Buffer> {
  const refused = refusal(req, limitBytes);
  if (refused !== undefined) return Promise.reject(refused);
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limitBytes) chunks.push(chunk);
      else {
        req.pause();
        reject(tooLarge(limitBytes));
      }
    });
    req.once('end', () => resolve(Buffer.concat(chunks)));
    req.once('error', reject);
    req.once('aborted', () => reject(badRequest('The body ended early.')));
  });
}

/** So much of a body that is too long is let run past, for the client to hear the answer; then the connection is cut. */
const runPastBytesMax = 128 * 1024 * 1024;

/** A body up to a limit; of a longer one the beginning alone, once all of it has run past. */
export function readUpTo(
  req: Request,
  limitBytes: number,
): Promise<{ readonly bytes: Buffer; readonly isWhole: boolean }> {
  const encoding = req.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') return Promise.reject(packed());
  return new Promise((resolve, reject) => {
    const kept: Buffer[] = [];
    let [size, isWhole] = [0, true];
    req.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > limitBytes && isWhole) {
        isWhole = false;
        kept.splice(1);
      }
      if (isWhole) kept.push(chunk);
      if (size <= runPastBytesMax) return;
      req.pause();
      reject(tooLarge(limitBytes));
    });
    req.once('end', () => resolve({ bytes: Buffer.concat(kept), isWhole }));
    req.once('error', reject);
    req.once('aborted', () => reject(badRequest('The body ended early.')));
  });
}

function parsed(bytes: Buffer): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw badRequest('The body is not valid JSON in UTF-8.');
  }
  if (isTooDeep(text)) throw badRequest(`The body is nested more than ${depthMax} levels deep.`);
  try {
    return JSON.parse(text);
  } catch {
    throw badRequest('The body is not valid JSON in UTF-8.');
  }
}

/** The body as a JSON object; an empty body is {} where that is allowed. */
export async function readJsonObject(
  req: Request,
  allowEmpty = false,
  limitBytes = bodyLimitBytes,
): Promise<Record<string, unknown>> {
  const bytes = await readBytes(req, limitBytes);
  if (bytes.length === 0 && allowEmpty) return {};
  const contentType = req.headers['content-type'] ?? '';
  if (!/^application\/(json|[\w.+-]+\+json)\b/i.test(contentType))
    throw new HttpProblem(415, 'UnsupportedMediaType', 'Send application/json.');
  const value = parsed(bytes);
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw badRequest('The body must be a JSON object.');
  return value as Record<string, unknown>;
}
