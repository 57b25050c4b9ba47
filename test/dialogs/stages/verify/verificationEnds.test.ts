// Verified is who was checked, where they were checked, for as long as the bank's rules say; then it is asked again.
import { Talk } from '../../../support/talk';
import { audited, ids, people, saying, valuesOf, verified, withOffers } from '../../saying';

const idleOver = '2026-11-23T02:31:00.000Z';

test('somebody else who writes in a verified conversation sees nothing of it and may be verified for themselves', async () => {
  const talk = await withOffers();
  talk.userId = 'colleague';
  for (const wish of ['我一共欠多少', '选1', '每月最多还800', '刚才说什么', '重复一遍']) {
    const reply = await talk.say(wish);
    expect(reply.text).not.toMatch(/26,431|\d{3,}\.\d\d/);
    expect(ids(reply).join(' ')).not.toMatch(/account\.|negotiation\.|agreement\./);
  }
  const own = await saying(talk, '我一共欠多少', people.late20);
  expect(valuesOf(own, 'account.summary').tail).toBe('3202');
  talk.userId = 'customer';
  expect(ids(await talk.say('选1'))).toContain('negotiation.readBack');
});

test('after half an hour of silence the balance is not told, the check is asked for again, and the wish goes on', async () => {
  const talk = await verified(people.canonical);
  talk.now = idleOver;
  const asked = await talk.say('我一共欠多少');
  expect(ids(asked)).toEqual(['verify.again']);
  expect(asked.text).not.toContain('26,431');
  expect(ids(await talk.say(people.canonical))).toEqual(expect.arrayContaining(['verify.done', 'account.summary']));
});

test('a busy talk ends with the whole time of a verification, however short the pauses', async () => {
  const talk = await verified(people.canonical);
  const started = Date.parse(talk.now);
  for (let minutes = 25; minutes <= 720; minutes += 25) {
    talk.now = new Date(started + minutes * 60_000).toISOString();
    expect(ids(await talk.say('我一共欠多少'))).toContain('account.summary');
  }
  talk.now = new Date(started + 721 * 60_000).toISOString();
  expect(ids(await talk.say('我一共欠多少'))).toEqual(['verify.again']);
});

test('a year later nothing is told', async () => {
  const talk = await verified(people.canonical);
  talk.now = '2027-11-23T02:00:00.000Z';
  const reply = await talk.say('我一共欠多少');
  expect(ids(reply)).toEqual(['verify.again']);
});

test.each([
  ['选1', 'negotiation.readBack'],
  ['每月最多还900', 'negotiation.offer.line'],
  ['好的', 'negotiation.'],
])('offers wait while the check is asked for again: "%s" is taken up after it', async (words, id) => {
  const talk = await withOffers();
  talk.now = idleOver;
  expect(ids(await talk.say(words))).toEqual(['verify.again']);
  expect(ids(await talk.say(people.canonical)).join(' ')).toContain(id);
});

test('what one customer had under way is not given to another who is verified after them', async () => {
  const talk = await withOffers();
  talk.now = idleOver;
  await talk.say('选1');
  const reply = await talk.say(people.late20);
  expect(reply.text).not.toContain('26,431');
  expect(ids(reply)).not.toContain('negotiation.readBack');
  const memory = JSON.stringify((await talk.store.list('conversations')).items);
  expect(memory).not.toContain('C-1001');
});

test('nothing is repeated and no button tells a figure after the verification has run out', async () => {
  const talk = await withOffers();
  talk.now = idleOver;
  for (const words of ['再说一遍', '为什么', '征信多久能消', '转人工'])
    expect((await talk.say(words)).text).not.toMatch(/26,431|\d{3}\.\d\d/);
});

test('somebody who was not verified is not told that a check has run out', async () => {
  const talk = await Talk.begin();
  await talk.say('征信多久能消');
  talk.now = '2026-11-25T02:00:00.000Z';
  expect(ids(await talk.say('我一共欠多少'))).toEqual(['verify.ask']);
});

test('a talk that an earlier version kept goes on after a new check, and tells nobody anything before', async () => {
  const talk = await withOffers();
  const [stored] = (await talk.store.list('conversations')).items;
  const value = structuredClone(stored?.value) as {
    dialogs: { dialogStack: { state: { speakers?: [string, Record<string, unknown>][]; memory?: unknown } }[] };
  };
  const [root] = value.dialogs.dialogStack;
  const [, state] = root?.state.speakers?.[0] ?? ['', {}];
  const { verified: _v, resting: _r, secondFactor: _s, lockedUntil: _l, ...before } = state;
  if (root !== undefined)
    root.state = { memory: { ...before, version: 1, verifiedCustomerId: 'C-1001', verifyFailures: 0 } };
  await talk.store.put('conversations', stored?.id ?? '', value, 'any');
  expect(ids(await talk.say('选1'))).toEqual(['verify.again']);
  expect(ids(await talk.say(people.canonical))).toContain('negotiation.readBack');
});

test('each check is in the audit with how it was done', async () => {
  const talk = await verified(people.canonical);
  talk.now = idleOver;
  await saying(talk, '我一共欠多少', people.canonical);
  expect((await audited(talk, 'verified')).map(({ inputs }) => inputs)).toEqual([
    { method: 'endings' },
    { method: 'endings' },
  ]);
});
