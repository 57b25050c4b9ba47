// A copy, a correction, an erasure, a person instead of a machine's decision: each a case with a number and a day, taken up once
// it is known whose data they are.
import type { CaseKind } from '../../../../data/domain/case/case';
import type { DataRight } from '../../../../data/domain/case/dataRight';
import { certainTurn } from '../../../../data/domain/customer/customerTurn';
import { waitForCheck } from '../../../stages/verify/waitForCheck';
import { addWords, openCase, openOfKind } from '../../../talk/matters';
import { addsNothing, isQuestion } from '../../../talk/takenAsSaid';
import type { After, Turn } from '../../../talk/turn';
import { dataRightIn, namesDetail } from './hearDataRight';

export const caseOfRight = {
  access: 'dataAccess',
  correction: 'dataCorrection',
  erasure: 'dataErasure',
  decision: 'machineDecision',
} as const satisfies Readonly<Record<DataRight, CaseKind>>;

/** Approved answers that tell of a right; with each, the wish itself can be said at once. */
const toldBy: Readonly<Record<string, DataRight>> = {
  privacyCopy: 'access',
  privacyCorrect: 'correction',
  privacyDelete: 'erasure',
  privacyMachine: 'decision',
};

/** After the answer in general, whether to take it up now: a yes does. */
export function offerDataRight(turn: Turn, answerId: string | undefined): boolean {
  const right = answerId === undefined ? undefined : toldBy[answerId];
  if (right === undefined) return false;
  turn.say('dataRight.offer', {});
  turn.affirmMeans = certainTurn('ask.privacy', { right });
  turn.tap('button.dataRight', {}, 'ask.privacy', { right }).tap('button.human', {}, 'human');
  return true;
}

export async function dataRight(turn: Turn, right: DataRight): Promise<After> {
  if (turn.customerId === null) return waitForCheck(turn);
  const { caseNumber, dueOn, isNew } = await openCase(turn, caseOfRight[right], turn.services.bank.dataRightDays);
  turn.audit('dataRight', { right }, { caseNumber });
  if (!isNew) turn.say('case.underWay', { caseNumber, dueOn });
  else {
    turn.say(`dataRight.${right}`, { caseNumber, dueOn });
    if (right === 'erasure') turn.say('dataRight.stays', {});
    if (right === 'decision') turn.say('dataRight.offersStand', {});
    if (right === 'correction' && !namesDetail(turn.typed)) turn.say('dataRight.which', {});
  }
  turn.tap('button.human', {}, 'human');
  return 'resume';
}

/** "Which of them?" was asked in the last reply, and the message names one. */
export const namesWhatToCorrect = (turn: Turn): boolean =>
  turn.wasJustSaid('dataRight.which') &&
  dataRightIn(turn.typed) === null &&
  !isQuestion(turn.typed) &&
  (namesDetail(turn.typed) || addsNothing(turn.typed));

/** Keeps, masked, which detail is wrong; what it should read is told to a colleague. */
export async function noteWhatToCorrect(turn: Turn): Promise<After> {
  const [open] = await openOfKind(turn, 'dataCorrection');
  if (open === undefined) return dataRight(turn, 'correction');
  const { caseNumber, dueOn } = open;
  addWords(turn, open);
  turn.say('dataRight.kept', { caseNumber, dueOn }).tap('button.human', {}, 'human');
  return 'resume';
}
