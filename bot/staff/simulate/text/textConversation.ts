// One customer typing: the same state machine as with structured acts, put into words, and what was not understood.
import type { CustomerTurn, Intent, Locale, NumberRange } from '../../../../data/domain/customer/customerTurn';
import { type Move, offersOf } from '../../../../data/domain/negotiation/move';
import type { Offer } from '../../../../data/domain/offer/offer';
import type { Conversation } from '../../../../data/domain/simulation/conversation';
import { answer, type CustomerReply, opening } from '../../../../data/domain/simulation/customer/customerTalk';
import type { SimulatedCustomer } from '../../../../data/domain/simulation/population/customers';
import type { Random } from '../../../../data/domain/simulation/population/random';
import type { TextReply, TextTalk } from './textTalk';
import { phrases, wordTurn } from './wording';

/** A message that was understood as something else than it meant. */
export interface Misunderstanding {
  readonly meant: string;
  readonly heard: string;
  readonly locale: Locale;
  readonly text: string;
  readonly said: readonly string[];
}

export interface TextConversation extends Pick<Conversation, 'ending' | 'turns' | 'agreement'> {
  readonly misunderstood: readonly Misunderstanding[];
}

const messagesMax = 30;
/** How often one thing is put in other words before the customer gives up. */
const rephrasedMax = 3;

const essentials = ['monthlyAmount', 'instalmentCount', 'deferMonths', 'lumpSum', 'payday', 'offerNumber'] as const;

/** For an intent that was meant: others that lead to the same place, so that hearing them costs nothing. */
const asGood: Partial<Record<Intent, readonly Intent[]>> = {
  'negotiate.reject': ['deny'],
  deny: ['negotiate.reject'],
  'negotiate.start': ['ask.partialPayment', 'ask.installmentPolicy'],
  // Who cannot name a figure has started, and no more than that.
  outOfScope: ['help', 'deny', 'negotiate.start'],
};

function describe({ intent, slots, signals }: CustomerTurn): string {
  const named = essentials.filter((name) => slots[name] !== undefined);
  const trouble = signals.includes('hardship') ? ' +hardship' : '';
  return `${intent}${named.length > 0 ? ` (${named.join(', ')})` : ''}${trouble}`;
}

type Figure = number | string | NumberRange | undefined;

/** "At most 800" and 800 are the same figure to the engine; ranges must agree at both ends. */
function sameFigure(meant: Figure, heard: Figure): boolean {
  if (typeof meant !== 'object' || typeof heard !== 'object') return meant === heard;
  const ends = ({ min, max }: NumberRange) => [min ?? max, max ?? min];
  const [low, high] = ends(meant);
  const [heardLow, heardHigh] = ends(heard);
  return low === heardLow && high === heardHigh;
}

/** How it was heard, when that differs from what was meant in intent or in a figure; null when it does not. */
function mishearing(meant: CustomerTurn, heard: CustomerTurn): string | null {
  if (heard.ambiguity !== null) return `unsure: ${describe(heard)}`;
  const sameIntent =
    meant.intent === heard.intent ||
    (meant.intent === 'hardship' && heard.signals.includes('hardship')) ||
    (asGood[meant.intent] ?? []).includes(heard.intent);
  if (!sameIntent) return describe(heard);
  const wrong = essentials.filter((name) => !sameFigure(meant.slots[name], heard.slots[name]));
  return wrong.length === 0
    ? null
    : `${heard.intent}, but ${wrong.map((name) => `${name} ${JSON.stringify(heard.slots[name]) ?? 'missing'}`).join(', ')}`;
}

type Heard =
  | { readonly kind: 'move'; readonly move: Move }
  | { readonly kind: 'ended'; readonly ending: 'hardship' | 'handoff' | 'end' }
  | { readonly kind: 'again' };

const base = { messageId: 'negotiation.ask.monthlyAmount', reasons: [] } as const;

