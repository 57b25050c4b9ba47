// Looks through a PDF for what acts by itself: scripts, programs to start, files inside, forms that send. It is never
// drawn here; what cannot be looked into is refused.
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';
import type { FileRefusal } from '../../../data/domain/case/evidence';

const unpack = promisify(inflate);

/** Names of what acts, or hides something else, by ISO 32000. Any of them needs the name: a value alone does nothing. */
const acting =
  /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia(?:Content)?|XFA|SubmitForm|ImportData|GoToE|Rendition|Movie)(?![\w.-])/;
const lockedName = /\/Encrypt(?![\w.-])/;

/** Letters of a name may be written as #4A. */
const plainNames = (text: string): string =>
  text.replace(/#([0-9A-Fa-f]{2})/g, (_, digits: string) => String.fromCharCode(Number.parseInt(digits, 16)));

const streamStart = /\bstream\r?\n/g;
/** The dictionary of a stream stands before it, from its "obj" on. */
const dictionaryMax = 4096;

interface Stream {
  readonly dictionary: string;
  readonly from: number;
}

function* streamsOf(text: string): Generator<Stream> {
  for (const found of text.matchAll(streamStart)) {
    const before = text.slice(Math.max(0, found.index - dictionaryMax), found.index);
    const dictionary = plainNames(before.slice(before.lastIndexOf(' obj') + 1));
    yield { dictionary, from: found.index + found[0].length };
  }
}

/** Objects packed into a stream: what stands in them cannot be seen from outside. */
const holdsObjects = ({ dictionary }: Stream): boolean => /\/ObjStm(?![\w.-])/.test(dictionary);
const filterOf = ({ dictionary }: Stream): string =>
  /\/Filter\s*(?:\[\s*)?\/(\w+)\s*(?:\]|\/(?!\w*Decode)|>>|\s(?!\s*\/\w+Decode))/.exec(dictionary)?.[1] ?? '';

/** Why a PDF is not taken; null where nothing in it acts. */
export async function pdfRefusal(bytes: Buffer, unpackedBytesMax: number): Promise<FileRefusal | null> {
  const text = bytes.toString('latin1');
  const names = plainNames(text);
  if (acting.test(names)) return 'scripts';
  if (lockedName.test(names)) return 'locked';
  let room = unpackedBytesMax;
  for (const stream of streamsOf(text)) {
    if (!holdsObjects(stream)) continue;
    if (!/\/Filter/.test(stream.dictionary)) continue;
    if (filterOf(stream) !== 'FlateDecode') return 'broken';
    const objects = await unpacked(bytes.subarray(stream.from), room);
    if (objects === undefined) return 'broken';
    room -= objects.length;
    const packed = plainNames(objects.toString('latin1'));
    if (acting.test(packed)) return 'scripts';
  }
  return null;
}

/** Undefined for what is damaged, and for what would grow beyond the room there is. */
async function unpacked(bytes: Buffer, room: number): Promise<Buffer | undefined> {
  if (room <= 0) return undefined;
  try {
    return await unpack(bytes, { maxOutputLength: room });
  } catch {
    return undefined;
  }
}
