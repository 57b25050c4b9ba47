// Files as customers and attackers send them, made byte by byte.
import { deflateSync } from 'node:zlib';
import { Picture } from '../../../../bot/documents/png';

export function png(): Buffer {
  const picture = new Picture(40, 20, [
    [255, 255, 255],
    [0, 80, 80],
  ]);
  picture.rectangle(5, 5, 10, 10, 1);
  return picture.png();
}

/** A small file that says it is a picture of 60,000 by 60,000. */
export function bombPng(): Buffer {
  const bytes = Buffer.from(png());
  bytes.writeUInt32BE(60_000, 16);
  bytes.writeUInt32BE(60_000, 20);
  return bytes;
}

export function jpeg(width = 640, height = 480, filling = 200): Buffer {
  const frame = Buffer.from([0xff, 0xc0, 0, 11, 8, 0, 0, 0, 0, 1, 1, 0x11, 0]);
  frame.writeUInt16BE(height, 5);
  frame.writeUInt16BE(width, 7);
  const head = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2]);
  return Buffer.concat([
    head,
    frame,
    Buffer.from([0xff, 0xda, 0, 2]),
    Buffer.alloc(filling, 7),
    Buffer.from([0xff, 0xd9]),
  ]);
}

export function webp(): Buffer {
  const bytes = Buffer.alloc(40);
  bytes.write('RIFF', 0, 'latin1');
  bytes.writeUInt32LE(32, 4);
  bytes.write('WEBPVP8X', 8, 'latin1');
  bytes.writeUIntLE(99, 24, 3);
  bytes.writeUIntLE(49, 27, 3);
  return bytes;
}

export function heic(): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(4032, 0);
  size.writeUInt32BE(3024, 4);
  return Buffer.concat([
    Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'),
    Buffer.from('ispe\0\0\0\0', 'latin1'),
    size,
  ]);
}

export const pdf = (objects = ''): Buffer =>
  Buffer.from(
    `%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n${objects}\ntrailer << /Root 1 0 R >>\n%%EOF\n`,
    'latin1',
  );

/** A PDF whose objects are packed away, as most programs write them now. */
export function packedPdf(
  objects: string | Buffer,
  dictionary = '/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode',
): Buffer {
  const packed = deflateSync(objects);
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n5 0 obj\n<< ${dictionary} /Length ${packed.length} >>\nstream\n`, 'latin1'),
    packed,
    Buffer.from('\nendstream\nendobj\n%%EOF\n', 'latin1'),
  ]);
}

export const executable = (): Buffer => Buffer.concat([Buffer.from('MZ\x90\0\x03', 'latin1'), Buffer.alloc(500, 1)]);
export const zip = (): Buffer => Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), Buffer.alloc(500, 0)]);
