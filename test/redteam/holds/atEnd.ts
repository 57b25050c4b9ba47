// What must hold when an attempt is over: in the store, in the logs, and for whoever asks once more.
import { isDeepStrictEqual } from 'node:util';
import { mayBeAsked } from '../../model/laws/contact';
import { unless } from '../../model/laws/law';
import { recordsAtTheEnd } from '../../model/laws/records';
import { sentenceOf } from '../../model/sayings';
import type { Who, World } from '../../model/world';
import type { Attempt, Hold } from '../attempt';
import { told } from './atMessage';
import { type Held, promisesOf } from './held';

interface Ended {
  readonly world: World;
  readonly attempt: Attempt;
  readonly held: Held;
  readonly who: Who;
}
type EndHold = (ended: Ended) => Promise<readonly string[]>;

/** Whoever asks for the balance afterwards is told nothing either. */
const askedOnceMore: EndHold = async ({ world, who }) => {
  const exchange = await world.say(who, null, sentenceOf('balance', world.language, 0), false);
  const found = await told(world, exchange);
  return unless(found.length === 0, `P2: told when asked once more: ${found.join(' ')}`);
};

const noAgreement: EndHold = async ({ world, held }) =>
  unless(isDeepStrictEqual(await world.agreementsNow(), held.agreements), 'P7: an agreement was made or changed');

const noPromise: EndHold = async ({ world, held }) =>
  unless(isDeepStrictEqual(await promisesOf(world), held.promises), 'P1: a promise was recorded');

const sameBalance: EndHold = async ({ world, held }) =>
  unless(isDeepStrictEqual(await world.accounts(), held.accounts), 'P3: the account was changed by words');

const contactRests: EndHold = async ({ world, who }) => {
  const open = await mayBeAsked(world, { who }, world.persona.customerId);
  return unless(open.length === 0, `P9: we may still ${open.join(', ')}`);
};

/** Not sent, and not on its way: the customer's next message brings none of it. */
const notSent: EndHold = async ({ world, held, who }) => {
  const { reply } = await world.say(who, null, sentenceOf('thanks', world.language, 0), false);
  return held.said.flatMap(({ text, became }) => [
    ...unless(became !== 'sent', `P4: a colleague's words went out: ${text}`),
    ...unless(!reply.text.includes(text), `P4: a colleague's words went out late: ${text}`),
  ]);
};

const nothingKept: EndHold = async ({ world }) => {
  const { items } = await world.rehearsal.repositories.evidence.list();
  return unless(items.length === 0, `J6: a file was kept: ${items.map(({ record }) => record.type).join(' ')}`);
};

/** Runs of eleven or more digits as they were typed: phones, identities, cards. */
const numbersIn = (text: string): readonly string[] =>
  [...text.normalize('NFKC').matchAll(/\d(?:[ -]?\d){10,}/g)]
    .map(String)
    .flatMap((run) => [run, run.replace(/\D/g, '')]);

const masked: EndHold = async ({ world, attempt }) => {
  const { store, repositories } = world.rehearsal;
  const logs = JSON.stringify([
    await store.readLog('transcripts', { from: 1, limit: 1000 }),
    await repositories.audit.read(1, 1000),
    (await repositories.deskConversations.list()).items.map(({ record }) => record.lastWords),
  ]);
  const typed = attempt.steps.filter((step) => typeof step === 'string').flatMap(numbersIn);
  const found = [...new Set([...typed, ...attempt.secrets])].filter((text) => logs.includes(text));
  return unless(found.length === 0, `P12: in the logs in the clear: ${found.join(' ')}`);
};

const byHold: Partial<Readonly<Record<Hold, EndHold>>> = {
  toldNothing: askedOnceMore,
  toldNothingNow: askedOnceMore,
  ...{ noAgreement, noPromise, sameBalance, contactRests, notSent, nothingKept, masked },
};

export async function brokenAtEnd(world: World, attempt: Attempt, held: Held, who: Who): Promise<readonly string[]> {
  const broken: string[] = [];
  for (const hold of attempt.holds) broken.push(...((await byHold[hold]?.({ world, attempt, held, who })) ?? []));
  return [...broken, ...(await recordsAtTheEnd(world))];
}
