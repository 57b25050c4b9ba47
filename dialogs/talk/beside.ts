// What was asked or wished beside the main thing of a message: which of it is answered afterwards, once.
import type { Intent } from '../../data/domain/customer/customerTurn';
import type { Turn } from './turn';

/** A question in general: answered from the approved answers, whoever asks. */
export const isQuestion = (intent: Intent): boolean => intent.startsWith('ask.');

const isOfAccount = (intent: Intent): boolean => intent.startsWith('account.');

/** Beside a question, a wish to look at the account or to find an arrangement is taken up once the question is answered. */
export function wishBeside(turn: Turn): Intent | undefined {
  const { intent, alsoAsked } = turn.heard;
  if (!isQuestion(intent) && !isOfAccount(intent)) return undefined;
  return alsoAsked.find((one) => isOfAccount(one) || one === 'negotiate.start');
}
