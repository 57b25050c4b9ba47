// The few words that must be taken as said: doubts, a refusal to pay, and wishes about how to be contacted.

import { z } from 'zod';
import { oneWriting } from './acts/wordPatterns';
import words from './takenAsSaid.json';

const list = z.array(z.string().min(1)).min(1);
const bothLanguages = z.object({ 'zh-CN': list, 'en-US': list });
const parsed = z
  .object({
    contactTimesOrChannel: bothLanguages,
    contactStopsAltogether: bothLanguages,
    unsure: bothLanguages,
    putsOff: bothLanguages,
    doubt: bothLanguages,
    notPaying: bothLanguages,
    unsureFillers: bothLanguages,
    chasedAgain: bothLanguages,
    namesNobody: bothLanguages,
    nothingToAdd: bothLanguages,
    asksSomething: bothLanguages,
    complaintAlone: list,
    outsideLines: list,
    numberAsked: list,
    disputes: list,
    paid: list,
    complaintNamed: list,
    asksToComplain: list,
    nothingAtHand: list,
    asksWhy: list,
    offerNumbers: list,
    getsPaid: list,
    asksAfterPaying: list,
    asksHow: list,
    whereToSend: list,
    namesPaper: list,
    asksWhatNext: list,
    official: list,
    takesBack: list,
    unsays: list,
    agencyList: list,
    agencyOfOwn: list,
    tellsWhen: bothLanguages,
    tellsWho: bothLanguages,
  })
  .parse(words);

