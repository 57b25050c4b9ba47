// Four digits that are the ending of an own card name that card; they are no amount, whatever they look like.
import type { Turn } from '../../talk/turn';

const digitsOf = (yuan: number): string => String(yuan).padStart(4, '0');

/** "Put 1,000 on 2212: what is left?" Of two readings of a figure, the one that is an own card is taken for the card. */
export async function hearOwnCard(turn: Turn): Promise<void> {
  const { heard } = turn;
  const { ambiguity } = heard;
  if (ambiguity?.kind !== 'figure') return;
  const tails = new Set((await turn.ownAccounts()).map(({ cardTail }) => cardTail));
  const card = ambiguity.readings.find((reading) => tails.has(digitsOf(reading)));
  const left = ambiguity.readings.filter((reading) => reading !== card);
  const [only] = left;
  if (card === undefined || only === undefined) return;
  const cardTail = digitsOf(card);
  turn.heard =
    left.length > 1
      ? { ...heard, slots: { ...heard.slots, cardTail }, ambiguity: { ...ambiguity, readings: left } }
      : { ...heard, slots: { ...heard.slots, cardTail, amount: { min: only, max: only } }, acts: [], ambiguity: null };
}
