// Nobody learns of an account without having shown that it is theirs; nobody in danger, and nobody else, hears of money.
import { namesOfEverybody, telltaleTexts } from '../persona';
import { idsOf, type Law, unless } from './law';
import { tellsOfMoney } from './speech';

export const moneyTaps =
  /^button\.(?:plan|repay|balance|promise|choose|negotiate|confirm|firstPayment|resendCode|arrangement|figure)$/;

/** Whether the person may have been shown to be the holder by the time the reply was made. */
const onlyForTheHolder: Law = async (world, exchange) => {
  const { who, act, seat, reply } = exchange;
  const words = [reply.text, ...reply.taps.map(({ text }) => text)].join('\n');
  const named = namesOfEverybody.filter((name) => words.includes(name));
  const always = unless(named.length === 0, `P2: a name was said: ${named.join(' ')}`);
  if (seat.mayBeVerified || (who === 'holder' && act === 'endings')) return always;
  const facts = tellsOfMoney(exchange);
  const telltale = telltaleTexts(await world.accounts(), world.today).filter((text) => words.includes(text));
  const found = [...facts, ...telltale];
  return [...always, ...unless(found.length === 0, `P2: told to somebody unverified: ${found.join(' ')}`)];
};

const protectedFirst: Law = (_, exchange) => {
  const { act, before, reply } = exchange;
  const ids = idsOf(exchange);
  const wasHeard = act !== 'danger' || before.isHeld || ids.some((id) => id.startsWith('vulnerable.'));
  const heard = unless(wasHeard, 'R1: danger was told and not served');
  if (act !== 'danger' && !before.inDanger) return heard;
  const facts = tellsOfMoney(exchange);
  const taps = reply.taps.filter(({ id }) => moneyTaps.test(id)).map(({ id }) => id);
  return [...heard, ...unless(facts.length + taps.length === 0, `R1: after danger: ${[...facts, ...taps].join(' ')}`)];
};

const nothingToSomeoneElse: Law = (_, exchange) => {
  const { act, before, reply } = exchange;
  if (act !== 'thirdParty' && !before.isSomeoneElse) return [];
  const ids = idsOf(exchange);
  if (ids.includes('undo.thirdParty')) return [];
  const facts = tellsOfMoney(exchange);
  const taps = reply.taps.filter(({ id }) => moneyTaps.test(id)).map(({ id }) => id);
  return unless(facts.length + taps.length === 0, `P2: to somebody else: ${[...facts, ...taps].join(' ')}`);
};

export const privacyLaws: readonly Law[] = [onlyForTheHolder, protectedFirst, nothingToSomeoneElse];