const ofEither = (entry: z.infer<typeof bothLanguages>) => [...entry['zh-CN'], ...entry['en-US']];
const lower = (text: string) => oneWriting(text).toLowerCase();
const plain = (text: string) =>
  lower(text)
    .replace(/[\s\d,.:;!?，。：；！？“”"、]+/g, ' ')
    .trim();

const timesOrChannel = ofEither(parsed.contactTimesOrChannel);
const altogether = ofEither(parsed.contactStopsAltogether);
const fillers = new RegExp(
  `${parsed.unsureFillers['zh-CN'].join('|')}|\\b(?:${parsed.unsureFillers['en-US'].join('|')})\\b(?!')`,
  'g',
);
/** "I honestly don't know" and "这个我现在真不清楚" without the words that change nothing. */
const withoutFillers = (text: string) => text.replace(fillers, ' ').replace(/\s+/g, ' ').trim();
const withAndWithoutFillers = (entry: z.infer<typeof bothLanguages>) =>
  new Set(ofEither(entry).flatMap((words) => [words, withoutFillers(words)]));
const unsure = withAndWithoutFillers(parsed.unsure);
const putsOff = withAndWithoutFillers(parsed.putsOff);
const isOneOf = (list: ReadonlySet<string>, text: string): boolean =>
  list.has(plain(text)) || list.has(withoutFillers(plain(text)));
const doubt = ofEither(parsed.doubt);
const notPaying = ofEither(parsed.notPaying);
const holdsShortly = (text: string, list: readonly string[]): boolean =>
  text.length <= 60 && !/\d/.test(text) && list.some((words) => lower(text).includes(words));
const chased = new Set(ofEither(parsed.chasedAgain));

/** True for "不知道" or "not sure" and nothing else. */
export const cannotTell = (text: string): boolean => isOneOf(unsure, text);
/** The same, or "再想想": to a question about an amount it names none, and is no other wish. */
export const isUnsure = (text: string): boolean => cannotTell(text) || isOneOf(putsOff, text);
/** True for a short message without a figure that says why no figure can be named: "depends how the month goes". */
export const saysDoubt = (text: string): boolean => holdsShortly(text, doubt);
/** True for a short message without a figure that refuses to pay at all. */
export const saysNotPaying = (text: string): boolean => holdsShortly(text, notPaying);
/** True for the very words that a signed customer is told to use when contact goes on. */
export const saysChasedAgain = (text: string): boolean => chased.has(plain(text));
const namesNone = ofEither(parsed.namesNobody);
const nothingMore = ofEither(parsed.nothingToAdd);
const when = ofEither(parsed.tellsWhen);
const who = ofEither(parsed.tellsWho);
const holdsAny = (text: string, list: readonly string[]): boolean => list.some((words) => lower(text).includes(words));

const saysNone = namesNone.filter((words) => words.length > 4 || /\p{Script=Han}/u.test(words));
/** True where it is said that no name is known, whatever else is told: "around eleven, dunno the name". */
export const namesNobodyIn = (text: string): boolean => holdsAny(text, saysNone);
/** True for an answer to "who was it?" that names nobody: "he didn't say", "ok". */
export const namesNobody = (text: string): boolean =>
  text.length <= 40 && (/^(?:ok|okay|fine)\b/i.test(text) || namesNobodyIn(text));
/** What an English question may begin with. */
const openers = /^(?:(?:and|so|but|ok|okay|well|then|right|hm+|oh|also|sorry|wait)\b[ ,]*)+/;
/** True for a message in the form of a question. */
export const isQuestion = (text: string): boolean =>
  /[?？]\s*$/.test(text) ||
  parsed.asksSomething['en-US'].some((words) => lower(text).replace(openers, '').startsWith(`${words} `)) ||
  parsed.asksSomething['zh-CN'].some((words) => text.trimEnd().endsWith(words));
/** True for "skip" or "that's all": nothing is added to what was told. */
export const addsNothing = (text: string): boolean => text.length <= 20 && holdsAny(text, nothingMore);
const [complaintAlone, outsideLines, numberAsked] = [
  parsed.complaintAlone,
  parsed.outsideLines,
  parsed.numberAsked,
].map((sources) => new RegExp(sources.join('|'), 'iu')) as [RegExp, RegExp, RegExp];
/** False for "I want to complain" and nothing else: what happened is still to be told. */
export const tellsWhat = (text: string): boolean =>
  /\p{Script=Han}{2}|[a-z]{3}/iu.test(lower(text).replace(new RegExp(complaintAlone.source, 'giu'), ' '));
/** True for "who above you can I write to?". */
export const asksForOutsideLines = (text: string): boolean => outsideLines.test(lower(text));
/** True for "give me the number". */
export const asksForNumber = (text: string): boolean => numberAsked.test(lower(text));
const [listAsked, ownAsked] = [parsed.agencyList, parsed.agencyOfOwn].map(
  (sources) => new RegExp(sources.join('|'), 'iu'),
) as [RegExp, RegExp];
/** True for "where is your list of agencies?". */
export const asksForList = (text: string): boolean => listAsked.test(lower(text));
const saysOneOf = (sources: readonly string[]) => {
  const pattern = new RegExp(sources.join('|'), 'iu');
  return (text: string): boolean => pattern.test(lower(text));
};
/** True where it is asked why. */
export const asksWhyAtAll = saysOneOf(parsed.asksWhy);
/** True for "no money now" and nothing else: asked for a first payment, there is none. */
export const hasNothingAtHand = saysOneOf(parsed.nothingAtHand);
/** True for "put in a complaint", "给我投诉": a complaint is asked for in so many words. */
export const asksToComplain = saysOneOf(parsed.asksToComplain);
/** True for "where do I post the papers?". */
export const asksWhereToSend = saysOneOf(parsed.whereToSend);
/** True where a paper that bears something out is named: a letter, a certificate, a payslip. */
export const namesPaper = saysOneOf(parsed.namesPaper);
/** True for a question of what comes of it, and when: "how long will it take?", "what if you just ignore it?". */
export const asksWhatNext = saysOneOf(parsed.asksWhatNext);
/** True where somebody who gets in touch is said to be of a court or the police. */
export const posesAsOfficial = saysOneOf(parsed.official);
/** True where what was agreed is said to be off. */
export const takesBack = saysOneOf(parsed.takesBack);
/** True where what was just said is said to have been a mistake. */
export const unsays = saysOneOf(parsed.unsays);
/** True for "once it's paid, does the record go?": what paying would bring, and no payment that was made. */
export const asksAfterPaying = saysOneOf(parsed.asksAfterPaying);
const howAsked = new RegExp(parsed.asksHow.join('|'), 'iu');
/** True for "what should I check?". */
export const asksHow = (text: string): boolean => howAsked.test(lower(text));
/** True for "has my card gone to an agency?", "so who is calling me?". */
export const asksOfOwn = (text: string): boolean => ownAsked.test(lower(text));
const [complaintNamed, numbers] = [parsed.complaintNamed, parsed.offerNumbers].map((sources) =>
  sources.map((source) => new RegExp(source, 'iu')),
) as [RegExp[], RegExp[]];
export const namesComplaint = (text: string): boolean => complaintNamed.some((one) => one.test(lower(text)));
/** The number of an offer that the words name, from 1: "I meant the second"; undefined where none or several are named. */
export function offerNumberIn(text: string): number | undefined {
  const named = numbers.flatMap((one, index) => (one.test(lower(text)) ? [index + 1] : []));
  return named.length === 1 ? named[0] : undefined;
}
const [disputing, paying] = [parsed.disputes, parsed.paid].map((sources) => new RegExp(sources.join('|'), 'iu')) as [
  RegExp,
  RegExp,
];
/** True where the words themselves deny or contest a debt or a charge. */
export const disputesPlainly = (text: string): boolean => disputing.test(lower(text));
/** "Nurse, paid on the 27th": when wages come, and no payment that was made. */
const getsPaid = new RegExp(parsed.getsPaid.join('|'), 'giu');
/** True where the words themselves say that something was paid. */
export const saysPaid = (text: string): boolean => paying.test(lower(text).replace(getsPaid, ' '));
export const tellsWhen = (text: string): boolean => holdsAny(text, when);
export const tellsWho = (text: string): boolean => /\d{5,}/.test(text) || holdsAny(text, who);
/** True where the words stop all contact, whatever else they name. */
export const stopsAllContact = (text: string): boolean => holdsAny(text, altogether);
/** True when the wish is about when or how to be contacted, not about stopping altogether. */
export const wishesOtherContact = (text: string): boolean => {
  const said = lower(text);
  return timesOrChannel.some((word) => said.includes(word)) && !altogether.some((word) => said.includes(word));
};
