// Is this collector real: the register of agencies answers, and nobody is ever asked to pay a private account.

import { type Agency, agencyNamedIn, authorisationOf } from '../../data/domain/conduct/agencyRegister';
import type { CustomerTurn } from '../../data/domain/customer/customerTurn';
import { isAnsweredByKnowledge } from '../detours/chat/approvedAnswer';
import { hardlyAWish } from '../detours/chat/clarify/clarifyDialog';
import { insulted } from '../detours/chat/smallTalkDialog';
import { arrangementInForce } from '../detours/money/arrangementLines';
import { hasToldScam, scam } from '../detours/protect/scamDialog';
import { readingsOf } from '../talk/acts/steps';
import { asksForList, asksHow, asksOfOwn, isQuestion, namesNobody, posesAsOfficial } from '../talk/takenAsSaid';
import type { After, Flow, Turn } from '../talk/turn';

/** Says what the register knows of one agency: in general, or for the verified customer's own account. */
async function sayStanding(turn: Turn, agency: Agency): Promise<void> {
  const customerId = turn.customerId;
  const accounts = await turn.ownAccounts();
  const name = { agency: agency.name[turn.state.locale], phone: agency.phone };
  const standing = authorisationOf(agency, turn.today);
  const placed = accounts.some((account) => account.agencyId === agency.agencyId);
  turn.audit('collectorChecked', { agencyId: agency.agencyId, standing: standing.kind }, { placed });
  if (standing.kind !== 'authorised') turn.say('collector.notAuthorised', { hotline: turn.services.bank.hotline });
  else if (placed) turn.say('collector.authorised', name);
  else if (customerId === null) turn.say('collector.listed', name);
  else turn.say('collector.notAuthorised', { hotline: turn.services.bank.hotline });
}

/** "What should I check first?", after names or the list were talked of. */
const asksHowToCheck = (turn: Turn): boolean =>
  (turn.wasJustSaid('collector.list') || turn.wasJustSaid('collector.ask')) &&
  asksHow(turn.typed) &&
  turn.state.stage !== 'namingCollector';

function sayList(turn: Turn, agencies: readonly Agency[]): After {
  const listed = agencies.filter((one) => authorisationOf(one, turn.today).kind === 'authorised');
  const names = new Intl.ListFormat(turn.state.locale).format(listed.map(({ name }) => name[turn.state.locale]));
  turn.say('collector.list', { agencies: names }).tap('button.human', {}, 'human');
  return 'resume';
}

/** While an arrangement runs nobody chases, whoever says so. */
async function sayContactRests(turn: Turn): Promise<void> {
  if ((await arrangementInForce(turn)) !== undefined) turn.say('arrangement.contactRests', {});
}

/** Answers from the message itself, from the placement of a verified customer, or asks who it was. */
export async function verifyCollector(turn: Turn): Promise<After> {
  // Whoever asks for a code or a transfer is not confirmed, whatever name they give.
  if (hasToldScam(turn)) {
    turn.say('scam.notConfirmed', { hotline: turn.services.bank.hotline }).tap('button.human', {}, 'human');
    return 'resume';
  }
  // No court and no police collects for a bank: whoever says so is warned of, and not looked up.
  if (posesAsOfficial(turn.typed)) return scam(turn);
  const agencies = await turn.services.agencies();
  if (asksHowToCheck(turn)) return askOnceMore(turn);
  if (turn.wasJustSaid('collector.list') && agencyNamedIn(agencies, turn.typed) === undefined) {
    turn.say('collector.notListed', { hotline: turn.services.bank.hotline }).tap('button.human', {}, 'human');
    return 'resume';
  }
  if (asksForList(turn.typed)) return sayList(turn, agencies);
  const accounts = await turn.ownAccounts();
  const named = agencyNamedIn(agencies, turn.input.text);
  const placedWith = agencies.find((agency) => accounts.some((account) => account.agencyId === agency.agencyId));
  const agency = named ?? placedWith;
  const isOfOwn = asksOfOwn(turn.typed) || (await arrangementInForce(turn)) !== undefined;
  if (agency === undefined && turn.customerId !== null && accounts.length > 0 && isOfOwn) {
    turn.say('collector.notPlaced', {});
    await sayContactRests(turn);
    turn.say('collector.neverPrivate', {});
    return 'resume';
  }
  if (agency === undefined) {
    if (turn.state.stage === 'open') turn.state.stage = 'namingCollector';
    // Nobody was asked to collect from this customer: known before any name is.
    if (turn.customerId !== null && accounts.length > 0) turn.say('collector.notPlaced', {});
    turn.say('collector.ask', {}).tap('button.human', {}, 'human');
    return 'stay';
  }
  await sayStanding(turn, agency);
  // Whatever other name the message holds: nobody but this one was asked to get in touch.
  if (named === undefined && authorisationOf(agency, turn.today).kind === 'authorised')
    turn.say('collector.noOther', {});
  turn.say('collector.neverPrivate', {}).tap('button.human', {}, 'human');
  return 'resume';
}

/** The number that called, and nothing else. */
const isPhoneNumber = (text: string): boolean => /^[\d\s+()-]{5,}$/.test(text.normalize('NFKC'));

/** A number among words: "he rang from 138 0000 2222". */
const holdsNumber = (text: string): boolean => /(?<!\d)\d[\d -]{6,}\d/.test(text.normalize('NFKC'));

/** Nobody trains on companies' names: what is hardly a wish is taken for one. */
function couldBeName(heard: CustomerTurn): boolean {
  const means = readingsOf(heard).some((reading) => ['outOfScope', 'verifyCollector', 'affirm'].includes(reading));
  return means || hardlyAWish(heard);
}

/** Nobody was named: nobody is accused, and nobody confirmed. Asked once more, then told how to check. */
function askOnceMore(turn: Turn): After {
  const isLast = turn.timesSaid('collector.howToCheck') > 0;
  turn.say('collector.howToCheck', { hotline: turn.services.bank.hotline }).tap('button.human', {}, 'human');
  if (isLast) turn.state.stage = 'open';
  return 'stay';
}

/** Waits for the name or number of whoever got in touch. */
export const collectorDialog: Flow = {
  // Anger names no company: it is not looked up in the register.
  isAnswer: (turn) =>
    isPhoneNumber(turn.input.text) ||
    holdsNumber(turn.input.text) ||
    namesNobody(turn.input.text) ||
    (couldBeName(turn.heard) && !turn.heard.signals.includes('anger') && !isAnsweredByKnowledge(turn)),
  async hear(turn) {
    if (turn.heard.signals.includes('anger')) return insulted(turn);
    const agency = agencyNamedIn(await turn.services.agencies(), turn.input.text);
    if (agency === undefined && (namesNobody(turn.input.text) || isQuestion(turn.input.text))) return askOnceMore(turn);
    turn.state.stage = 'open';
    if (agency === undefined) turn.say('collector.notListed', { hotline: turn.services.bank.hotline });
    else await sayStanding(turn, agency);
    turn.say('collector.neverPrivate', {}).tap('button.human', {}, 'human');
    return 'stay';
  },
  async resume(turn) {
    turn.say('collector.ask', {});
  },
};
