// "Weekends neither", "once a week at most", "still no calls": right after a wish about contact, a way, a time or a number of
// times is one more, in words that elsewhere would mean little.
import { type CustomerTurn, certainTurn, type Intent } from '../../../data/domain/customer/customerTurn';
import { readingsOf } from '../../talk/acts/steps';
import { stopsAllContact } from '../../talk/takenAsSaid';
import type { Turn } from '../../talk/turn';
import { contactWishIn } from '../../understanding/slots/contact/contactWish';
import { normalise } from '../../understanding/text/normalise';
import { welcomeFrom, welcomesContact } from './contactScope';
import { waysAfterStop } from './contactUnderstood';
import { channelsNamed, contactLimitsIn } from './contactWish';
import { contactWords as words } from './contactWords';

/** What such words are easily taken for. */
const soundsLike: readonly Intent[] = [
  'contactPreference',
  'outOfScope',
  'affirm',
  'deny',
  'help',
  'repeat',
  'cancel',
  'undo',
  'human',
  'authority',
  'thirdParty',
  'complaint',
  'goodbye',
  'promiseToPay',
  'account.dueDate',
  'ask.case',
  'ask.queue',
  'ask.cardStatus',
  'ask.collectionContact',
  'ask.partialPayment',
  'negotiate.accept',
  'negotiate.priceRelief',
  'negotiate.reject',
  'negotiate.start',
  'negotiate.terms',
];
/** Longer messages bring a matter of their own. */
const lengthMax = { 'zh-CN': 30, 'en-US': 80 } as const;

const statesNothing = ({ slots }: CustomerTurn): boolean => Object.values(slots).every((slot) => slot === undefined);

/** Said last, or before the check that came between; what means nothing else goes on from any earlier wish. */
function goesOnFromWish(turn: Turn): boolean {
  const ofContact = /^contact\.|^undo\.contactStop$|^chat\.asNoted$/;
  if (turn.wasJustSpokenOf(ofContact)) return true;
  const isNear = turn.wasJustSaid('verify.done') || turn.heard.intent === 'outOfScope';
  return isNear && Object.keys(turn.state.timesSaid).some((id) => ofContact.test(id));
}

/** A way, a place, a time or a number of times is named, or what holds of them is asked for. */
function isOfContact(turn: Turn): boolean {
  const { typed, services, today } = turn;
  return (
    contactLimitsIn(typed, services.contactRules.hours) !== 'unread' ||
    (channelsNamed(typed).length > 0 && welcomesContact(typed)) ||
    welcomeFrom(typed, today) !== undefined ||
    stopsAllContact(typed) ||
    waysAfterStop(turn).length > 0 ||
    [words.asksNow, words.oldNumber, words.also, words.corrects].some((said) => said.test(typed))
  );
}

/** Hears such a message as a wish about contact. */
export function hearContactGoesOn(turn: Turn): void {
  const { heard, typed, state } = turn;
  const isPlain = heard.intent === 'contactPreference' && heard.ambiguity === null;
  if (isPlain || !goesOnFromWish(turn) || turn.isTap || typed.length > lengthMax[state.locale]) return;
  const readings = readingsOf(heard);
  if (!readings.every((intent) => soundsLike.includes(intent)) || !statesNothing(heard) || !isOfContact(turn)) return;
  const contact = contactWishIn(normalise(typed).text);
  const { language, signals } = heard;
  turn.heard = { ...certainTurn('contactPreference', contact === undefined ? {} : { contact }), language, signals };
}
