// A message in the light of what is known: the customer's own cards, the answer told last, the figures told last.

import { hearInHardship } from '../stages/hardship/hardshipQuestions';
import { hearEndingsAlone, hearWishToBeChecked } from '../stages/verify/wishToBeChecked';
import type { Turn } from '../talk/turn';
import { hearByKnowledge } from './chat/byKnowledge';
import { hearInTopic } from './chat/followUp';
import { hearClaim, hearOtherLanguage } from './chat/outside';
import { hearPayingBits } from './chat/payingBits';
import { hearPlainly } from './chat/plainSayings';
import { hearComplaintAskedFor, hearDetail } from './matters/complaintDialog';
import { hearDataRight } from './matters/dataRights/hearDataRight';
import { hearPaid } from './matters/paidDialog';
import { hearTakenBack } from './matters/withdraw';
import { hearOwnCard } from './money/ownCard';
import { changesPromiseSaid, hearPromiseChanged } from './money/promise/hearInPromise';
import { hearPromised } from './money/promise/hearPromised';
import { hearMissedMadeUp } from './money/promise/madeUp';
import { hearSumNamed } from './money/promise/sumNamed';
import { hearSumMeant } from './money/table/figures/sumMeant';
import { hearSupposed } from './money/table/hearSupposed';
import { asksEffect, hearWhatIf, hearWhatIsLeftToLiveOn } from './money/whatIf';
import { hearCallback } from './people/callback';
import { hearWhoWrites } from './people/whoWrites';
import { hearContactAsked } from './protect/contactAsked';
import { hearContactGoesOn } from './protect/contactGoesOn';
import { hearDanger } from './protect/danger/hearDanger';

export async function hearInContext(turn: Turn): Promise<void> {
  hearPlainly(turn);
  hearWhoWrites(turn);
  hearDetail(turn);
  hearComplaintAskedFor(turn);
  hearTakenBack(turn);
  hearDataRight(turn);
  hearPaid(turn);
  hearDanger(turn);
  hearContactAsked(turn);
  hearContactGoesOn(turn);
  hearCallback(turn);
  hearOtherLanguage(turn);
  hearClaim(turn);
  hearInHardship(turn);
  hearWishToBeChecked(turn);
  await hearOwnCard(turn);
  hearSumMeant(turn);
  // A day and a sum that are said while a promise is made belong to the promise; what paying would leave is asked all the same.
  const isPromising = turn.state.negotiation?.stage === 'promising';
  if (!isPromising) hearPromised(turn);
  await hearSumNamed(turn);
  if (asksEffect(turn) || !(isPromising || changesPromiseSaid(turn))) hearWhatIf(turn);
  if (!isPromising) await hearMissedMadeUp(turn);
  await hearSupposed(turn);
  await hearPromiseChanged(turn);
  hearWhatIsLeftToLiveOn(turn);
  hearPayingBits(turn);
  await hearInTopic(turn);
  hearByKnowledge(turn);
  hearEndingsAlone(turn);
}
