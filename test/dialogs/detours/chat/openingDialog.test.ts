// The beginning: what this is, what it can do, that a person is one word away, in both languages.
import { Talk } from '../../../support/talk';
import { ids, saying, taps, valuesOf } from '../../saying';

test('whoever comes in is greeted once, told that this is a machine, and offered a person and the other language', async () => {
  const talk = await Talk.begin();
  const reply = await talk.arrive();
  expect(ids(reply)).toEqual(['opening.hello']);
  expect(taps(reply)).toEqual(expect.arrayContaining(['button.human', 'button.otherLanguage', 'button.plan']));
  expect((await talk.arrive()).activities).toHaveLength(0);
});

test('a second hello is not introduced again', async () => {
  const talk = await Talk.begin();
  await talk.say('你好');
  expect(ids(await talk.say('你好'))).toEqual(['opening.again']);
});

test('where no hello came first, the first answer says that it is a machine, and the second does not', async () => {
  const talk = await Talk.begin();
  const first = await talk.say('征信多久能消');
  expect(ids(first)[0]).toBe('opening.machine');
  expect(ids(await talk.say('会不会坐牢'))).not.toContain('opening.machine');
});

test.each([
  ['zh-CN', '你能干嘛'],
  ['en-US', 'what can you do'],
] as const)('asked what it can do, in %s, it says what it is and what it does', async (locale, words) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(words))).toEqual(['opening.machine', 'help.what']);
});

test('the bank is named in the language of the channel', async () => {
  const english = await Talk.begin({ locale: 'en-US' });
  expect(valuesOf(await english.arrive(), 'opening.hello').bankName).toMatch(/^[A-Za-z ]+$/);
  const chinese = await Talk.begin();
  expect(valuesOf(await chinese.arrive(), 'opening.hello').bankName).toMatch(/^\p{Script=Han}+$/u);
});

test('a yes to nothing is asked about in other words each time, and the third time a person is called', async () => {
  const talk = await Talk.begin();
  await talk.say('你好');
  const texts = [await talk.say('好的'), await talk.say('好的')].map(({ text }) => text);
  expect(new Set(texts).size).toBe(2);
  expect(ids(await talk.say('好的'))).toEqual(expect.arrayContaining(['chat.affirmWhat', 'handoff.waiting']));
});

test('saying never mind with nothing under way is taken kindly and changes nothing', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, '你好', '算了');
  expect(ids(reply)).toEqual(['chat.cancelled']);
  expect(taps(reply)).toContain('button.human');
});

test('"ok ok. what can you actually do" asks what can be done, beside a yes to nothing', async () => {
  const talk = await Talk.begin({ locale: 'en-US' });
  expect(ids(await talk.say('ok ok. what can you actually do'))).toContain('help.what');
});
