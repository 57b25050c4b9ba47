// The one Bot Framework dialog: every kind of activity gets an answer, memory is never guessed at, the language follows.
import { ActivityTypes } from 'botbuilder';
import { DialogTurnStatus } from 'botbuilder-dialogs';
import { certainTurn } from '../../data/domain/customer/customerTurn';
import { readConversationState } from '../../dialogs/talk/conversationState';
import { Talk } from '../support/talk';
import { dialogClient } from './dialogClient';
import { audited, ids, people, saying, valuesOf, verified, withOffers } from './saying';

test('the root dialog alone answers in botbuilder-testing and stays active for the next message', async () => {
  const { client, say, outcomes } = await dialogClient({ 我欠多少: certainTurn('account.balance') });
  expect((await say('我欠多少')).map(({ id }) => id)).toEqual(['opening.machine', 'verify.ask']);
  expect(client.dialogTurnResult.status).toBe(DialogTurnStatus.waiting);
  expect(outcomes[0]?.party).toBe('unknown');
  expect((await say(people.canonical)).map(({ id }) => id)).toContain('account.summary');
  expect(outcomes[0]?.party).toBe('verified');
  expect(client.dialogTurnResult.status).toBe(DialogTurnStatus.waiting);
});

test('the reply of a turn carries exactly the text that was approved', async () => {
  const { client, outcomes } = await dialogClient({});
  const reply = await client.sendActivity('随便说说');
  expect(outcomes[0]?.replies.map(({ text }) => text)).toEqual([reply.text]);
});

test.each([
  { version: 99, stage: 'open' },
  { version: 2, stage: 'signing' },
  { version: 1, stage: 'somewhere' },
  'text',
  17,
  [],
])('memory that cannot be read (%j) is called lost and never guessed at', (saved) => {
  expect(readConversationState(saved)).toEqual({ kind: 'lost' });
});

test('a conversation without memory is new, not lost', () => {
  expect(readConversationState(undefined)).toEqual({ kind: 'none' });
});

test('after an unknown version the customer is told, asked again, and verified anew before anything is said', async () => {
  const talk = await withOffers();
  const { items } = await talk.store.list('conversations');
  let broken = 0;
  for (const item of items) {
    const text = JSON.stringify(item.value);
    if (!text.includes('"version":3')) continue;
    broken += 1;
    await talk.store.put(
      'conversations',
      item.id,
      JSON.parse(text.replaceAll('"version":3', '"version":99')),
      item.version,
    );
  }
  expect(broken).toBeGreaterThan(0);
  talk.restart();
  expect(ids(await talk.say('选1'))).toEqual(['input.lost']);
  expect(await audited(talk, 'stateLost')).toHaveLength(1);
  const reply = await talk.say('我一共欠多少');
  expect(ids(reply)).toContain('verify.ask');
  expect(ids(reply)).not.toContain('account.summary');
});

test.each([ActivityTypes.Event, ActivityTypes.Typing, ActivityTypes.MessageReaction, 'somethingNew'])(
  'an activity of type %s breaks nothing, and the talk goes on where it was',
  async (type) => {
    const talk = await withOffers();
    const reply = await talk.send({ type });
    expect(ids(reply).filter((id) => id.startsWith('input.failed') || id.startsWith('account.'))).toEqual([]);
    expect(ids(await talk.say('选1'))).toContain('negotiation.readBack');
  },
);

test('an attachment that names no type gets the answer to what cannot be read, and no error', async () => {
  const talk = await Talk.begin();
  const attachments = [{ contentUrl: 'https://test.invalid/a' }] as never;
  expect(ids(await talk.send({ type: ActivityTypes.Message, text: '', attachments }))).toEqual(['input.attachment']);
});

test('an attachment alone is answered with what to do instead, and a picture with words is read by its words', async () => {
  const talk = await verified(people.canonical);
  const attachments = [{ contentType: 'image/jpeg', contentUrl: 'https://test.invalid/a.jpg' }];
  expect(ids(await talk.send({ type: ActivityTypes.Message, text: '', attachments }))).toEqual(['file.unreachable']);
  expect(ids(await talk.send({ type: ActivityTypes.Message, text: '能分期吗', attachments }))).toEqual([
    'negotiation.ask.monthlyAmount',
    'file.unreachable',
  ]);
});

