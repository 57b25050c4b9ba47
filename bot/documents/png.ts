// A small PNG writer for flat pictures of a few colours: no library, a few hundred bytes a picture.
import { constants, crc32, deflateSync } from 'node:zlib';

export type Colour = readonly [number, number, number];

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body) >>> 0, body.length + 4);
  return out;
}

/** Paints rectangles of palette colours on colour 0. */
export class Picture {
  private readonly pixels: Uint8Array;

  constructor(
    readonly width: number,
    readonly height: number,
    private readonly palette: readonly Colour[],
  ) {
    this.pixels = new Uint8Array(width * height);
  }

  rectangle(left: number, top: number, width: number, height: number, colour: number): void {
    const clamp = (value: number, limit: number) => Math.max(0, Math.min(limit, Math.round(value)));
    const [x0, x1] = [clamp(left, this.width), clamp(left + width, this.width)];
    for (let y = clamp(top, this.height); y < clamp(top + height, this.height); y++)
      this.pixels.fill(colour, y * this.width + x0, y * this.width + x1);
  }

  png(): Buffer {
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    // Eight bits a pixel, palette colour, no interlacing.
    header.set([8, 3, 0, 0, 0], 8);
    const rows = Buffer.alloc((this.width + 1) * this.height);
    for (let y = 0; y < this.height; y++)
      rows.set(this.pixels.subarray(y * this.width, (y + 1) * this.width), y * (this.width + 1) + 1);
    const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const parts = [
      chunk('IHDR', header),
      chunk('PLTE', Buffer.from(this.palette.flat())),
      chunk('IDAT', deflateSync(rows, { level: 6, strategy: constants.Z_RLE })),
    ];
    return Buffer.concat([signature, ...parts, chunk('IEND', Buffer.alloc(0))]);
  }
}

export function colourOf(hex: string): Colour {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** `share` of a colour over white, 0-1; the rest is paper. */
export const tint = (colour: Colour, share: number): Colour =>
  colour.map((part) => Math.round(255 - (255 - part) * share)) as unknown as Colour;
