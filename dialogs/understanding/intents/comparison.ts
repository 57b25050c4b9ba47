// Two offers held side by side, with nothing else said of them: "2 against 3", 2跟3比, "1 or 3?".
import words from '../lexicons/choiceWords.json';
import type { Extraction } from '../slots/extractSlots';

const sideBySide = new RegExp(words.sideBySide, 'd');
/** Nobody is shown more offers than these. */
const offersMost = 9;

const eitherOr = new RegExp(words.eitherOr);

/** "1 or 3?" reads as a range elsewhere; where offers stand to be chosen from, it is two of them. */
function asksWhichOfTwo({ normal, figures, context }: Extraction): boolean {
  const quantity = figures.length === 1 ? figures[0]?.quantity : undefined;
  if (quantity?.kind !== 'bare' || quantity.min === quantity.max || quantity.max > offersMost) return false;
  return (context.expects === 'offer' || context.offers !== undefined) && eitherOr.test(normal);
}

/** Whether the message names two offers to be compared, and does nothing else. */
export function comparesOffers(extraction: Extraction): boolean {
  const { masked, figures } = extraction;
  if (asksWhichOfTwo(extraction)) return true;
  const match = sideBySide.exec(masked.trim());
  const lead = masked.length - masked.trimStart().length;
  if (match === null || figures.length !== 2) return false;
  const places = [match.indices?.groups?.first?.[0], match.indices?.groups?.second?.[0]];
  const choices = places.map((place) => {
    const quantity = figures.find(({ at }) => at === (place ?? -1) + lead)?.quantity;
    if (quantity?.kind === 'option') return quantity.choice;
    if (quantity?.kind === 'day') return quantity.day;
    return quantity?.kind === 'bare' && quantity.min === quantity.max ? quantity.min : undefined;
  });
  const [first, second] = choices;
  const isOffer = (choice: (typeof choices)[number]) =>
    typeof choice === 'number' ? Number.isInteger(choice) && choice >= 1 && choice <= offersMost : choice !== undefined;
  return isOffer(first) && isOffer(second) && first !== second;
}
