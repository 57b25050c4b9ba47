// Each kind of danger in its own words, as long as it lasts; "I'm fine" believed; idioms that lock nobody out.
import { type CustomerTurn, certainTurn } from '../../../../../data/domain/customer/customerTurn';
import { dangerKindIn, saysFine } from '../../../../../dialogs/detours/protect/danger/dangerKind';
import { dialogClient } from '../../../dialogClient';

const danger: CustomerTurn = { ...certainTurn('vulnerable'), signals: ['vulnerable'] };
const unsure: CustomerTurn = { ...danger, confidence: 0.5 };
const ids = (spoken: readonly { readonly id: string }[]) => spoken.map(({ id }) => id);

/** Everything said is danger unless a reading is given. */
async function talkOf(texts: readonly string[], others: Readonly<Record<string, CustomerTurn>> = {}) {
  return dialogClient({ ...Object.fromEntries(texts.map((text) => [text, danger])), ...others });
}

test.each([
  ['meansAtHand', '我刚把一整瓶安眠药吞了'],
  ['meansAtHand', '我现在站在楼顶上'],
  ['meansAtHand', '割了手腕 血止不住'],
  ['meansAtHand', '喝了半瓶农药'],
  ['meansAtHand', '我就要跳了'],
  ['meansAtHand', '药就在我口袋里'],
  ['meansAtHand', '刀在手边放着'],
  ['meansAtHand', 'took a load of paracetamol about 20 mins ago'],
  ['meansAtHand', 'i’ve swallowed them'],
  ['meansAtHand', 'im standing on the bridge now'],
  ['meansAtHand', 'im bleeding a lot ive cut myself'],
  ['meansAtHand', 'i’m about to jump'],
  ['despair', '天天这么逼我，死了算了'],
  ['despair', 'every call makes me want to not be here'],
  ['violence', '我要是敢说不认 回家又得挨揍'],
  ['violence', '我老公拿我身份证办的卡，他会打我'],
  ['violence', 'He said he would kill me if I told anyone'],
  ['violence', 'my husband hits me when letters come'],
  ['minor', '我15岁 拿我妈的卡充游戏'],
  ['minor', '我读初二 偷偷绑我爸的卡'],
  ['minor', "hi i'm in year 9 and i bought game skins with dad's card"],
  ['minor', 'i am only 14'],
  ['bereaved', '我爸上个月走了，他这卡你们还一直发短信'],
  ['bereaved', '老伴没了 卡是他的'],
  ['bereaved', 'mum died three weeks ago, she had a card with you'],
  ['confused', '我妈有老年痴呆'],
  ['confused', 'my dad has dementia'],
] as const)('a %s is heard in "%s"', (kind, text) => {
  expect(dangerKindIn(text)).toBe(kind);
});

test.each([
  '累死了 天天催',
  '想好了',
  '加班加到要断气了',
  '我孩子读初二',
  '你们老打我电话',
  '我没有钱',
  '我们公司没了，他走了',
  'that would be the death of me',
  'I could murder whoever invented compound interest',
  'i was 17 days late',
  'my son is in year 9',
  'I’m on the train',
])('"%s" names no kind of danger', (text) => {
  expect(dangerKindIn(text)).toBeNull();
});

test.each([
  '刚才说的是气话，我真没那个意思，还是说说怎么还吧',
  '我没事，开玩笑的',
  '我没有死的念头，我想谈方案',
  "sorry, that came out wrong. I'm honestly fine, nobody's in danger",
  'i didn’t mean it, just venting',
])('"%s" says plainly that all is well', (text) => {
  expect(saysFine(text)).toBe(true);
});

test.each(['我没事，就是不想活了', "i'm fine. just gonna end it all", '他没事'])('"%s" does not', (text) => {
  expect(saysFine(text)).toBe(false);
});

test('with means at hand the ambulance comes first, and again each time something is said', async () => {
  const talk = await talkOf(['我刚把一整瓶安眠药吞了', '头好晕'], { 我欠多少: certainTurn('account.balance') });
  expect(ids(await talk.say('我刚把一整瓶安眠药吞了'))[0]).toBe('vulnerable.emergency');
  for (const words of ['头好晕', '我欠多少', '嗯']) {
    const [first] = await talk.say(words);
    expect(first).toMatchObject({ id: 'vulnerable.emergencyStill', values: { medical: '120' } });
  }
});

