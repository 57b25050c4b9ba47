// A wish about contact: stop it, only so, not so, or take it up again; nothing more than the words ask for.
import type { ContactWish } from '../../../../data/domain/customer/customerTurn';
import lexicon from '../../lexicons/slots/contact.json';
import { contactWindow } from './contactWindow';

type Channel = NonNullable<ContactWish['channels']>[number];
type Place = NonNullable<ContactWish['where']>;
type Window = ReturnType<typeof contactWindow>;

const channelNames: readonly Channel[] = ['phone', 'sms', 'wechat', 'email'];
const channelWords = channelNames.map((channel) => ({ channel, says: new RegExp(lexicon.channels[channel], 'g') }));
/** The agency before the company it is, relatives before the home they live in. */
const places: readonly Place[] = ['agency', 'relatives', 'work', 'home'];
const placeWords = places.map((place) => ({ place, says: new RegExp(lexicon.where[place]) }));
const [no, noBefore, noAfter, yesAfter, only, everything] = [
  lexicon.no,
  lexicon.noBefore,
  lexicon.noAfter,
  lexicon.yesAfter,
  lexicon.only,
  lexicon.everything,
].map((pattern) => new RegExp(pattern)) as [RegExp, RegExp, RegExp, RegExp, RegExp, RegExp];
const resume = new RegExp(`${lexicon.resume}|${lexicon.resumeEnglish}`);
const notResume = new RegExp(lexicon.notResume);
const heeded = new RegExp(lexicon.heeded);
const number = new RegExp(lexicon.number);
const otherNumber = new RegExp(lexicon.otherNumber);
const refusedBehind = new RegExp(lexicon.refusedBehind);
const somebodyElse = new RegExp(lexicon.somebodyElse);
const stopAll = new RegExp(lexicon.stopAll);
const partOfTime = new RegExp(lexicon.partOfTime);
const clauseEnds = new RegExp(lexicon.clauseEnds, 'g');
const howOften = new RegExp(lexicon.howOften);
const elsewhere = new RegExp(lexicon.elsewhere);
const busy = new RegExp(lexicon.busy);
const free = new RegExp(lexicon.free);
const exceptFor = new RegExp(lexicon.exceptFor);
const noMind = new RegExp(lexicon.noMind, 'g');
const onlyAtEnd = new RegExp(lexicon.onlyAtEnd);
const onlyPhone = new RegExp(lexicon.onlyPhone);

interface Mention {
  readonly channel: Channel;
  readonly refused: boolean;
  /** Said to be welcome, rather than merely named. */
  readonly welcome: boolean;
}

/** The parts between punctuation and "but". */
const clausesOf = (text: string) => text.split(clauseEnds).filter((clause) => clause.trim() !== '');

function mentionsIn(clause: string): (Mention & { at: number })[] {
  return channelWords.flatMap(({ channel, says }) =>
    [...clause.matchAll(says)].map(({ 0: word, index }) => {
      const behind = clause.slice(index + word.length);
      const ahead = clause.slice(0, index);
      const welcome = yesAfter.test(behind) && !noBefore.test(ahead);
      const refused = !welcome && (noAfter.test(behind) || noBefore.test(ahead));
      return { channel, refused, welcome: welcome || (!refused && only.test(clause)), at: index };
    }),
  );
}

const unique = <Item>(items: readonly Item[]): Item[] => [...new Set(items)];

const withChannels = (wish: ContactWish, mentions: readonly Mention[]): ContactWish => {
  const channels = unique(mentions.map(({ channel }) => channel));
  return channels.length === 0 ? wish : { ...wish, channels };
};

/** What is allowed and nothing else: named channels, a window, a number. */
function onlySo(text: string, mentions: readonly Mention[], window: Window) {
  const allowed = mentions.filter(({ refused }) => !refused);
  const said = number.exec(text)?.[1]?.replace(/ /g, '');
  return withChannels({ rule: 'only', ...window, ...(said === undefined ? {} : { number: said }) }, allowed);
}

const relatives = placeWords.find(({ place }) => place === 'relatives');

/** The place that a refusal speaks of; "don't call her" is said of the mother named before. */
function whereIn(refusing: readonly string[], text: string): Place | undefined {
  const named = placeWords.find(({ says }) => refusing.some((clause) => says.test(clause)))?.place;
  const isElse = refusing.some((clause) => somebodyElse.test(clause)) && relatives?.says.test(text) === true;
  return named ?? (isElse ? 'relatives' : undefined);
}

