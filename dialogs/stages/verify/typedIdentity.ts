// What people type to show who they are: the endings of card and ID, together or by halves.

const fourAndFour = /(?<![\dXx])(\d{4})[\s,;/+-]*(\d{3}[\dXx])(?![\dXx])/;
const onlyFour = /(?<![\dXx])\d{3}[\dXx](?![\dXx])/;

/** Reads "6688 1234" from a message, full-width digits included. */
export function readCodes(text: string): { cardTail: string; idTail: string } | 'half' | undefined {
  const plain = text.normalize('NFKC').replace(/[^\dXx\s,;/+-]+/g, ' ');
  const match = fourAndFour.exec(plain);
  const [, cardTail, idTail] = match ?? [];
  if (cardTail !== undefined && idTail !== undefined) return { cardTail, idTail: idTail.toUpperCase() };
  return onlyFour.test(plain) ? 'half' : undefined;
}

/** The two endings and nothing else, sent without being asked: whoever does that wants to be checked. */
export const areCodesAlone = (text: string): boolean => /^\s*\d{4}\s+\d{3}[\dXx]\s*$/.test(text.normalize('NFKC'));
