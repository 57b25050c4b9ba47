// Words that the guard is not sure of: they wait for a colleague, who is not their writer, and end with the conversation.
import type { ErrorBody } from '../../../../bot/staff/contract/common';
import type { Dashboard } from '../../../../bot/staff/contract/dashboard';
import type { DeskConversation, DeskMessageAnswer, HeldAnswer, HeldList } from '../../../../bot/staff/contract/desk';
import { judgeAgentWords } from '../../../../bot/staff/desk/words/agentGuard';
import readyPhrases from '../../../../bot/staff/desk/words/readyPhrases.json';
import { decide, expired, type HeldWords } from '../../../../data/domain/case/heldWords';
import { wrongs } from '../../../../data/domain/conduct/words/meaning';
import { rulesAlone } from '../../../support/rulesAlone';
import { type ConsoleHouse, startConsole } from '../support/consoleHouse';
import { at, itemFor, taken } from '../support/deskTalk';
import { listenTo } from '../support/eventStream';
import { codeOf, type StaffClient } from '../support/staffClient';

let house: ConsoleHouse;
let writer: StaffClient;
let colleague: StaffClient;
beforeAll(async () => {
  house = await startConsole();
  writer = await house.staff('agent');
  colleague = await house.another('colleague', 'agent');
});
afterAll(() => house.stop());

/** What the figure means is not clear, whatever a reader of meanings hears in it. */
const unclear = '24吧';
const send = (id: string, text: string, more: object = {}) =>
  writer.post<DeskMessageAnswer & ErrorBody>(at(id, 'messages'), { text, ...more });
const heldIn = async (id: string, text = unclear): Promise<HeldWords> => {
  const reply = await send(id, text);
  expect(reply.status).toBe(202);
  if (!('held' in reply.body)) throw new Error('the words were not held');
  return reply.body.held;
};
const decideAs = (client: StaffClient, { conversationId, heldId }: HeldWords, what: 'release' | 'decline') =>
  client.post<HeldAnswer & ErrorBody>(at(conversationId, `held/${heldId}/${what}`), {});
const waiting = async () => (await colleague.get<HeldList>('desk/held')).body.items;

test('held words are not sent; a colleague releases them, and the customer hears them from their writer', async () => {
  const { talk } = await taken(house.address, writer);
  const stream = await listenTo(colleague, 'desk/events');
  await stream.until(({ name }) => name === 'ready');
  const before = (await talk.heard()).length;
  const held = await heldIn(talk.conversationId);
  expect(held).toMatchObject({ writer: 'agent', status: 'held', text: unclear, decidedBy: null });
  expect(held.reasons.length).toBeGreaterThan(0);
  await stream.until(({ name }) => name === 'held');
  stream.close();
  expect((await talk.heard()).length).toBe(before);
  expect((await waiting()).map(({ heldId }) => heldId)).toEqual([held.heldId]);

  const own = await decideAs(writer, held, 'release');
  expect([own.status, codeOf(own)]).toEqual([403, 'ownWords']);
  expect((await talk.heard()).length).toBe(before);

  const released = await decideAs(colleague, held, 'release');
  expect(released.body.held).toMatchObject({ status: 'released', decidedBy: 'colleague' });
  expect((await talk.heard()).at(-1)).toBe(unclear);
  const view = (await writer.get<DeskConversation>(at(talk.conversationId))).body;
  expect(view.transcript.at(-1)).toMatchObject({ from: 'agent', agent: 'agent', text: unclear });
  expect(await waiting()).toEqual([]);

  expect(codeOf(await decideAs(colleague, held, 'release'))).toBe('wrongStatus');
  expect((await talk.heard()).filter((text) => text === unclear)).toHaveLength(1);
  const { items } = await house.house.repositories.audit.ofConversation(talk.conversationId);
  expect(items.map(({ event }) => [event.type, event.inputs.staff])).toEqual(
    expect.arrayContaining([
      ['desk.held', 'agent'],
      ['desk.heldReleased', 'colleague'],
    ]),
  );
  const audited = items.filter(({ event }) => event.type.startsWith('desk.held'));
  expect(JSON.stringify(audited.map(({ event }) => event.inputs))).not.toContain(unclear);
});

test('a colleague declines, or the writer takes back, and the words never leave', async () => {
  const { talk } = await taken(house.address, writer);
  const before = (await talk.heard()).length;
  const first = await heldIn(talk.conversationId);
  expect((await decideAs(colleague, first, 'decline')).body.held).toMatchObject({
    status: 'declined',
    decidedBy: 'colleague',
  });
  const second = await heldIn(talk.conversationId);
  expect((await decideAs(writer, second, 'decline')).body.held).toMatchObject({
    status: 'declined',
    decidedBy: 'agent',
  });
  for (const held of [first, second]) expect(codeOf(await decideAs(colleague, held, 'release'))).toBe('wrongStatus');
  expect((await talk.heard()).length).toBe(before);
});

