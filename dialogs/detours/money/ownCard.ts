// Four digits that are the ending of an own card name that card; they are no amount, whatever they look like.
import type { Slots } from '../../../data/domain/customer/customerTurn';
import type { Turn } from '../../talk/turn';

const digitsOf = (yuan: number): string => String(yuan).padStart(4, '0');

const figures = ['amount', 'lumpSum', 'monthlyAmount'] as const;

/** The slots without a figure that is the ending of this card, and with the card. */
function slotsOfCard(slots: Slots, cardTail: string): Slots {
  const isCard = (slot: (typeof figures)[number]) => digitsOf(slots[slot]?.max ?? slots[slot]?.min ?? 0) === cardTail;
  const read = figures.filter(isCard);
  const left = Object.fromEntries(Object.entries(slots).filter(([name]) => !read.some((slot) => slot === name)));
  return { ...left, cardTail };
}

/** "Put 1,000 on 2212: what is left?" The digits of an own card name it, and what else was read in them is dropped. */
export async function hearOwnCard(turn: Turn): Promise<void> {
  const { heard, input } = turn;
  const { ambiguity } = heard;
  const named = (await turn.ownAccounts())
    .map(({ cardTail }) => cardTail)
    .filter((tail) => new RegExp(`(?<![\\d.,])${tail}(?![\\d.,]*\\d)`).test(input.text));
  const [cardTail, second] = named;
  if (cardTail === undefined || second !== undefined) return;
  const slots = slotsOfCard(heard.slots, cardTail);
  const acts = heard.acts.map((act) => ({ ...act, slots: slotsOfCard(act.slots, cardTail) }));
  const readings = ambiguity?.kind === 'figure' ? ambiguity.readings.filter((one) => digitsOf(one) !== cardTail) : [];
  const [only, other] = readings;
  if (ambiguity?.kind !== 'figure') turn.heard = { ...heard, slots, acts };
  else if (only !== undefined && other === undefined)
    turn.heard = { ...heard, slots: { ...slots, amount: { min: only, max: only } }, acts: [], ambiguity: null };
  else if (other !== undefined) turn.heard = { ...heard, slots, acts, ambiguity: { ...ambiguity, readings } };
}
