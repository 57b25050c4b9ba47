// Whatever is said in whichever stage: nothing personal of it is anywhere in the store (promise P12).
import { ActivityTypes } from 'botbuilder';
import fc from 'fast-check';
import { houseSchema } from '../../data/store/collections';
import type { DocumentStore } from '../../data/store/documentStore';
import { digitsReadFrom, dressedNumber, secretNumber } from '../support/disguises';
import { Talk } from '../support/talk';
import { people, saying } from './saying';

/** What the bank knows of its own: the book, and the phones' one-time codes. */
const ownBook: readonly string[] = ['customers', 'accounts', 'outbox'];

/** Every text that a value holds, however deep. */
function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

async function everyText(store: DocumentStore): Promise<string[]> {
  const texts: string[] = [];
  for (const collection of Object.keys(houseSchema.collections).filter((one) => !ownBook.includes(one)))
    for (const { value } of (await store.list(collection, { limit: 1000 })).items) texts.push(...textsIn(value));
  for (const log of Object.keys(houseSchema.logs))
    for (const { entry } of await store.readLog(log, { from: 1, limit: 1000 })) texts.push(...textsIn(entry));
  return texts;
}

/** Ways to a stage of the talk, and a sentence in which something personal may stand there. */
const places: ReadonlyArray<readonly [before: readonly string[], (secret: string) => string]> = [
  [[], (secret) => `我的是${secret}，谢谢`],
  [['我一共欠多少'], (secret) => secret],
  [['我一共欠多少', people.canonical, '能分期吗', '每个月最多还800', '选1'], (secret) => `（${secret}）`],
  [['你找错人了'], (secret) => `他在${secret}`],
  [['我一共欠多少', people.canonical], (secret) => `催收骂我，打${secret}给我家人，我要投诉`],
  [['我一共欠多少', people.canonical, '我失业了'], (secret) => `情况是这样：${secret}`],
  [['我一共欠多少', people.canonical], (secret) => `别打${secret}，晚上七点后再联系`],
  [['有人催我还款，是不是真的'], (secret) => secret],
  [['转人工'], (secret) => `call ${secret} please`],
  [['我真的不想活了'], (secret) => `找我妈 ${secret}`],
];

test('no phone, card or identity number is kept, in no stage, disguise or sentence', async () => {
  await fc.assert(
    fc.asyncProperty(
      secretNumber,
      fc.infiniteStream(fc.nat(1000)),
      fc.constantFrom(...places),
      async (secret, chance, [before, sentence]) => {
        const talk = await Talk.begin();
        for (const text of before) await talk.say(text);
        await talk.say(sentence(dressedNumber(secret, chance)));
        for (const text of await everyText(talk.store)) expect(digitsReadFrom(text)).not.toContain(secret.slice(2));
      },
    ),
    { numRuns: 40 },
  );
}, 120_000);

const told = [
  ['我叫王晓芳', '王晓芳'],
  ['my name is jane fernando', 'fernando'],
  ['邮箱是fang.wang@163.com', 'fang.wang'],
  ['我住在杭州市西湖区文三路18号2单元', '文三路'],
  ['我得了乳腺癌，在化疗', '癌'],
  ['I have been in hospital with leukaemia', 'leukaemia'],
  ['微信号wxf_1988', 'wxf_1988'],
] as const;

test.each(told.flatMap(([words, secret]) => places.map((place) => [words, secret, place] as const)))(
  '"%s" leaves no "%s" behind in a talk',
  async (words, secret, [before, sentence]) => {
    const talk = await Talk.begin();
    await saying(talk, '你好', ...before, sentence(words));
    const kept = (await everyText(talk.store)).filter((text) => text.toLowerCase().includes(secret));
    expect(kept).toEqual([]);
  },
);

test('the names that a channel sends of a person and of a conversation are not kept', async () => {
  const talk = await Talk.begin();
  await talk.send({
    type: ActivityTypes.Message,
    text: '转人工',
    from: { id: 'customer', name: '王晓芳' },
    conversation: { id: talk.conversationId, isGroup: false, name: '王晓芳的聊天', conversationType: 'personal' },
    value: { phone: '13800138000' },
    channelData: { note: '王晓芳 13800138000' },
  });
  const kept = (await everyText(talk.store)).filter((text) => /王晓芳|13800138000/.test(text));
  expect(kept).toEqual([]);
});

test('the verified customer’s name on file is not kept with what they say', async () => {
  const talk = await Talk.begin();
  await saying(talk, '我一共欠多少', people.canonical);
  const [customer] = (await talk.repositories.customers.list()).items.filter(
    ({ record }) => record.customerId === 'C-1001',
  );
  const name = customer?.record.displayName ?? '';
  expect(name.length).toBeGreaterThan(1);
  await saying(talk, `还款人 ${name}`, `${[...name].join(' ')}要投诉`, '转人工');
  expect((await everyText(talk.store)).filter((text) => text.replaceAll(' ', '').includes(name))).toEqual([]);
});
