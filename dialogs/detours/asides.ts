// What is heard by the words and by the last reply, whatever intent was read: who serves it, in the order in which it is looked for.
import { askByTheMonth, offersByTheDay } from '../stages/negotiate/dailySum';
import { isOfSigning, sayOfSigning } from '../stages/sign/withoutReading';
import { asksAboutCheck, sayAboutCheck } from '../stages/verify/aboutCheck';
import { hearYesOrNo, isYesOrNo } from '../talk/acts/askFirst';
import type { After, Turn } from '../talk/turn';
import { noteComplaint, tellsOfComplaint } from './matters/complaintDialog';
import { namesWhatToCorrect, noteWhatToCorrect } from './matters/dataRights/dataRightDialog';
import { notePayment, tellsOfPayment } from './matters/paidDialog';
import { paysNow, sayHowToPayNow } from './money/repayDialog';
import { hearOfPhone, tellsOfPhone } from './protect/danger/phoneSafety';
import { afterCheck, answersCheck } from './protect/danger/safetyDialog';
import { followsScam, scam } from './protect/scamDialog';

type Serve = (turn: Turn) => After | Promise<After>;
type Aside = readonly [is: (turn: Turn) => boolean, serve: Serve];

/** Before offers, answers and figures are looked for. */
export const answersAtOnce: readonly Aside[] = [
  [answersCheck, afterCheck],
  [tellsOfPhone, hearOfPhone],
  [isOfSigning, sayOfSigning],
  [isYesOrNo, hearYesOrNo],
  [offersByTheDay, askByTheMonth],
  [paysNow, sayHowToPayNow],
];

/** What goes on from the last reply. */
export const goesOnFromReply: readonly Aside[] = [
  [followsScam, scam],
  [tellsOfComplaint, noteComplaint],
  [namesWhatToCorrect, noteWhatToCorrect],
  [tellsOfPayment, notePayment],
  [asksAboutCheck, sayAboutCheck],
];

/** Who serves the first that the message is; undefined where it is none. */
export const asideOf = (turn: Turn, asides: readonly Aside[]): Serve | undefined =>
  asides.find(([is]) => is(turn))?.[1];
