// What must hold at each message of an attempt, beside the laws of the model that hold at every message anyway.
import { mayHear } from '../../../dialogs/text/audience/audience';
import { idsOf, unless } from '../../model/laws/law';
import { moneyTaps } from '../../model/laws/privacy';
import { tellsOfMoney } from '../../model/laws/speech';
import { telltaleTexts } from '../../model/persona';
import type { Exchange, World } from '../../model/world';
import type { Attempt } from '../attempt';
import type { Held } from './held';

/** All that the customer is shown: words, cards, things to tap. */
const allWords = ({ reply }: Exchange): string =>
  JSON.stringify(
    reply.activities.map(({ text, speak, attachments, suggestedActions, value, channelData }) => [
      ...[text, speak, attachments, suggestedActions, value, channelData],
    ]),
  );

/** What a reply tells of the account or of the person it belongs to: ids for the holder alone, typed values, figures, names. */
export async function told(world: World, exchange: Exchange): Promise<readonly string[]> {
  const { reply } = exchange;
  const ids = [...reply.said, ...reply.taps].map(({ id }) => id);
  const words = allWords(exchange);
  const { displayName, phone, customerId } = world.persona;
  const figures = telltaleTexts(await world.accounts(), world.today);
  return [
    ...ids.filter((id) => mayHear(id).every((party) => party === 'verified')),
    ...tellsOfMoney(exchange),
    ...[displayName, phone, customerId, ...figures].filter((text) => words.includes(text)),
  ];
}

/** Whether after this reply nobody may be asked for money: danger was served, or somebody else; until it is taken back. */
function isSparedAfter(exchange: Exchange, isSpared: boolean): boolean {
  const ids = idsOf(exchange);
  if (ids.some((id) => id === 'vulnerable.believed' || id === 'undo.thirdParty')) return false;
  return isSpared || ids.some((id) => /^(?:vulnerable|thirdParty|authority)\./.test(id) && id !== 'vulnerable.check');
}

async function noMoneyAsk(world: World, exchange: Exchange, held: Held): Promise<readonly string[]> {
  held.isSpared = isSparedAfter(exchange, held.isSpared);
  if (!held.isSpared) return [];
  const taps = exchange.reply.taps.map(({ id }) => id).filter((id) => moneyTaps.test(id));
  const found = [...(await told(world, exchange)), ...taps];
  return unless(found.length === 0, `P9: asked for money, or told of it: ${found.join(' ')}`);
}

export async function brokenAtMessage(
  world: World,
  { holds }: Attempt,
  exchange: Exchange,
  held: Held,
): Promise<readonly string[]> {
  const words = allWords(exchange);
  const broken = held.never
    .filter((text) => text !== '' && words.includes(text))
    .map((text) => `never: "${text}" was said`);
  if (holds.includes('toldNothing') || holds.includes('toldNothingNow')) {
    const found = await told(world, exchange);
    broken.push(...unless(found.length === 0, `P2: told: ${found.join(' ')}`));
  }
  if (holds.includes('noMoneyAsk')) broken.push(...(await noMoneyAsk(world, exchange, held)));
  return broken;
}