test('words that wait end with the conversation, and with its leaving the writer’s hands', async () => {
  for (const step of ['release', 'handback'] as const) {
    const { talk } = await taken(house.address, writer);
    const held = await heldIn(talk.conversationId);
    const expectedVersion = (await itemFor(talk.conversationId, writer))?.version;
    expect((await writer.post(at(talk.conversationId, step), { expectedVersion })).status).toBe(200);
    expect((await waiting()).map(({ heldId }) => heldId)).not.toContain(held.heldId);
    expect(codeOf(await decideAs(colleague, held, 'release'))).toBe('wrongStatus');
    expect(await house.house.repositories.heldWords.get(held.heldId)).toMatchObject({ status: 'expired' });
    expect(await talk.heard()).not.toContain(unclear);
  }
});

test('words sent twice wait once, a sixth message has to wait its turn, and what is blocked is never held', async () => {
  const { talk } = await taken(house.address, writer);
  const clientId = 'same-words-again';
  const twice = [
    await send(talk.conversationId, unclear, { clientId }),
    await send(talk.conversationId, unclear, { clientId }),
  ];
  expect(twice.map(({ status, body }) => [status, 'held' in body && body.held.heldId])).toEqual([
    [202, clientId],
    [202, clientId],
  ]);
  for (let more = 0; more < 4; more++) await heldIn(talk.conversationId);
  expect((await send(talk.conversationId, unclear)).status).toBe(422);
  const threat = await send(talk.conversationId, '再不还钱就等着坐牢吧');
  expect(codeOf(threat)).toBe('guardBlocked');
  const instead = threat.body.error.details?.find(({ path }) => path === 'instead');
  expect(instead?.message['zh-CN']).toBe(readyPhrases['zh-CN'].threatJail);
});

test('someone who is no agent decides nothing, and no conversation gives away another’s words', async () => {
  const { talk } = await taken(house.address, writer);
  const held = await heldIn(talk.conversationId);
  const auditor = await house.staff('auditor');
  expect((await decideAs(auditor, held, 'release')).status).toBe(403);
  const other = await taken(house.address, colleague);
  const elsewhere = { ...held, conversationId: other.talk.conversationId };
  expect((await decideAs(colleague, elsewhere, 'release')).status).toBe(404);
});

test('the dashboard counts what was held, released and declined', async () => {
  const supervisor = await house.staff('supervisor');
  const counted = async () =>
    (await supervisor.get<Dashboard>('dashboard?from=2026-11-01&to=2026-11-30&group=day')).body.totals;
  const before = await counted();
  const { talk } = await taken(house.address, writer);
  await decideAs(colleague, await heldIn(talk.conversationId), 'release');
  await decideAs(colleague, await heldIn(talk.conversationId), 'decline');
  const after = await counted();
  expect([
    after.held - before.held,
    after.heldReleased - before.heldReleased,
    after.heldDeclined - before.heldDeclined,
  ]).toEqual([2, 1, 1]);
});

describe('ready phrases', () => {
  const rules = { ...rulesAlone, readMeaning: null };
  const judged = (text: string, locale: 'zh-CN' | 'en-US', party: 'verified' | 'someoneElse' | 'unknown') =>
    judgeAgentWords({ text, locale, party, figuresAllowed: [] }, rules);
  const phrases = (['zh-CN', 'en-US'] as const).flatMap((locale) =>
    Object.entries(readyPhrases[locale]).map(([wrong, text]) => [wrong, text, locale] as const),
  );
  test.each(phrases)(
    'for %s: "%s" is sent as it stands, and is none of ours with a word more',
    (wrong, text, locale) => {
      expect(wrongs).toContain(wrong);
      expect(judged(text, locale, 'verified')).toEqual({ blocks: [], holds: [], instead: null });
      expect(judged(`${text} x`, locale, 'verified').holds).not.toEqual([]);
    },
  );
  test('the one for a hint may be said to everybody', () => {
    for (const party of ['someoneElse', 'unknown'] as const)
      for (const locale of ['zh-CN', 'en-US'] as const)
        expect(judged(readyPhrases[locale].hint, locale, party)).toMatchObject({ blocks: [], holds: [] });
  });
  test('one that speaks of owing is for nobody but the cardholder', () => {
    expect(judged(readyPhrases['zh-CN'].threatJail, 'zh-CN', 'someoneElse').blocks).not.toEqual([]);
  });
});

test('what was decided or has expired is never decided again', () => {
  const held: HeldWords = {
    heldId: 'h',
    conversationId: 'c',
    caseNumber: 'CS-1',
    text: 'x',
    locale: 'en-US',
    writer: 'a',
    writtenAt: '2026-11-23T02:30:00.000Z',
    reasons: [{ 'zh-CN': 'x', 'en-US': 'x' }],
    instead: null,
    status: 'held',
    decidedBy: null,
    decidedAt: null,
  };
  const now = '2026-11-23T02:31:00.000Z';
  for (const decision of ['released', 'declined'] as const) {
    const decided = decide(held, decision, 'b', now);
    if (decided.kind !== 'decided') throw new Error(decided.kind);
    expect(decide(decided.held, 'released', 'c', now)).toEqual({ kind: 'notHeld' });
    expect(decide(expired(held, now), decision, 'b', now)).toEqual({ kind: 'notHeld' });
  }
  expect(decide(held, 'released', 'a', now)).toEqual({ kind: 'ownWords' });
});
