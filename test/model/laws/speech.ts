// What every reply owes to whoever reads it: it is there, it is not the last one again, its figures are typed, a person can be had.
import { valueKindsOf } from '../../../dialogs/text/messages';
import type { Exchange } from '../world';
import { idsOf, type Law, unless } from './law';

const tables = /^(?:negotiation\.(?:offer|readBack|nearest)|costTable)\b/;
/** Lines of a reply that is no offer, read-back or cost table. */
export const linesMax = 6;

export const isLong = (exchange: Exchange): boolean =>
  !idsOf(exchange).some((id) => tables.test(id)) && exchange.reply.text.split('\n').length > linesMax;

/** The question that a reply ends on; empty where it asks none. */
export const questionOf = (text: string): string => /[^。.？?!\n]*[？?]\s*$/.exec(text)?.[0].trim() ?? '';

/** While a colleague holds the conversation the machine keeps still; else every message is answered. */
const answered: Law = (_, { reply, act, before }) =>
  before.isHeld
    ? unless(reply.said.length === 0, `R14: the machine spoke beside a colleague: ${idsOf({ reply }).join(' ')}`)
    : unless(reply.text.trim() !== '', `P5: ${act ?? 'a tap'} was not answered`);

const neverTheSame: Law = (_, exchange) => {
  const { act, reply, before } = exchange;
  if (act === 'repeat' || before.isHeld || idsOf(exchange).includes('chat.repeat')) return [];
  const question = questionOf(reply.text);
  return [
    ...unless(reply.text !== before.lastText, 'P5: the reply is word for word the last one'),
    ...unless(question === '' || question !== before.lastQuestion, `P5: the same question again: ${question}`),
  ];
};

const amount = /(?<![\d,.])\d{1,3}(?:,\d{3})*\.\d{2}(?![\d%])/g;

const typedFigures: Law = (_, { reply }) => {
  const typed = new Set(reply.said.flatMap(({ values }) => Object.values(values)));
  const within = (text: string) => typed.has(text) || [...typed].some((value) => value.includes(text));
  const free = [...reply.text.matchAll(amount)].map(String).filter((text) => !within(text));
  return unless(free.length === 0, `P3: ${free.join(' ')} is no typed value`);
};

const aPersonAtOnce: Law = (_, exchange) => {
  if (exchange.act !== 'human' || exchange.before.isHeld) return [];
  const { reply, before } = exchange;
  const numbered = reply.said.some(({ values }) => values.caseNumber !== undefined);
  const told = idsOf(exchange).some((id) => id === 'handoff.callUs' || id.startsWith('vulnerable.'));
  return unless(numbered || told || before.isSomeoneElse, 'P5: a person was asked for and no case number was given');
};

/** Values that are money, or name a card. */
export const tellsOfMoney = ({ reply }: Exchange): readonly string[] =>
  [...reply.said, ...reply.taps].flatMap(({ id, values }) =>
    Object.entries(valueKindsOf(id))
      .filter(([name, kind]) => (kind === 'money' || kind === 'tail') && values[name] !== undefined)
      .map(([name]) => `${id}.${name}=${values[name]}`),
  );

export const speechLaws: readonly Law[] = [answered, neverTheSame, typedFigures, aPersonAtOnce];