test('somebody in despair who is on a roof a moment later is sent to the ambulance', async () => {
  const talk = await talkOf(['我不想活了'], { 我在楼顶: certainTurn('outOfScope') });
  expect(ids(await talk.say('我不想活了'))[0]).toBe('vulnerable.first');
  expect(ids(await talk.say('我在楼顶'))).toEqual(['vulnerable.emergency']);
});

test.each([
  ['他天天打我，回家又得挨揍', 'vulnerable.violence', 'vulnerable.violenceStill'],
  ['我15岁，拿我妈的卡充游戏', 'vulnerable.minor', 'vulnerable.minorStill'],
  ['我妈有老年痴呆，一接电话就哭', 'vulnerable.confused', 'vulnerable.confusedStill'],
])('"%s" is answered in its own words, and further on in its own', async (words, first, further) => {
  const talk = await talkOf([words]);
  expect(ids(await talk.say(words))[0]).toBe(first);
  expect(ids(await talk.say('然后呢'))).toEqual([further]);
});

test('a bereaved caller hears condolences and what is needed, where to send it, and no crisis line and no figure', async () => {
  const words = '我爸上个月走了，他的卡怎么办';
  const talk = await talkOf([words], { 寄到哪: certainTurn('evidence'), 他欠多少: certainTurn('account.balance') });
  const first = await talk.say(words);
  expect(ids(first)[0]).toBe('vulnerable.condolence');
  expect(first.some(({ values }) => Object.values(values).includes('12356'))).toBe(false);
  expect(ids(await talk.say('寄到哪'))).toEqual(['vulnerable.papers', 'evidence.where']);
  expect(ids(await talk.say('他欠多少'))).toEqual(['vulnerable.noFigure']);
});

test('whoever says plainly that they are fine is believed, the colleague stays informed, and the wish goes on', async () => {
  const fine = '刚才是气话，我没事，想问下分期';
  const talk = await talkOf(['我不想活了'], {
    [fine]: { ...certainTurn('negotiate.start'), signals: [] },
  });
  await talk.say('我不想活了');
  expect(ids(await talk.say(fine))).toEqual(['vulnerable.believed', 'verify.ask']);
  expect(talk.outcomes.flatMap(({ effects }) => effects).some(({ kind }) => kind === 'withdrawCase')).toBe(false);
});

test('after pills "I’m fine" is asked about once more before it is believed', async () => {
  const talk = await talkOf(['我吞了一瓶安眠药'], { 我没事: certainTurn('outOfScope') });
  await talk.say('我吞了一瓶安眠药');
  expect(ids(await talk.say('我没事'))).toEqual(['vulnerable.surelyFine']);
  expect(ids(await talk.say('我没事'))).toEqual(['vulnerable.believed']);
});

test('a wish not to be written to is granted in danger, and nothing about money is said', async () => {
  const talk = await talkOf(['他会打我'], { '别给我发短信，他会看手机': certainTurn('contactPreference') });
  await talk.say('他会打我');
  expect(ids(await talk.say('别给我发短信，他会看手机'))).toEqual(['vulnerable.noMessages']);
  const saved = talk.outcomes.flatMap(({ effects }) => effects).find(({ kind }) => kind === 'saveContactPreference');
  expect(saved).toMatchObject({ record: { ceased: true } });
});

test('an idiom that is taken for danger is no danger, and a word that may be one is asked about', async () => {
  const talk = await dialogClient({ 累死了天天催: unsure, 我扛不住了: unsure, 没事: certainTurn('affirm') });
  expect(ids(await talk.say('累死了天天催')).some((id) => id.startsWith('vulnerable.'))).toBe(false);
  expect(ids(await talk.say('我扛不住了'))).toContain('vulnerable.check');
  expect(ids(await talk.say('没事'))).toContain('vulnerable.heardFine');
});

test('a no to that question is danger', async () => {
  const talk = await dialogClient({ 我扛不住了: unsure, 不好: certainTurn('deny') });
  await talk.say('我扛不住了');
  expect(ids(await talk.say('不好'))[0]).toBe('vulnerable.first');
});
