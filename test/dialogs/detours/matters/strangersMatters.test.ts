// What strangers say of their matters: a complaint that may come to nothing, papers at hand, a promise that is off.
import { ids, people, saying, verified } from '../../saying';

test.each([
  ['zh-CN', '催收骂我废物，我要投诉', '你们内部护短怎么办'],
  [
    'en-US',
    'the debt collector stuck a notice on our stairwell with my name on, I want to complain',
    'and if your bank just sweeps it under the rug?',
  ],
  ['en-US', 'your collector rang my whole village, I want to complain', 'what if you just ignore it'],
] as const)('in %s, after "%s", "%s" is told how it stands and who else hears it', async (locale, first, then) => {
  const talk = await verified(people.canonical, locale);
  const said = ids(await saying(talk, first, then));
  expect(said).toEqual(expect.arrayContaining(['case.open', 'complaint.lines']));
});

test('after "外包的骂我，我要投诉", "多少天给说法" is told how it stands and in how many days it is answered', async () => {
  const talk = await verified(people.canonical, 'zh-CN');
  const said = ids(await saying(talk, '外包的骂我，我要投诉', '多少天给说法'));
  expect(said).toEqual(expect.arrayContaining(['case.open', 'case.complaintDays']));
});

test.each([
  ['zh-CN', '厂里裁员把我裁了，没收入了', '解除通知书在我手上'],
  ['en-US', "they've let forty of us go at the plant, me included", "redundancy letter's in my hand"],
] as const)('in %s, after "%s", "%s" is told where to send it', async (locale, first, then) => {
  const talk = await verified(people.income75k, locale);
  expect(ids(await saying(talk, first, then))).toContain('evidence.where');
});

test.each([
  ['zh-CN', '30号还五千', '确认', '那个5000的话不算数了，老板跑路了没发工资'],
  ['en-US', 'I can pay 5000 on the 30th', 'yes', "I can't make the 5000, I've lost my job"],
] as const)('in %s, a promise that hardship undoes is taken back: "%s", "%s", "%s"', async (locale, ...words) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await saying(talk, ...words))).toContain('undo.promise');
});

test('an open dispute is told with the sum that holds it', async () => {
  const talk = await verified(people.disputed);
  expect(ids(await talk.say('我一共欠多少'))).toContain('case.underWay');
});

test.each([
  ['zh-CN', '最低还款是多少'],
  ['en-US', 'tell me the minimum due'],
] as const)('in %s, "%s" is told of the own card first', async (locale, words) => {
  const talk = await verified(people.late20, locale);
  const said = ids(await saying(talk, locale === 'zh-CN' ? '转人工' : 'I want a person', words));
  expect(said.some((id) => id.startsWith('account.minimum'))).toBe(true);
});

test('who hears "you are talking to a machine" as an answer hears it again when asked to', async () => {
  const talk = await verified(people.canonical);
  expect(ids(await saying(talk, '你是真人还是机器', '刚那句再讲一遍'))).toContain('opening.machine');
});

test('thanked for, the plans are shown again when they are asked for again', async () => {
  const talk = await verified(people.income75k, 'en-US');
  const reply = await saying(
    talk,
    '2,900 a month',
    'nothing to pay upfront',
    "you're a star, thank you",
    'show me those again',
  );
  expect(ids(reply).some((id) => id.startsWith('negotiation.offer'))).toBe(true);
});
