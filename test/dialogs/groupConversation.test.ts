// In a group others read along: no account talk, no hint of a debt, and a talk of two is offered.
import { type Activity, ActivityTypes } from 'botbuilder';
import fc from 'fast-check';
import { isGroupChat, isMentioned, withoutMentions } from '../../dialogs/talk/channel/groupChat';
import { type Reply, Talk } from '../support/talk';
import { ids, people, taps, verified } from './saying';

const assistant = { id: 'assistant', name: 'Bank' };
const inGroup = { id: 'conversation-1', isGroup: true, name: '', conversationType: 'groupChat' };

const saidInGroup = (talk: Talk, text: string, more: Partial<Activity> = {}): Promise<Reply> =>
  talk.send({
    type: ActivityTypes.Message,
    channelId: 'msteams',
    text: `<at>Bank</at> ${text}`,
    entities: [{ type: 'mention', mentioned: assistant, text: '<at>Bank</at>' }],
    conversation: { ...inGroup, id: talk.conversationId },
    ...more,
  });

const wishes = [
  '我一共欠多少',
  'how much do I owe',
  '逾期会怎样',
  '能分期吗',
  'can we work something out on my debt',
  people.canonical,
  '转人工',
  '你好',
  '我失业了',
];

test.each(wishes)('"%s" in a group is answered with the offer of a private chat and nothing else', async (wish) => {
  const talk = await Talk.begin();
  const reply = await saidInGroup(talk, wish);
  expect(ids(reply)).toEqual(['group.private']);
  expect(taps(reply)).toEqual([]);
  expect(reply.text).not.toMatch(/欠|逾期|还款|分期|账|debt|overdue|owe|repay|instal/i);
});

test('a conversation that becomes a group tells nothing of what was verified in it', async () => {
  const talk = await verified(people.canonical);
  const reply = await saidInGroup(talk, '我一共欠多少', { channelId: talk.channelId });
  expect(ids(reply)).toEqual(['group.private']);
});

test('the endings of card and identity typed into a group verify nobody, and are not kept', async () => {
  const talk = await Talk.begin();
  await saidInGroup(talk, people.canonical);
  expect((await talk.repositories.audit.ofType('verified')).items).toEqual([]);
});

test('somebody in danger is answered with the lines to call, in a group as anywhere', async () => {
  const talk = await Talk.begin();
  expect(ids(await saidInGroup(talk, '我真的不想活了'))).toEqual(expect.arrayContaining(['vulnerable.first']));
});

test('the language of a group is followed', async () => {
  const talk = await Talk.begin();
  const reply = await saidInGroup(talk, 'how much do I owe on my card please');
  expect(reply.text).toMatch(/Please message me/);
});

test('who is not called keeps still in a group once it has said where to write', async () => {
  const talk = await Talk.begin();
  await saidInGroup(talk, '你好');
  expect((await saidInGroup(talk, '今晚吃什么', { text: '今晚吃什么', entities: [] })).activities).toEqual([]);
  talk.userId = 'another';
  expect((await saidInGroup(talk, '都行', { text: '都行', entities: [] })).activities).toEqual([]);
  expect(ids(await saidInGroup(talk, '我一共欠多少'))).toEqual(['group.private']);
});

test('added to a group, it says where to write and offers nothing', async () => {
  const talk = await Talk.begin();
  const reply = await talk.send({
    type: ActivityTypes.ConversationUpdate,
    membersAdded: [assistant, { id: 'customer', name: '' }],
    conversation: inGroup,
  });
  expect(ids(reply)).toEqual(['group.private']);
});

test('a mention in a private chat is no part of what is said', async () => {
  const talk = await verified(people.canonical);
  const reply = await saidInGroup(talk, '我一共欠多少', {
    channelId: talk.channelId,
    conversation: { id: talk.conversationId, isGroup: false, name: '', conversationType: 'personal' },
  });
  expect(ids(reply)).toContain('account.summary');
});

test('any conversation that a channel does not call private is a group', () => {
  const kinds = fc.string({ minLength: 1 }).filter((kind) => !['personal', 'private', 'direct', 'user'].includes(kind));
  fc.assert(fc.property(kinds, (conversationType) => isGroupChat({ conversation: { conversationType } })));
  expect(isGroupChat({ conversation: { isGroup: true, conversationType: 'personal' } })).toBe(true);
  expect(isGroupChat({ conversation: {} })).toBe(false);
});

test('mentions are taken out in whatever form they come, and broken ones harm nothing', () => {
  const recipient = { id: 'bot' };
  const conversation = {};
  const entities = [{ type: 'mention', text: '@Bank Bot', mentioned: { id: 'bot' } }, { type: 'mention' }];
  expect(withoutMentions('@Bank Bot 你好', { conversation, entities })).toBe('你好');
  expect(withoutMentions('<at id="0">Bank</at>你好<at>李四</at>', { conversation })).toBe('你好');
  expect(isMentioned({ conversation, recipient, entities })).toBe(true);
  expect(isMentioned({ conversation, recipient, entities: [{ type: 'mention', mentioned: { id: 'x' } }] })).toBe(false);
  expect(isMentioned({ conversation, recipient })).toBe(false);
});
