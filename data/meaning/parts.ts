// A long message is heard part by part: a threat counts as much among friendly sentences as alone.

/** Up to this length a message is heard as one; about two sentences. */
const heardWholeMax = { han: 60, other: 160 } as const;
/** A part of more characters is cut, with halves that overlap. */
const partMax = 120;

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text);

function cut(part: string): string[] {
  if (part.length <= partMax) return [part];
  const pieces: string[] = [];
  for (let from = 0; from < part.length; from += partMax / 2) pieces.push(part.slice(from, from + partMax));
  return pieces;
}

/** The text itself where it is short; otherwise its sentences, those that are long in pieces. */
export function partsOf(text: string): readonly string[] {
  if (text.length <= heardWholeMax[isChinese(text) ? 'han' : 'other']) return [text];
  const sentences = text.split(/(?<=[。！？；!?;\n])|(?<=\.)(?=\s)/u).filter((one) => /[\p{L}\p{N}]/u.test(one));
  return sentences.flatMap((one) => cut(one.trim()));
}
