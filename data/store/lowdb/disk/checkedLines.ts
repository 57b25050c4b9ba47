// Lines with a checksum in front, so that a line that was only half written, or was damaged later, is told apart.
import { crc32 } from 'node:zlib';

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

export const checkedLine = (json: string): string => `${checksum(json)} ${json}\n`;

export interface CheckedLines {
  /** The JSON texts of the whole lines, in order. */
  readonly texts: readonly string[];
  /** Damaged lines that have a whole line after them: not a torn end, but lost data. */
  readonly damaged: number;
}

/** Reads lines; a damaged end is what a crash leaves and is dropped silently. */
export function readCheckedLines(content: string): CheckedLines {
  const texts: string[] = [];
  let damaged = 0;
  let unsure = 0;
  const lines = content.split('\n');
  // What follows the last line break is empty, or the torn end.
  lines.pop();
  for (const line of lines) {
    const json = line.slice(9);
    if (line[8] !== ' ' || line.slice(0, 8) !== checksum(json)) {
      unsure += 1;
      continue;
    }
    damaged += unsure;
    unsure = 0;
    texts.push(json);
  }
  return { texts, damaged };
}
