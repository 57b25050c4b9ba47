// Lines with a checksum in front, so that a line that was only half written, or was damaged later, is recognised.
import { crc32 } from 'node:zlib';

/** Eight hexadecimal digits; `seed` binds a text to the place where it stands. */
export const checksum = (text: string, seed = ''): string =>
  crc32(text, seed === '' ? 0 : crc32(seed))
    .toString(16)
    .padStart(8, '0');

export const checkedLine = (text: string, seed = ''): string => `${checksum(text, seed)} ${text}\n`;

/** The text of a line without its line break, or null when it is not what was written. */
export function textOfLine(line: string, seed = ''): string | null {
  const text = line.slice(9);
  return line[8] === ' ' && line.slice(0, 8) === checksum(text, seed) ? text : null;
}

export interface CheckedLines {
  /** The texts of the whole lines, in order. */
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
    const text = textOfLine(line);
    if (text === null) {
      unsure += 1;
      continue;
    }
    damaged += unsure;
    unsure = 0;
    texts.push(text);
  }
  return { texts, damaged };
}
