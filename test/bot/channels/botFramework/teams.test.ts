// What Teams sends besides words: an installed app, edits, deletions, likes, a card's button, a group where others read along.
import { type Emulator, startEmulator } from '../../support/emulator';
import { type RunningHouse, startHouse } from '../../support/runningHouse';

// Real files and sockets: slow on a busy machine, and not judged by time.
jest.setTimeout(120_000);

let house: RunningHouse;
let emulator: Emulator;

beforeAll(async () => {
  house = await startHouse();
  emulator = await startEmulator(() => house.address);
});
afterAll(async () => {
  await house.stop();
  await emulator.close();
});

const inTeams = { channelId: 'msteams', locale: 'zh-CN' };
const verified = async () => {
  const talk = emulator.conversation();
  await talk.say('我欠多少', inTeams);
  expect(await talk.say('6688 1234', inTeams)).toContain('26,431.20');
  return talk;
};

it('greets whoever installs the app, and keeps still when it is installed again, upgraded or taken away', async () => {
  const talk = emulator.conversation();
  const installed = (action: string) => talk.send({ ...inTeams, type: 'installationUpdate', action });
  expect((await installed('add')).replies).toHaveLength(1);
  for (const action of ['add', 'add-upgrade', 'remove', 'remove-upgrade']) {
    const { status, replies } = await installed(action);
    expect([status, replies]).toEqual([200, []]);
  }
});

it('acts on a message once: to edit, delete or like it changes nothing and is answered with nothing', async () => {
  const talk = await verified();
  for (const activity of [
    { type: 'messageUpdate', id: 'm-1', text: '我每个月还5000', channelData: { eventType: 'editMessage' } },
    { type: 'messageDelete', id: 'm-1', channelData: { eventType: 'softDeleteMessage' } },
    { type: 'messageReaction', reactionsAdded: [{ type: 'like' as const }], replyToId: 'm-1' },
    { type: 'messageReaction', reactionsRemoved: [{ type: 'like' as const }], replyToId: 'm-1' },
  ]) {
    const { status, replies } = await talk.send({ ...inTeams, ...activity });
    expect([status, replies]).toEqual([200, []]);
  }
  expect(await talk.say('我欠多少', inTeams)).toContain('26,431.20');
});

it("a card's button chooses an offer, whether its words come as typed or as a value", async () => {
  const talk = await verified();
  await talk.say('能分期吗', inTeams);
  const { replies } = await talk.send({ ...inTeams, type: 'message', text: '每个月最多还800' });
  const [button] = replies[0]?.attachments?.[0]?.content.actions ?? [];
  expect(button.data.msteams).toMatchObject({ type: 'imBack' });
  const chosen = await talk.say('', { ...inTeams, value: button.data.msteams.value });
  expect(chosen).toMatch(/确认|验证码/);
});

it('a card submit that means nothing here, and an invoke, break nothing', async () => {
  const talk = await verified();
  for (const activity of [
    { type: 'message', text: '', value: { anything: { at: 'all' } } },
    { type: 'invoke', name: 'adaptiveCard/action', value: { action: { type: 'Action.Execute' } } },
    { type: 'invoke', name: 'composeExtension/query' },
  ]) {
    const { status } = await talk.send({ ...inTeams, ...activity });
    expect([200, 501]).toContain(status);
  }
  expect(await talk.say('我欠多少', inTeams)).toContain('26,431.20');
});

it('says nothing of an account where others read along, called by name or not, and offers a private chat once', async () => {
  const talk = emulator.conversation();
  const group = { ...inTeams, conversation: { id: talk.conversationId, isGroup: true, conversationType: 'channel' } };
  const mention = [{ type: 'mention', mentioned: { id: 'bot-1', name: 'Bot' }, text: '<at>Bot</at>' }];
  const called = { ...group, entities: mention } as never;
  for (const words of ['我欠多少', '6688 1234', '我欠多少']) {
    const reply = await talk.say(`<at>Bot</at> ${words}`, called);
    expect(reply).not.toMatch(/欠|逾期|还款|26,431/);
    expect(reply).toMatch(/单独/);
  }
  expect(await talk.say('我们几点开会', group as never)).toBe('');
});
