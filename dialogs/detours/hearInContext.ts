// A message in the light of what is known: the customer's own cards, the answer told last, the figures told last.

import { hearWishToBeChecked } from '../stages/verify/wishToBeChecked';
import type { Turn } from '../talk/turn';
import { hearInTopic } from './chat/followUp';
import { hearPlainly } from './chat/plainSayings';
import { hearOwnCard } from './money/ownCard';
import { hearWhatIf } from './money/whatIf';

export async function hearInContext(turn: Turn): Promise<void> {
  hearPlainly(turn);
  hearWishToBeChecked(turn);
  await hearOwnCard(turn);
  hearInTopic(turn);
  hearWhatIf(turn);
}
