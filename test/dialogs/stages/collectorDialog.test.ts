// Is this collector real: the register answers, and nothing about an account before the check.
import { Talk } from '../../support/talk';
import { ids, people, saying, verified } from '../saying';

const whoIsIt = '有个自称你们外包的找我，真的假的';

test('a listed company is called listed to anybody, and not whose account it has', async () => {
  const talk = await Talk.begin();
  const reply = await saying(talk, whoIsIt, '明岚资产');
  expect(ids(reply)).toEqual(['collector.listed', 'collector.neverPrivate']);
});

test.each(['鼎鑫讨债公司', '13800001111', '一个姓王的'])(
  '"%s" is in no register: do not pay, and call us',
  async (name) => {
    const talk = await Talk.begin();
    expect(ids(await saying(talk, whoIsIt, name))).toEqual(['collector.notListed', 'collector.neverPrivate']);
  },
);

test('the cardholder is told about the agency that really has the account, without naming it first', async () => {
  const talk = await verified(people.canonical);
  expect(ids(await talk.say(whoIsIt))).toEqual(['collector.authorised', 'collector.noOther', 'collector.neverPrivate']);
});

test('asked about a company by another name, the cardholder hears whom the bank did ask, and nobody else', async () => {
  const talk = await verified(people.canonical);
  const reply = await talk.say('恒通催收公司是不是你们委托的');
  expect(ids(reply)).toEqual(['collector.authorised', 'collector.noOther', 'collector.neverPrivate']);
});

test('a listed company that has not got this account is not authorised for it', async () => {
  const talk = await verified(people.late20);
  const reply = await saying(talk, whoIsIt, '明岚资产');
  expect(ids(reply)).toEqual(['collector.notAuthorised', 'collector.neverPrivate']);
});

test('a person is reached instead of a name', async () => {
  const talk = await Talk.begin();
  expect(ids(await saying(talk, whoIsIt, '转人工'))).toContain('handoff.waiting');
});

test.each(['他没说', '嗯 好的', '不知道叫什么', 'dunno he didnt say', 'ok'])(
  'to "%s" nobody is accused and nobody confirmed: how to check is told',
  async (words) => {
    const talk = await Talk.begin();
    const said = ids(await saying(talk, whoIsIt, words));
    expect(said).toContain('collector.howToCheck');
    expect(said).not.toContain('collector.notListed');
  },
);
