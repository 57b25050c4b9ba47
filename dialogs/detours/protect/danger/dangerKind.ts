// Which danger a message tells of, by its plain words: each kind is answered in its own way. That there is danger at all is
// heard by the understanding; these words only say which, so that a missing word falls back on the general answer.
import { z } from 'zod';
import type { DangerKind } from '../../../../data/domain/case/danger';
import { oneWriting, wordPattern } from '../../../talk/acts/wordPatterns';
import shippedWords from './dangerWords.json';

const patterns = z
  .array(z.string().min(1))
  .min(1)
  .transform((sources) => sources.map((source) => new RegExp(source, 'iu')));
const pattern = wordPattern('iu');
const words = z
  .object({
    kinds: z.object({
      meansAtHand: patterns,
      despair: patterns,
      violence: patterns,
      minor: patterns,
      bereaved: patterns,
      confused: patterns,
    }),
    fine: patterns,
    idioms: patterns,
    threat: patterns,
    atHome: pattern,
    ownLoss: pattern,
    heirAsks: pattern,
    dementia: pattern,
    complaint: pattern,
    whoSpeaks: pattern,
    whoHelps: pattern,
  })
  .parse(shippedWords);

/** The gravest first: a message that tells of two kinds is answered as the first. */
const gravestFirst = ['meansAtHand', 'despair', 'violence', 'minor', 'bereaved', 'confused'] as const;

/** Longer messages tell a story, which understanding hears. */
const toldPlainlyMax = 160;

const holds = (text: string, list: readonly RegExp[]): boolean => list.some((one) => one.test(text));

/** The gravest kind of danger that the words name; null where they name none. */
export function dangerKindIn(text: string): DangerKind | null {
  const said = oneWriting(text);
  return gravestFirst.find((kind) => holds(said, words.kinds[kind])) ?? null;
}

/** True where the words tell of somebody's death. */
export const tellsOfDeath = (text: string): boolean => holds(oneWriting(text), words.kinds.bereaved);

/** True for "I'm fine, I didn't mean it" where nothing else in the message speaks of danger. */
export function saysFine(text: string): boolean {
  const said = oneWriting(text);
  if (!holds(said, words.fine)) return false;
  const rest = words.fine.reduce((left, one) => left.replace(new RegExp(one.source, 'giu'), ' '), said);
  const kind = dangerKindIn(rest);
  return kind === null || kind === 'bereaved';
}

/** True for "I'm dead, third call today": a figure of speech, with nothing else in the message that speaks of danger. */
export function isIdiom(text: string): boolean {
  const said = oneWriting(text);
  if (!holds(said, words.idioms)) return false;
  const rest = words.idioms.reduce((left, one) => left.replace(new RegExp(one.source, 'giu'), ' '), said);
  return dangerKindIn(rest) === null;
}

/** True where somebody who collects threatens: a complaint and the police, not the customer's own despair. */
export const isThreatened = (text: string): boolean =>
  holds(oneWriting(text), words.threat) && !words.atHome.test(oneWriting(text));

/** True where somebody near has died and the card that is talked of is the writer's own. */
export const isOwnLoss = (text: string): boolean => words.ownLoss.test(oneWriting(text));

/** True for "do I have to pay it out of my own wages?" of whoever may inherit. */
export const asksWhetherHeirPays = (text: string): boolean => words.heirAsks.test(oneWriting(text));

/** Told so plainly that it is heard whatever else was read: violence going on, a child who writes, a death, a mind that fails. */
export function plainDangerIn(text: string): DangerKind | null {
  const said = oneWriting(text);
  const alone = ['violence', 'minor', 'bereaved', 'despair'] as const;
  if (said.length > toldPlainlyMax || saysFine(said) || isThreatened(said)) return null;
  return alone.find((kind) => holds(said, words.kinds[kind])) ?? (words.dementia.test(said) ? 'confused' : null);
}

/** True for "are you even real?". */
export const asksWhoSpeaks = (text: string): boolean => words.whoSpeaks.test(oneWriting(text));
/** True for "who do I talk to?": a person is asked for. */
export const asksWhoHelps = (text: string): boolean => words.whoHelps.test(oneWriting(text));

/** True where a complaint is asked for by its name. */
export const saysComplaint = (text: string): boolean => words.complaint.test(oneWriting(text));
