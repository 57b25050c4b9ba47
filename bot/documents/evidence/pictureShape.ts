// What kind of file bytes are, by their own marks from first to last, and how many pixels a picture has. Names and
// declared types are not believed.
import type { FileType } from '../../../data/domain/case/evidence';

const startsWith = (bytes: Buffer, text: string, at = 0): boolean =>
  bytes.subarray(at, at + text.length).equals(Buffer.from(text, 'latin1'));

const pngMark = '\x89PNG\r\n\x1a\n';
const pngEnd = 'IEND\xae\x42\x60\x82';
/** Brands of HEIF pictures as phones write them. */
const heicBrands = ['heic', 'heix', 'mif1', 'heim', 'heis'];
/** Cameras leave a little behind the end of a picture. */
const tailBytes = 64 * 1024;

const endsWithin = (bytes: Buffer, text: string): boolean =>
  bytes.subarray(Math.max(0, bytes.length - tailBytes)).includes(Buffer.from(text, 'latin1'));

/** The type whose marks the bytes bear at both ends; undefined for any other file. */
export function typeOf(bytes: Buffer): FileType | undefined {
  if (startsWith(bytes, pngMark) && startsWith(bytes, 'IHDR', 12)) return endsWithin(bytes, pngEnd) ? 'png' : undefined;
  if (startsWith(bytes, '\xff\xd8\xff')) return endsWithin(bytes, '\xff\xd9') ? 'jpeg' : undefined;
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBPVP8', 8))
    return bytes.readUInt32LE(4) + 8 <= bytes.length + 1 ? 'webp' : undefined;
  if (startsWith(bytes, 'ftyp', 4) && heicBrands.some((brand) => startsWith(bytes, brand, 8))) return 'heic';
  if (startsWith(bytes, '%PDF-')) return endsWithin(bytes, '%%EOF') ? 'pdf' : undefined;
  return undefined;
}

/** Marks that begin a frame of a JPEG: there its size stands. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function jpegPixels(bytes: Buffer): number | undefined {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes.readUInt8(at + 1);
    if (isFrame(marker)) return bytes.readUInt16BE(at + 5) * bytes.readUInt16BE(at + 7);
    // A fill byte before a mark.
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return undefined;
}

function webpPixels(bytes: Buffer): number | undefined {
  const kind = bytes.toString('latin1', 12, 16);
  if (bytes.length < 30) return undefined;
  if (kind === 'VP8X') return (bytes.readUIntLE(24, 3) + 1) * (bytes.readUIntLE(27, 3) + 1);
  if (kind === 'VP8 ') return (bytes.readUInt16LE(26) & 0x3fff) * (bytes.readUInt16LE(28) & 0x3fff);
  const packed = bytes.readUInt32LE(21);
  return kind === 'VP8L' ? ((packed & 0x3fff) + 1) * (((packed >> 14) & 0x3fff) + 1) : undefined;
}

/** The size of a HEIF picture stands in its "ispe" boxes; the greatest counts. */
function heicPixels(bytes: Buffer): number | undefined {
  const sizes: number[] = [];
  for (let at = bytes.indexOf('ispe'); at >= 0 && at + 16 <= bytes.length; at = bytes.indexOf('ispe', at + 4)) {
    if (sizes.push(bytes.readUInt32BE(at + 8) * bytes.readUInt32BE(at + 12)) > 1000) break;
  }
  return sizes.length === 0 ? undefined : Math.max(...sizes);
}

/** Width times height; undefined where the picture does not say, and is then broken. */
export function pixelsOf(bytes: Buffer, type: Exclude<FileType, 'pdf'>): number | undefined {
  try {
    switch (type) {
      case 'png':
        return bytes.readUInt32BE(16) * bytes.readUInt32BE(20);
      case 'jpeg':
        return jpegPixels(bytes);
      case 'webp':
        return webpPixels(bytes);
      case 'heic':
        return heicPixels(bytes);
    }
  } catch {
    // It ends before its size.
    return undefined;
  }
}
