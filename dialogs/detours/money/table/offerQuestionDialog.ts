// Questions about what is on the table: answered from the offer read back, the offers shown, or the arrangement signed. They
// never lose the choice, the code or the place.

import type { Offer } from '../../../../data/domain/offer/offer';
import { ownWords } from '../../../talk/acts/ownWords';
import { signingOf } from '../../../talk/signingOf';
import type { After, Turn } from '../../../talk/turn';
import { sayArrangement } from '../arrangementLines';
import { isPromiseMeant } from '../promise/promiseState';
import { answerOfSigned, askOfNothing } from './askOfSigned';
import { offersShown } from './choiceWords';
import type { NamedOffer } from './offerAspects';
import { isSupposed } from './planAhead';
import { lengthsCompared, offersNamed, questionsIn } from './tableWords';
import { sayTopic, sayWhyNot, type Topic } from './topicAnswers';

/** Questions of one message that are answered; what is beyond is asked again. */
const answersMax = 3;

/** The offers that a question is about: those its words name, the one being signed, else those shown. */
function offersMeant(turn: Turn, clause: string): readonly Offer[] {
  const { negotiation } = turn.state;
  const shown = offersShown(turn);
  const { offerNumber, instalmentCount } = turn.heard.slots;
  const named = offersNamed(clause, turn, shown);
  if (named.length > 0) return named;
  const only =
    negotiation?.table.find(({ number }) => number === offerNumber) ??
    shown.find((one) => one.instalmentCount === instalmentCount?.min);
  const reading = signingOf(turn.state)?.terms.offer;
  if (only !== undefined) return [only];
  return reading === undefined ? shown : [reading];
}

const asNamed = (turn: Turn, offers: readonly Offer[]): NamedOffer[] =>
  offers.map((offer) => ({ offer, name: turn.words('offer.plan', { number: offer.number }) }));

/** "The difference between 36 and 48": lengths that are compared and are not on the table are worked out. */
async function sayOtherLengths(turn: Turn, clause: string): Promise<void> {
  const shown = offersShown(turn).map(({ instalmentCount }) => instalmentCount);
  const { heard } = turn;
  for (const months of lengthsCompared(clause, turn.today)) {
    if (shown.includes(months)) continue;
    turn.heard = { ...heard, slots: { instalmentCount: { min: months, max: months } } };
    await sayWhyNot(turn);
  }
  turn.heard = heard;
}

const isCompared = (topic: Topic): boolean => topic === 'difference' || topic === 'cheapest';

/** One that is compared is compared with all that is shown; a list is of all that is shown. */
function offersOf(turn: Turn, topic: Topic, clause: string): readonly Offer[] {
  const shown = offersShown(turn);
  if (topic === 'list' || topic === 'validity') return shown;
  const meant = offersMeant(turn, clause);
  const [first] = meant;
  return isCompared(topic) && meant.length === 1 && first !== undefined
    ? [first, ...shown.filter((one) => one.number !== first.number)]
    : meant;
}

/** A length that is not on the table: the plan of that length, worked out. */
const asksOtherLength = (turn: Turn): boolean => {
  const count = turn.heard.slots.instalmentCount?.min;
  return count !== undefined && !offersShown(turn).some((one) => one.instalmentCount === count);
};

export async function askOffer(turn: Turn): Promise<After> {
  const words = ownWords(turn);
  const aspect = turn.heard.slots.aspect ?? 'total';
  // "And what if I can't?" is no question of ways to pay less.
  const isOfMissed = aspect === 'missed' && isSupposed(turn);
  const asked = isOfMissed ? [] : questionsIn(words, turn.state.locale).slice(0, answersMax);
  const questions = asked.length > 0 ? asked : [{ topic: aspect, clause: words }];
  if (offersShown(turn).length === 0) {
    const topics = questions.map(({ topic }) => topic);
    if (await answerOfSigned(turn, topics)) return 'resume';
    if (topics.includes('missed') && (await isPromiseMeant(turn))) {
      turn.say('promise.ifNot', {});
      return 'resume';
    }
    if (await sayArrangement(turn)) return 'resume';
    return askOfNothing(turn, topics[0] ?? aspect);
  }
  if (asked.length === 0 && asksOtherLength(turn)) {
    await sayWhyNot(turn);
    return 'resume';
  }
  for (const { topic, clause } of questions) {
    const inClause = questions.length > 1 ? clause : words;
    if (topic === 'difference') await sayOtherLengths(turn, inClause);
    await sayTopic(turn, asNamed(turn, offersOf(turn, topic, inClause)), topic);
  }
  return 'resume';
}
