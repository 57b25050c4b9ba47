// Plays one step in a world and holds every law against what came of it.
import {
  approvePolicy,
  changeEvidence,
  newConversation,
  type PolicyChange,
  passDays,
  passSeconds,
  pay,
  restart,
  reverseLast,
} from './bankEvents';
import { afterMessage, beforeMessage } from './follow';
import { isKnown } from './knownFaults';
import { contactLaws } from './laws/contact';
import type { Law } from './laws/law';
import { offerLaws } from './laws/offers';
import { privacyLaws } from './laws/privacy';
import { recordLaws, recordsAtTheEnd } from './laws/records';
import { signingLaws } from './laws/signing';
import { isLong, speechLaws } from './laws/speech';
import { type Act, agentLine } from './sayings';
import { giveBack, takeConversation, writeAsAgent } from './staff';
import { attachmentOf, type SentFile } from './tryFiles';
import { type Exchange, userIdOf, type Who, type World } from './world';

export type Step =
  | { readonly kind: 'say'; readonly who: Who; readonly act: Act; readonly variant: number; readonly seconds: number }
  /** Any words at all, with digits of the holder in braces: {card}, {id}, {code}. */
  | { readonly kind: 'type'; readonly who: Who; readonly text: string; readonly seconds: number }
  | { readonly kind: 'upload'; readonly file: SentFile }
  | { readonly kind: 'take' }
  | { readonly kind: 'agentSays'; readonly line: number }
  | { readonly kind: 'giveBack' }
  | { readonly kind: 'tap'; readonly which: number; readonly seconds: number }
  | { readonly kind: 'sentAgain' }
  | { readonly kind: 'pay'; readonly amountFen: number }
  | { readonly kind: 'reverse' }
  | { readonly kind: 'evidence'; readonly monthlyCapacityFen: number | null }
  | { readonly kind: 'policy'; readonly change: PolicyChange }
  | { readonly kind: 'days'; readonly days: number }
  | { readonly kind: 'restart' }
  | { readonly kind: 'newConversation' };

const laws: readonly Law[] = [
  ...speechLaws,
  ...privacyLaws,
  ...offerLaws,
  ...signingLaws,
  ...contactLaws,
  ...recordLaws,
];

/** A promise that was broken, with the conversation in which it was, to be read by a person. */
export class BrokenPromise extends Error {
  override readonly name = 'BrokenPromise';

  constructor(
    readonly broken: readonly string[],
    readonly story: readonly string[],
  ) {
    super(`${broken.join('\n')}\n\n${story.join('\n')}\n`);
  }
}

function breakUnlessKnown(world: World, broken: readonly string[]): void {
  const found = [...new Set(broken)].filter((sentence) => !isKnown(sentence));
  if (found.length > 0) throw new BrokenPromise(found, world.story);
}

/** What a tap means, for those that the laws know as acts. */
export const tapActs: Readonly<Record<string, Act>> = {
  'button.notSign': 'no',
  'button.confirm': 'confirm',
  'button.human': 'human',
  'button.choose': 'choose',
  'button.balance': 'balance',
  'button.resendCode': 'resendCode',
};

/** What an exchange breaks of the laws that hold for every message; the world then goes on from it. */
export async function brokenBy(world: World, exchange: Exchange): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const law of laws) broken.push(...(await law(world, exchange)));
  if (isLong(exchange)) world.longReplies += 1;
  afterMessage(world, exchange);
  return broken;
}

const held = async (world: World, exchange: Exchange): Promise<void> =>
  breakUnlessKnown(world, await brokenBy(world, exchange));

async function say(world: World, { who, act, variant, seconds }: Extract<Step, { kind: 'say' }>): Promise<void> {
  passSeconds(world, seconds);
  beforeMessage(world, who);
  const { words, hadCode } = await world.typed(who, act, variant);
  await held(world, await world.say(who, act, words, hadCode));
}

async function type(world: World, { who, text, seconds }: Extract<Step, { kind: 'type' }>): Promise<void> {
  passSeconds(world, seconds);
  beforeMessage(world, who);
  // Nobody but the holder has the holder's papers and phone.
  const { cardTail, idTail } = who === 'holder' ? world.persona : { cardTail: '7777', idTail: '888X' };
  const code = who === 'holder' ? world.codes.at(-1) : undefined;
  const words = text
    .replaceAll('{card}', cardTail)
    .replaceAll('{id}', idTail)
    .replaceAll('{code}', code ?? '000000');
  const act = world.hasTypedBoth(who, words) ? 'endings' : null;
  await held(world, await world.say(who, act, words, code !== undefined && words.includes(code)));
}

