// A text in pieces of so many bytes: between its lines, where one is too long after a sentence or a clause, and never inside a figure.

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

/** Where a piece may end, the best place first. */
const ends: readonly RegExp[] = [
  /\n/g,
  /[。！？；](?=.)|[.!?;](?=\s)/gsu,
  /[，、：](?=.)|[,:](?=\s)/gsu,
  /\s/g,
  // Between any two characters that are not both of a figure, a day or a word: 1,234.56 yuan, 3.6%, 15 December, AG-7F3K-20.
  /[^\p{L}\p{N}.,%/:-](?=.)|\p{Script=Han}(?=\p{Script=Han})/gsu,
];

/** How many UTF-16 units of the text fit into so many bytes, without half a character. */
function unitsThatFit(text: string, bytesMax: number): number {
  let bytes = 0;
  let units = 0;
  for (const character of text) {
    bytes += bytesOf(character);
    if (bytes > bytesMax) break;
    units += character.length;
  }
  return units;
}

/** The last good place up to `fits`, in the second half where the kind of place allows a choice; `fits` where there is none. */
function endOf(text: string, fits: number): number {
  const head = text.slice(0, fits + 1);
  for (const pattern of ends) {
    const last = [...head.matchAll(pattern)]
      .map(({ index, 0: mark }) => index + mark.length)
      .filter((at) => at <= fits);
    const at = last.at(-1);
    if (at !== undefined && at > 0) return at;
  }
  return fits;
}

/** The text as pieces of at most `bytesMax` bytes of UTF-8, in order, without empty ones. */
export function splitText(text: string, bytesMax: number): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (bytesOf(rest) > bytesMax) {
    const end = endOf(rest, Math.max(1, unitsThatFit(rest, bytesMax)));
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).replace(/^\s+/, '');
  }
  pieces.push(rest);
  const kept = pieces.filter((piece) => piece.trim() !== '');
  return kept.length === 0 ? [text] : kept;
}
