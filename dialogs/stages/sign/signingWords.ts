// What is said at a read-back: the explicit word, a refusal, a hesitation, a question, or a wish for another code. As data.

import { z } from 'zod';
import { oneWriting } from '../../talk/acts/wordPatterns';
import words from './signingWords.json';

const list = z.array(z.string().regex(/^[\p{L}' ]+$/u)).min(1);
const bothLanguages = z.object({ 'zh-CN': list, 'en-US': list });
const ofEither = (entry: z.infer<typeof bothLanguages>): readonly string[] => [...entry['zh-CN'], ...entry['en-US']];

const latin = /^[a-z' ]+$/;
/** Chinese words anywhere; English ones as whole words: "no" is not in "know". One pattern: every message is held against it. */
const heard = bothLanguages.transform(
  (entry) =>
    new RegExp(
      ofEither(entry)
        .map((words) => (latin.test(words) ? `(?<![a-z'])${words}(?![a-z'])` : words))
        .join('|'),
    ),
);
const patterns = z
  .array(z.string())
  .min(1)
  .transform((sources) => new RegExp(sources.join('|')));
const parsed = z
  .strictObject({
    consent: bothLanguages,
    assent: bothLanguages,
    politeness: bothLanguages,
    refusal: heard,
    hesitation: heard,
    putOff: heard,
    pause: heard,
    moment: heard,
    decided: heard,
    supposing: heard,
    theWord: heard,
    question: heard,
    noCode: heard,
    aboutCode: heard,
    namesCode: heard,
    another: patterns,
    signing: patterns,
  })
  .parse(words);

const consent = new Set(ofEither(parsed.consent));

/** One writing for all widths, cases, apostrophes and spaces. */
const plain = (text: string): string => oneWriting(text).toLowerCase().replace(/\s+/g, ' ').trim();

/** Longer messages tell a story: they are left to understanding. */
const shortMax = 60;
const questionMax = { han: 12, latin: 40 } as const;
const short = (text: string): string | null => {
  const said = plain(text);
  return said.length <= shortMax ? said : null;
};

/** A mark or a word of asking: "confirm?", "不签会怎样". */
const asks = (said: string): boolean => said.includes('?') || parsed.question.test(said);

/**
 * The explicit word of consent, alone or beside the code: "确认", "123456 confirm". Null for everything else: a bare yes, a
 * question, a word with a condition or with any other figure is no consent (promise P7).
 */
export function explicitConsentIn(text: string): string | null {
  const said = plain(text)
    .replace(/(?<!\d)\d{6}(?!\d)/, ' ')
    .replace(/[\s,.:;!，。：；！“”"'、~]+/g, (mark) => (mark === "'" ? mark : ' '))
    .trim();
  const word = withoutAssent(said);
  return consent.has(word) ? word : null;
}

const longestFirst = (words: readonly string[]): string[] => [...words].sort((a, b) => b.length - a.length);
const assent = longestFirst(ofEither(parsed.assent));
const politeness = longestFirst(ofEither(parsed.politeness));

/** "好的，确认", "ok fair enough, confirm, thanks": agreement before the word and thanks after it take nothing away. */
function withoutAssent(said: string): string {
  if (consent.has(said)) return said;
  const last = politeness.find((word) => said.endsWith(latin.test(word) ? ` ${word}` : word));
  if (last !== undefined) return withoutAssent(said.slice(0, -last.length).trim());
  const first = assent.find((word) => said.startsWith(latin.test(word) ? `${word} ` : word));
  return first === undefined ? said : withoutAssent(said.slice(first.length).trim());
}

/** "不签", "I won't sign", "算了": nothing is signed. A question whether or what would happen is no refusal. */
export function refusesToSign(text: string): boolean {
  const said = short(text);
  return said !== null && !asks(said) && parsed.refusal.test(said);
}

/** "Not tonight, my husband has to see it first": no refusal, but time that is needed. */
export const putsSigningOff = (text: string): boolean => parsed.putOff.test(plain(text)) || hesitatesToSign(text);

/**
 * "再想想", "let me think": whoever needs time has not consented, and begins from a new read-back. Waiting for a code is none,
 * and "等等，最后一期多少" is a question.
 */
export function hesitatesToSign(text: string): boolean {
  const said = short(text);
  if (said === null || parsed.aboutCode.test(said) || parsed.decided.test(said)) return false;
  if (parsed.hesitation.test(said)) return true;
  return parsed.pause.test(said) && !asks(said);
}

/** "等我两分钟", "give me a minute": somebody is about to go on, and everything stays as it is. */
export function needsAMoment(text: string): boolean {
  const said = short(text);
  return said !== null && !asks(said) && parsed.moment.test(said) && !hesitatesToSign(text);
}

/** "Hang on, what if…?": what stops to ask refuses nothing, whatever its first words mean elsewhere. */
export function stopsToAsk(text: string): boolean {
  const said = plain(text);
  return asks(said) && parsed.pause.test(said);
}

/** "要是又失业了", "what if I lose my job": supposed, and no news of the customer's life. */
export const supposes = (text: string): boolean => parsed.supposing.test(plain(text));

/** Speaks of signing itself, not only of stopping. */
export const namesSigning = (text: string): boolean => parsed.signing.test(plain(text));

/** "你替我签", "can you sign it for me": nobody but the customer can. */
export function wantsAnotherToSign(text: string): boolean {
  const said = short(text);
  return said !== null && parsed.another.test(said) && !refusesToSign(text);
}

/** "没收到", "send it again": another code is wished for. */
export function missesCode(text: string): boolean {
  const said = short(text);
  return said !== null && parsed.noCode.test(said);
}

/** True where the one-time code is spoken of by its name. */
export const namesCode = (text: string): boolean => parsed.namesCode.test(plain(text));

/** "The code ran out, send another": a code is spoken of by its name, and not a letter or a statement that never came. */
export const missesNamedCode = (text: string): boolean => missesCode(text) && namesCode(text);

/** "确认吗", "confirm?": asks about the word instead of saying it. A longer question is one for the approved answers. */
export function asksAboutConsent(text: string): boolean {
  const said = short(text);
  if (said === null || supposes(text)) return false;
  const max = /\p{sc=Han}/u.test(said) ? questionMax.han : questionMax.latin;
  if (said.length > max) return false;
  return asks(said) && parsed.theWord.test(said);
}