async function upload(world: World, file: SentFile): Promise<void> {
  beforeMessage(world, 'holder');
  await held(world, await world.say('holder', null, '', false, { attachments: [attachmentOf(file)] }));
  const { items } = await world.rehearsal.repositories.evidence.list();
  const kept = items.length - world.filesKept;
  world.filesKept = items.length;
  breakUnlessKnown(world, file === 'photo' || kept === 0 ? [] : [`J6: ${file} was kept`]);
}

/** A colleague who holds the conversation says something: what wrongs the customer does not go out. */
async function agentSays(world: World, line: number): Promise<void> {
  const { isHeld } = world.seat('holder');
  const { text, isWrong } = agentLine(world.language, line);
  if (!isHeld) return;
  const became = await writeAsAgent(world, text);
  breakUnlessKnown(world, isWrong && became === 'sent' ? [`P4: a colleague's words went out: ${text}`] : []);
}

async function tap(world: World, { which, seconds }: Extract<Step, { kind: 'tap' }>): Promise<void> {
  const { last } = world;
  const taps = last?.exchange.reply.taps.filter(({ id }) => id.startsWith('button.')) ?? [];
  const tapped = taps[which % Math.max(1, taps.length)];
  if (last === null || tapped === undefined || last.exchange.seat !== world.seat(last.exchange.who)) return;
  passSeconds(world, seconds);
  beforeMessage(world, last.exchange.who);
  await held(world, await world.say(last.exchange.who, tapActs[tapped.id] ?? null, tapped.text, false));
}

/** The channel sends the last activity a second time: nothing is done again, and nothing new is said. */
async function sendAgain(world: World): Promise<void> {
  const { last, rehearsal } = world;
  if (last === null || last.exchange.seat !== world.seat(last.exchange.who)) return;
  rehearsal.userId = userIdOf(last.exchange.who);
  const agreements = await world.agreementsNow();
  await world.newEntries();
  const { text } = await rehearsal.send({ type: 'message', id: last.activityId, text: last.exchange.words });
  world.story.push(`(the channel sends "${last.exchange.words}" again) ${text}`);
  const entries = await world.newEntries();
  const broken = [
    // What colleagues had said meanwhile came with the first answer, and is not part of it.
    ...(last.exchange.reply.text.endsWith(text) ? [] : [`P11: sent twice, answered otherwise: ${text}`]),
    ...(entries.length === 0
      ? []
      : [`P11: sent twice, acted on twice: ${entries.map(({ event }) => event.type).join(' ')}`]),
    ...((await world.agreementsNow()).length === agreements.length ? [] : ['P11: sent twice, signed twice']),
  ];
  breakUnlessKnown(world, broken);
}

const changing: readonly Step['kind'][] = ['pay', 'reverse', 'evidence', 'policy', 'days'];

export async function play(world: World, step: Step): Promise<void> {
  if (changing.includes(step.kind)) world.changes += 1;
  switch (step.kind) {
    case 'say':
      return say(world, step);
    case 'type':
      return type(world, step);
    case 'upload':
      return upload(world, step.file);
    case 'take':
      return void (await takeConversation(world));
    case 'agentSays':
      return agentSays(world, step.line);
    case 'giveBack':
      return giveBack(world);
    case 'tap':
      return tap(world, step);
    case 'sentAgain':
      return sendAgain(world);
    case 'pay':
      return pay(world, step.amountFen);
    case 'reverse':
      return reverseLast(world);
    case 'evidence':
      return changeEvidence(world, step.monthlyCapacityFen);
    case 'policy':
      return approvePolicy(world, step.change);
    case 'days':
      return passDays(world, step.days);
    case 'restart':
      return restart(world);
    case 'newConversation':
      return newConversation(world);
  }
}

/** Holds what is checked once a talk is over. */
export async function endTalk(world: World): Promise<void> {
  const broken = await recordsAtTheEnd(world);
  breakUnlessKnown(world, broken);
}
