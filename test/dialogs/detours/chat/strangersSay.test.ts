// Things that strangers say, heard as what they say: who speaks, another language, a lost card, a wish told in passing.
import { Talk } from '../../../support/talk';
import { ids, people, saying, valuesOf, verified, withOffers } from '../../saying';

test.each([
  ['zh-CN', '你是人还是机器人'],
  ['zh-CN', '对面是真人吗'],
  ['zh-CN', '你叫什么名字'],
  ['en-US', 'you a robot or a person typing'],
  ['en-US', 'am I talking to a machine'],
  ['en-US', "what's your name"],
] as const)('asked who speaks, it says that it is a machine and calls nobody (%s: %s)', async (locale, asked) => {
  const reply = await (await Talk.begin({ locale })).say(asked);
  expect(ids(reply)).toContain('opening.machine');
  expect(ids(reply)).not.toContain('handoff.waiting');
});

test.each([
  ['zh-CN', '我卡丢了不记得卡号'],
  ['zh-CN', '忘了卡号后四位怎么办'],
  ['en-US', "I've lost the card so I don't know the number"],
  ['en-US', "can't remember the last four digits"],
] as const)(
  'without the card it is told where the digits are, and takes it for no danger (%s: %s)',
  async (locale, said) => {
    const reply = await (await Talk.begin({ locale })).say(said);
    expect(ids(reply)).toContain('verify.whereEnding');
  },
);

test('a lost card beside a wish to die is danger', async () => {
  const reply = await (await Talk.begin({ locale: 'en-US' })).say('I lost my card and I want to kill myself');
  expect(ids(reply)[0]).toMatch(/^vulnerable\./);
});

test.each([
  ['zh-CN', '说粤语得唔得'],
  ['zh-CN', '会讲日语吗'],
  ['en-US', 'can you speak cantonese'],
  ['en-US', 'habla español?'],
] as const)('asked for a language that it has not, it says which it has (%s: %s)', async (locale, said) => {
  expect(ids(await (await Talk.begin({ locale })).say(said))).toContain('chat.languages');
});

test('whose Chinese is not good is answered in English, and back again without a word of the other language', async () => {
  const talk = await verified(people.canonical);
  expect((await talk.say('Sorry my Chinese not good. how much I owe')).text).toContain('Card ending 6688');
  await talk.say('I can pay 800 a month');
  expect((await talk.say('用中文')).text).not.toMatch(/[a-z]{4}/i);
});

test.each([
  ['zh-CN', '师傅在吗 我跑货车的 卡上的钱想慢慢还'],
  ['zh-CN', '能不能按季度还，我是做工程的，三个月结一次账'],
] as const)('a trade that is told of is nobody’s authority (%s: %s)', async (locale, said) => {
  const talk = await Talk.begin({ locale });
  expect(ids(await talk.say(said))).not.toContain('authority.relative');
  expect(ids(await talk.say(people.canonical))).toContain('verify.done');
});

test.each([
  ['zh-CN', '还能再短不', 'negotiation.wish.shorter'],
  ['zh-CN', '太高了，前半年少一点，后面多还行不行', 'negotiation.wish.stepUp'],
  ['zh-CN', '那12期的话每期多少', 'why.count.aboveSaid'],
  ['en-US', 'anything shorter?', 'negotiation.wish.shorter'],
] as const)('a wish for the plans on the table gets its answer (%s: %s)', async (locale, said, id) => {
  expect(ids(await (await withOffers(locale)).say(said))).toContain(id);
});

test.each([
  ['zh-CN', '哪个总共最省就签哪个'],
  ['en-US', 'whichever costs me least overall'],
] as const)('whichever is best at something is chosen, and read back (%s: %s)', async (locale, said) => {
  const reply = await (await withOffers(locale)).say(said);
  expect(valuesOf(reply, 'negotiation.readBack')).toMatchObject({ count: '48' });
});

test.each([
  ['zh-CN', '以后都别联系我', '刚才说的气话，别当真，还是可以联系'],
  ['en-US', "don't contact me ever again", 'sorry I was angry, you can still contact me'],
] as const)('a stop said in anger is taken back (%s)', async (locale, stop, back) => {
  expect(ids(await saying(await verified(people.canonical, locale), stop, back))).toContain('undo.contactStop');
});

test.each([
  ['zh-CN', '别往单位打电话', '你把刚才记的念一遍', 'contact.notWork'],
  ['en-US', 'no calls to my office please', "can you read back what you've noted", 'contact.notWork'],
] as const)('what was noted of contact is read back (%s)', async (locale, wish, asked, id) => {
  expect(ids(await saying(await verified(people.canonical, locale), wish, asked))).toContain(id);
});

