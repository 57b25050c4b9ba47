// What a signature survives: a question beside the code, a moment's wait, something supposed; and what leaves it: another choice.
import { ids, readyToSign, saying, valuesOf } from '../../saying';

test('the code and a question in one message: both are heard, the code first', async () => {
  const talk = await readyToSign();
  const reply = await talk.say('{code} 另外问下提前还清要不要钱');
  expect(ids(reply)[0]).toBe('agreement.codeAccepted');
  expect(ids(reply)).toContain('offer.earlyRepayment');
  expect(ids(await talk.say('确认'))).toContain('negotiation.agreed');
});

test('"等我两分钟" waits: the reading and the code are kept', async () => {
  const talk = await readyToSign();
  expect(ids(await talk.say('等我两分钟'))).toEqual(['agreement.pause']);
  expect(ids(await saying(talk, '她说行，码是{code}', '确认'))).toContain('negotiation.agreed');
});

test('"等等" before a question is no hesitation', async () => {
  const talk = await readyToSign();
  await saying(talk, '{code}', '等等，年化是多少');
  expect(ids(await talk.say('确认'))).toContain('negotiation.agreed');
});

test.each(['好的，确认', '行，确认', '嗯 确认', 'ok fair enough, confirm', 'yes, I confirm, thanks', '确认，谢谢'])(
  '"%s" is the explicit word: agreement before it takes nothing away',
  async (words) => {
    const talk = await readyToSign();
    await talk.say('{code}');
    expect(ids(await talk.say(words))).toContain('negotiation.agreed');
  },
);

test.each(['确认？', '好的，但是每月600确认', '不确认', 'ok if you drop the interest, confirm'])(
  '"%s" signs nothing',
  async (words) => {
    const talk = await readyToSign();
    await talk.say('{code}');
    expect(ids(await talk.say(words))).not.toContain('negotiation.agreed');
  },
);

test('another plan chosen at a read-back is read back instead, with a code of its own', async () => {
  const talk = await readyToSign();
  expect(valuesOf(await talk.say('选2'), 'negotiation.readBack').count).toBeDefined();
});

test.each(['合计好了 就刚才那个吧', '好了 我签', '签了吧', '就按刚才那份来'])(
  'a plan left unsigned to think it over is read again after "%s", with a new code, and is not signed by it',
  async (said) => {
    const talk = await readyToSign();
    expect(ids(await talk.say('我再想想'))).toContain('agreement.takeYourTime');
    const reply = await talk.say(said);
    expect(ids(reply)).toContain('negotiation.readBack');
    expect(ids(reply)).not.toContain('negotiation.agreed');
  },
);

test('after a refusal to sign, a bare number reads that plan back', async () => {
  const talk = await readyToSign();
  await talk.say('退回');
  expect(ids(await talk.say('2'))).toContain('negotiation.readBack');
});

test('a vague yes after a refusal to sign reads nothing back', async () => {
  const talk = await readyToSign();
  await talk.say('不签了');
  expect(ids(await talk.say('嗯'))).not.toContain('negotiation.readBack');
});