test('ten thousand characters are not read; the limit is told and the question before stands', async () => {
  const talk = await verified(people.canonical);
  await talk.say('能分期吗');
  expect(valuesOf(await talk.say('还'.repeat(10_000)), 'input.tooLong').limit).toBe('4000');
  expect(ids(await talk.say('800'))).toContain('negotiation.offer.line');
});

test.each([
  '<script>alert(1)</script>',
  '**[x](javascript:alert(1))**',
  '{"a":{"b":"{total}"}}',
  '{total, plural, other {#}}',
])('markup and braces (%s) come back in no reply', async (text) => {
  const talk = await Talk.begin();
  const reply = await talk.say(text);
  expect(reply.activities).toHaveLength(1);
  expect(reply.text).not.toContain(text);
});

test.each(['\u0000\u0007', '\u200b\u200f', ' \t\r\n', '\ud800'])('%j is an empty message', async (text) => {
  const talk = await Talk.begin();
  expect(ids(await talk.say(text))).toEqual(
    expect.arrayContaining([expect.stringMatching(/^input\.(empty|onlySymbols)$/)]),
  );
});

test('control characters inside words do not hide their meaning', async () => {
  const talk = await Talk.begin();
  expect(ids(await saying(talk, '你好', '转\u200b人\u0000工'))).toContain('handoff.waiting');
});

test('a message in the other language is answered in it, and the way back is offered once', async () => {
  const talk = await Talk.begin({ locale: 'en-US' });
  await talk.say('hello');
  const first = await talk.say('我一共欠多少钱');
  expect(ids(first)).toEqual(['language.offered', 'verify.ask']);
  expect(first.activities[0]?.locale).toBe('zh-CN');
  expect(ids(await talk.say('can I be arrested for this debt'))).not.toContain('language.offered');
});

test('"ok" in a Chinese conversation is no wish for English', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '征信多久能消', 'ok');
  expect(reply.activities[0]?.locale).toBe('zh-CN');
});

test.each([
  ['sms', 'draws no buttons'],
  ['msteams', 'draws three'],
])('on %s, which %s, what can be tapped stands in the text, and its number chooses it', async (channelId) => {
  const talk = await Talk.begin({ channelId });
  const reply = await talk.say('你好');
  expect(reply.activities[0]?.suggestedActions).toBeUndefined();
  const number = reply.taps.findIndex(({ id }) => id === 'button.human') + 1;
  expect(reply.text).toContain(`${number}. 转人工`);
  expect(ids(await talk.say(String(number)))).toContain('handoff.waiting');
});

test('a channel with cards gets one card with every offer, and the whole text beside it', async () => {
  const offersOn = async (channelId: string) =>
    saying(await Talk.begin({ channelId }), '能分期吗', people.canonical, '每个月最多还800');
  const [withCard, plain] = [await offersOn('webchat'), await offersOn('sms')];
  const [card, ...more] = withCard.activities.flatMap(({ attachments }) => attachments ?? []);
  expect(more).toEqual([]);
  expect(card?.content.body).toHaveLength(withCard.taps.filter(({ id }) => id === 'card.title').length);
  expect(card?.content.actions.length).toBe(card?.content.body.length);
  const words = withCard.text.split(/\n+/);
  expect(plain.text.split(/\n+/).slice(0, words.length)).toEqual(words);
});

test('a card’s button gives its words on every channel with cards', async () => {
  for (const channelId of ['webchat', 'msteams', 'emulator', 'directline']) {
    const talk = await Talk.begin({ channelId });
    const reply = await saying(talk, '能分期吗', people.canonical, '每个月最多还800');
    const [button] = reply.activities[0]?.attachments?.[0]?.content.actions ?? [];
    const words = typeof button.data === 'string' ? button.data : button.data.msteams.value;
    expect(words).toBe(button.title);
    // Teams takes an object only, and types its words for the customer.
    expect(typeof button.data).toBe(channelId === 'msteams' ? 'object' : 'string');
  }
});