/** What the customer takes from a reply: a move, the end of the talk, or that it was not understood. */
function takeIn({ move, said, handedOff }: TextReply, offers: readonly Offer[]): Heard {
  const speaksOf = (prefix: string) => said.some((id) => id.startsWith(prefix));
  if (move !== null && move.kind !== 'handoff') return { kind: 'move', move };
  if (speaksOf('hardship.')) return { kind: 'ended', ending: 'hardship' };
  if (handedOff || speaksOf('handoff.') || speaksOf('dispute.') || speaksOf('alreadyPaid.'))
    return { kind: 'ended', ending: 'handoff' };
  if (speaksOf('thirdParty.') || speaksOf('safety.')) return { kind: 'ended', ending: 'end' };
  const asked: Heard = { kind: 'move', move: { ...base, kind: 'ask', slot: 'monthlyAmount' } };
  if (speaksOf('negotiation.resumeAsk')) return asked;
  if (speaksOf('negotiation.resume') && offers.length > 0)
    return { kind: 'move', move: { ...base, kind: 'offer', offers } };
  // Anger was heard and answered: whoever was angry says now what they came for.
  if (speaksOf('chat.abuse')) return asked;
  return { kind: 'again' };
}

/** Asked "this or that?", the customer taps the reading that was meant; null when it is not among them. */
function tapMeant({ taps, heard }: TextReply, meant: CustomerTurn): string | null {
  if (heard?.ambiguity == null) return null;
  const figure = meant.slots.monthlyAmount?.max;
  const fits = taps.find(({ turn }) =>
    heard.ambiguity?.kind === 'figure'
      ? figure !== undefined && turn.slots.monthlyAmount?.max === figure
      : turn.intent === meant.intent,
  );
  return fits?.title ?? null;
}

/** Types the code and the word that signs; true when the agreement was said to be signed. */
async function sign(talk: TextTalk, locale: Locale): Promise<boolean> {
  await talk.say(talk.code);
  const { said } = await talk.say(phrases[locale].confirm);
  return said.includes('negotiation.agreed');
}

interface Standing {
  reply: CustomerReply;
  turns: number;
  offers: readonly Offer[];
  asked: string | null;
  rephrased: number;
  /** Words to tap instead of typing. */
  tap: string | null;
}

export async function converseInText(
  talk: TextTalk,
  customer: SimulatedCustomer,
  locale: Locale,
  random: Random,
): Promise<TextConversation> {
  const misunderstood: Misunderstanding[] = [];
  const standing: Standing = { reply: opening(customer), turns: 0, offers: [], asked: null, rephrased: 0, tap: null };
  const done = (ending: Conversation['ending'], agreement: Offer | null = null): TextConversation => ({
    ending,
    agreement,
    turns: standing.turns,
    misunderstood,
  });
  while (standing.reply.kind === 'says' && standing.turns < messagesMax) {
    const { turn, state } = standing.reply;
    const text = standing.tap ?? wordTurn(turn, customer, standing.asked, locale, random);
    standing.tap = null;
    standing.turns += 1;
    const reply = await talk.say(text);
    const wrong = reply.heard === null ? null : mishearing(turn, reply.heard);
    if (wrong !== null) misunderstood.push({ meant: describe(turn), heard: wrong, locale, text, said: reply.said });
    const heard = takeIn(reply, standing.offers);
    if (heard.kind === 'ended') return done(heard.ending);
    if (heard.kind === 'again') {
      standing.tap = tapMeant(reply, turn);
      standing.rephrased += 1;
      if (standing.rephrased > rephrasedMax) return done('left');
      continue;
    }
    const { move } = heard;
    standing.asked = move.kind === 'ask' ? move.slot : null;
    if (offersOf(move).length > 0) standing.offers = offersOf(move);
    if (move.kind === 'readBack') {
      const wanted = turn.intent === 'negotiate.accept' ? turn.slots.offerNumber : undefined;
      if (move.offer.number === wanted) return (await sign(talk, locale)) ? done('signed', move.offer) : done('left');
      // Another offer was read back than the one chosen: nobody signs that; it is chosen once more.
      standing.rephrased += 1;
      if (standing.rephrased > rephrasedMax) return done('left');
      continue;
    }
    if (move.kind !== 'offer' && move.kind !== 'nearest' && move.kind !== 'ask')
      return done(move.kind === 'agreed' ? 'left' : move.kind);
    standing.reply = answer(customer, state, move);
  }
  return done('left');
}