/** Whether the number found in a text is one that must not be used. */
const isRefusedNumber = (text: string, said: RegExpExecArray) =>
  noBefore.test(text.slice(0, said.index)) || refusedBehind.test(text.slice(said.index + said[0].length));

/** What is forbidden: channels, a place, a window, a number; without any of them, everything. */
function notSo(text: string, refusing: readonly string[], refused: readonly Mention[], window: Window) {
  const where = whereIn(refusing, text);
  const said = number.exec(text);
  const digits = said !== null && isRefusedNumber(text, said) ? { number: said[1]?.replace(/ /g, '') } : {};
  const place = where === undefined ? {} : { where };
  // "Not in the mornings" is no wish to be left alone altogether; a part of the day without its hours is asked about.
  if (window === undefined && where === undefined && refusing.some((clause) => partOfTime.test(clause)))
    return undefined;
  // What is refused elsewhere, or by means that are none of ours, is asked about.
  if (where === undefined && refusing.some((clause) => elsewhere.test(clause))) return undefined;
  const wish = withChannels({ rule: 'not', ...window, ...place, ...digits }, refused);
  if (Object.keys(wish).length > 1) return wish;
  return stopAll.test(text) ? ({ rule: 'stop' } as const) : undefined;
}

/** The wish that a normalised text expresses; undefined when it expresses none that is plain. */
export function contactWishIn(said: string): ContactWish | undefined {
  // "I don't mind texts" refuses nothing.
  const text = said.replace(noMind, ' ');
  // "Not so often" has no form of its own: it is asked about, and stops nothing. "You did stop, thanks" wishes for nothing.
  return howOften.test(text) || heeded.test(text) ? undefined : wishIn(text);
}

function wishIn(text: string): ContactWish | undefined {
  const clauses = clausesOf(text);
  const mentions = clauses.flatMap((clause) => mentionsIn(clause).sort((a, b) => a.at - b.at));
  const window = contactWindow(text);
  if (resume.test(text) && !notResume.test(text)) return withChannels({ rule: 'resume', ...window }, mentions);
  const refusing = clauses.filter((clause) => no.test(clause));
  const refused = mentions.filter((mention) => mention.refused);
  if (exceptFor.test(text)) return plain(withChannels({ rule: 'only' }, mentions), text);
  const isRefused = (channel: Channel) => refused.some((mention) => mention.channel === channel);
  const named = mentions.filter((mention) => !isRefused(mention.channel));
  const welcome = named.filter((mention) => mention.welcome);
  const said = number.exec(text);
  if (said !== null && !isRefusedNumber(text, said)) return onlySo(text, mentions, window);
  // A channel that is only named is none that is asked for, unless a time, a number or "nothing else" stands beside it.
  const whereAsked = window !== undefined || otherNumber.test(text) || onlyAtEnd.test(text) ? mentions : [];
  if (refusing.length === 0)
    return window !== undefined || welcome.length > 0 || otherNumber.test(text) || only.test(text)
      ? plain(onlySo(text, welcome.length > 0 ? welcome : whereAsked, window), text)
      : undefined;
  const open = clauses.find((clause) => !no.test(clause) && contactWindow(clause) !== undefined);
  if (open !== undefined) return onlySo(open, mentionsIn(open), window);
  const places = placeWords.some(({ says }) => refusing.some((clause) => says.test(clause)));
  if (welcome.length > 0 && !places) return onlySo(text, welcome, window);
  if (everything.test(text) && !places) return { rule: 'stop' };
  return notSo(text, refusing, refused, window);
}

/** "Only" says nothing without what; "only on Saturdays" is asked about, for a day of the week is no window of ours. */
function plain(wish: ContactWish, text: string): ContactWish | undefined {
  const isTimed = wish.from !== undefined || wish.until !== undefined;
  const says = Object.keys(wish).length > 1 && (isTimed || !partOfTime.test(text));
  // "I sleep until four" is a reason; when to call is still to be said.
  if (isTimed && busy.test(text) && !free.test(text)) return undefined;
  const isBarePhone = Object.keys(wish).length === 2 && wish.channels?.join() === 'phone';
  return says && (!isBarePhone || onlyPhone.test(text)) ? wish : undefined;
}