test.each([
  ['zh-CN', '我没借过这钱', '不是，我是说我没收到账单，卡是我的'],
  ['en-US', 'I never took this out', "no sorry I mean I never got the statement, the card's mine"],
] as const)('a dispute that was a misunderstanding is withdrawn (%s)', async (locale, said, back) => {
  expect(ids(await saying(await verified(people.canonical, locale), said, back))).toContain('undo.case');
});

test.each([
  ['zh-CN', '外包那边说今天还3000就不起诉，我该信谁', 'collector.authorised'],
  ['zh-CN', '收到条短信，说今天不还就冻结我微信，里面有个网址，是你们发的吗', 'scam.warning'],
  ['en-US', 'got a text with a link, is it safe', 'scam.warning'],
] as const)('what others demand is no promise of the customer (%s: %s)', async (locale, said, id) => {
  const reply = await (await verified(people.canonical, locale)).say(said);
  expect(ids(reply)).toContain(id);
  expect(ids(reply)).not.toContain('negotiation.promise.confirm');
});

test('pills that were counted are danger to life, whatever home is like', async () => {
  const reply = await (await Talk.begin({ locale: 'zh-CN' })).say('欠了这么多我都不敢回家，昨晚把安眠药都数了一遍');
  expect(ids(reply)).toContain('vulnerable.emergency');
});

test.each([
  ['zh-CN', '我想分期每月600，还有能不能把违约金免了'],
  ['en-US', '600 a month, and can you knock off the charges'],
] as const)('less interest or fees, wished beside a figure, is answered with it (%s)', async (locale, said) => {
  const reply = await (await verified(people.canonical, locale)).say(said);
  expect(ids(reply)).toContain('negotiation.noted');
  expect(ids(reply).some((id) => id === 'relief.rule' || id.startsWith('negotiation.relief.'))).toBe(true);
});

test('a question of what paying would bring opens no search for a payment', async () => {
  const talk = await verified(people.late20);
  const reply = await talk.say('我就想问三个事：一是逾期多少天了，二是明天还1000行不行，三是还完了征信能不能消');
  expect(ids(reply)).not.toContain('alreadyPaid.opened');
});

test('a review that is not needed after all is taken back', async () => {
  const reply = await saying(await verified(people.canonical), '我生病了没法还', '其实没那么严重，不用登记了');
  expect(ids(reply)).toContain('undo.case');
});

test('"at no other time" leaves the hours as they were noted', async () => {
  const talk = await verified(people.canonical);
  const reply = await saying(talk, '晚上七点到九点可以打电话', '其他时间都别联系');
  expect(ids(reply)).not.toContain('contact.stopped');
});

test('whoever at home would break their legs is answered as violence', async () => {
  const reply = await (await Talk.begin({ locale: 'zh-CN' })).say('我爸知道我欠钱要打断我的腿，我不敢回去');
  expect(ids(reply)).toContain('vulnerable.violence');
});

test('where no plan was shown, the ways to close the gap are what is open, and not plans', async () => {
  const reply = await saying(await verified(people.canonical), '每月只有300', '真的一分都多不了', '这个会影响征信吗');
  expect(ids(reply)).not.toContain('negotiation.resume');
});

test('after signing, the next payment and the pay-off are those of the agreement', async () => {
  const talk = await verified(people.missedInstalment);
  expect(ids(await talk.say('下个月几号还多少'))).toContain('arrangement.next');
  expect(ids(await talk.say('那我想一次结清，月底要多少'))).toContain('arrangement.payOff');
});

test.each([
  ['跟二号差在哪儿', 'offer.difference'],
  ['第一个便宜还是第二个便宜', 'offer.cheapest'],
  ['签了之后还有人给我打电话咋整', 'offer.agency'],
] as const)('plans are compared, and what comes after signing is told, in plain words: %s', async (asked, id) => {
  expect(ids(await (await withOffers()).say(asked))).toContain(id);
});

test('pictures are no time of day: after a complaint they are papers to hand in', async () => {
  const reply = await saying(await verified(people.canonical), '催收在我小区群里发我照片', '截图有 二十多张');
  expect(ids(reply)).toContain('evidence.where');
});

test('a detail told of a complaint that was opened beside a promise goes to the complaint', async () => {
  const told = ['月底我先还一千五，另外你们那个催收骂我孩子的事我要投诉', '就昨天下午 四点多 说是姓马'];
  expect(ids(await saying(await verified(people.canonical), ...told))).toContain('complaint.kept');
});

test('a stop is confirmed to whoever asks whether it holds', async () => {
  const talk = await Talk.begin({ locale: 'zh-CN' });
  const reply = await saying(talk, '短信都别发了 电话也别打', people.late20, '确定都停了？');
  expect(ids(reply)).toContain('contact.stillStopped');
});
