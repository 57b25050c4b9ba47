// Only an explicit word signs, after the code, on terms that nobody refused or put off in between (P7).
import { audited, ids, readyToSign, saying, taps, withOffers } from '../../saying';
import { agreementsOf } from './signed';

const vague = [
  '嗯',
  '好的',
  '好',
  '可以',
  '行',
  '没问题',
  '👍',
  '我同意',
  '同意',
  'ok',
  'OK',
  'okay',
  'yes',
  'sure',
  'I agree',
  'fine',
];
const asking = ['确认?', '确认？', '确认吗', '要我确认吗', 'confirm?', 'Confirm ?', '签吗'];
const conditional = [
  '确认，但是每月只能400',
  '确认2',
  '确认选2',
  'confirm but only 400 a month',
  '不是确认',
  "I can't confirm",
];

describe.each([...vague, ...asking, ...conditional])('"%s"', (words) => {
  test('signs nothing at a read-back, nor after the code', async () => {
    const talk = await readyToSign();
    expect(ids(await talk.say(words))).not.toContain('negotiation.agreed');
    expect(ids(await saying(talk, '选1', '{code}', words))).not.toContain('negotiation.agreed');
    expect(await agreementsOf(talk)).toEqual([]);
  });
});

test.each(['我同意', '同意', 'I agree', '就第一个吧', '好的', '确认？', 'confirm?'])(
  'after the code "%s" asks for the word, and the same code still signs',
  async (words) => {
    const talk = await readyToSign();
    await talk.say('{code}');
    expect(ids(await talk.say(words))).toEqual(['agreement.sayConfirm']);
    expect(ids(await talk.say('确认'))).toContain('negotiation.agreed');
  },
);

test.each([
  '确认',
  '我确认',
  '确认。',
  ' 确认 ',
  '同意签',
  '我同意签署',
  'confirm',
  'Confirm!',
  'I agree to sign',
  'yes, I confirm',
  'ｃｏｎｆｉｒｍ',
])('"%s" is the explicit word', async (words) => {
  const talk = await readyToSign();
  expect(ids(await saying(talk, '{code}', words))).toContain('negotiation.agreed');
  const [record] = await agreementsOf(talk);
  expect(record?.consents.map(({ kind }) => kind)).toEqual(['terms', 'oneTimeCode', 'noOtherCards']);
});

const refusals = [
  '不签',
  '不签了',
  '我不想签',
  '别签',
  '不同意',
  '算了',
  '先不弄了',
  '取消',
  '我反悔了',
  "don't sign",
  "I won't sign",
  'no thanks',
  'I do not agree',
  'changed my mind',
  'cancel it',
];
const hesitations = [
  '再想想',
  '我考虑考虑',
  '等一下',
  '先等等',
  '我再看看吧，还没想好',
  '问问家里人再说',
  'let me think about it',
  "I'm not sure",
  'hold on',
  'not yet',
  'maybe later',
];

describe.each([...refusals, ...hesitations])('after "%s"', (words) => {
  test.each(['好的', '嗯', '确认', 'confirm'])('"%s" signs nothing, with the code or without it', async (yes) => {
    const talk = await readyToSign();
    await talk.say('{code}');
    const left = await talk.say(words);
    expect(ids(left).at(-1)).toMatch(/^agreement\.(notSigned|takeYourTime)$/);
    expect(taps(left)).toContain('button.human');
    expect(ids(await talk.say(yes))).not.toContain('negotiation.agreed');
    expect(ids(await talk.say(`{code} ${yes}`))).not.toContain('negotiation.agreed');
    expect(await agreementsOf(talk)).toEqual([]);
    expect(await audited(talk, 'signed')).toEqual([]);
  });
});

test.each(['can you reduce the interest', '利息能不能减一点', 'could the fees be waived?', '违约金能免吗'])(
  'other terms are wanted once the code is in, and a word after "%s" signs nothing',
  async (wish) => {
    const talk = await readyToSign();
    await saying(talk, '{code}', wish);
    expect(ids(await talk.say('确认'))).not.toContain('negotiation.agreed');
    expect(await agreementsOf(talk)).toEqual([]);
  },
);

test('whoever needed time chooses again, hears the terms again and signs with a new code', async () => {
  const talk = await readyToSign();
  const old = await talk.newestCode();
  await saying(talk, old, '再想想');
  talk.wait(60);
  expect(ids(await talk.say('选1'))).toEqual(expect.arrayContaining(['negotiation.readBack', 'agreement.codeSent']));
  const fresh = await talk.newestCode();
  if (fresh !== old) expect(ids(await talk.say(`${old} 确认`))).toEqual(['agreement.codeWrong']);
  expect(ids(await talk.say(`${fresh} 确认`))).toContain('negotiation.agreed');
});

test.each(['等一下，验证码还没收到', '短信还没到，稍等', 'hang on, the code has not come'])(
  'waiting for the code is no hesitation: "%s"',
  async (words) => {
    const talk = await readyToSign();
    talk.wait(1);
    expect(ids(await talk.say(words))).not.toContain('agreement.takeYourTime');
    expect(ids(await talk.say('{code} 确认'))).toContain('negotiation.agreed');
  },
);

test.each(['不签会怎么样', '要是不签呢？', "what happens if I don't sign?"])(
  'a question about not signing refuses nothing: "%s"',
  async (words) => {
    const talk = await readyToSign();
    expect(ids(await talk.say(words))).not.toContain('agreement.notSigned');
  },
);

test('news of hardship in the middle makes the terms be read again before anything is signed', async () => {
  const talk = await readyToSign();
  await talk.say('{code}');
  await talk.say('我刚失业了，没有收入了');
  expect(ids(await talk.say('确认'))).not.toContain('negotiation.agreed');
  expect(await agreementsOf(talk)).toEqual([]);
});

test('a read-back in one conversation is none in another: the offers are there, and nothing is signed by a yes', async () => {
  const talk = await withOffers();
  await talk.say('选1');
  const code = await talk.newestCode();
  talk.newConversation();
  await saying(talk, '我想办分期', '6688 1234');
  for (const yes of ['好的', '确认', `${code} 确认`, '嗯'])
    expect(ids(await talk.say(yes))).not.toContain('negotiation.agreed');
  expect(await agreementsOf(talk)).toEqual([]);
});
