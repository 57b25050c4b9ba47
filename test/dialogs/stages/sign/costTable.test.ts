// The table of costs is read out before a code is asked for, whole in the text, and again as a card where there are cards.
import { ids, people, saying, valuesOf, verified, withOffers } from '../../saying';
import { agreementsOf, changeAccount } from './signed';

const everyTable = [
  'costTable.title',
  'costTable.account',
  'costTable.yearlyRate',
  'costTable.nothingElse',
  'costTable.onDefault',
  'costTable.rights',
  'costTable.disputes',
];

test.each(['zh-CN', 'en-US'] as const)('the table stands between the terms and the code (%s)', async (locale) => {
  const talk = await withOffers(locale);
  const said = ids(await talk.say(locale === 'zh-CN' ? '选1' : 'Choose 1'));
  expect(said[0]).toBe('negotiation.readBack');
  expect(said.at(-1)).toBe('agreement.codeSent');
  expect(said).toEqual(expect.arrayContaining(everyTable));
});

test('the card shows every line of the table, and every line stands in the text too', async () => {
  const talk = await withOffers();
  talk.channelId = 'webchat';
  await saying(talk, '我一共欠多少', '6688 1234', '能分期吗');
  const reply = await talk.say('选1');
  const [card] = reply.activities.flatMap((activity) => activity.attachments ?? []);
  const lines = [...JSON.stringify(card?.content ?? {}).matchAll(/"text":"([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(lines.length).toBeGreaterThan(8);
  for (const line of lines) expect(reply.text).toContain(line);
});

test('the table names both cards of a plan over two', async () => {
  const talk = await verified(people.twoCards);
  const reply = await saying(talk, '能分期吗', '每个月最多还2000', '选1');
  expect(ids(reply).filter((id) => id === 'costTable.account')).toHaveLength(2);
  expect(ids(reply)).toContain('costTable.balance');
});

test('figures of the table are those of the account: fees bear no interest', async () => {
  const talk = await withOffers();
  const reply = await talk.say('选1');
  expect(valuesOf(reply, 'costTable.account')).toMatchObject({
    tail: '6688',
    total: '26,431.20',
    principal: '20,000.00',
    interest: '4,931.20',
    fees: '1,500.00',
  });
});

test('a table that would read otherwise at the signature is read again: what default costs has changed', async () => {
  const talk = await withOffers();
  await saying(talk, '选1', '{code}');
  await changeAccount(talk, (account) => ({ ...account, dailyInterestRate: account.dailyInterestRate / 2 }));
  talk.wait(1);
  expect(ids(await talk.say('确认'))).toEqual(expect.arrayContaining(['negotiation.readBack', 'agreement.codeSent']));
  expect(await agreementsOf(talk)).toEqual([]);
});

test('asked to say it again, the terms are read once more with a new code', async () => {
  const talk = await withOffers();
  await talk.say('选1');
  talk.wait(1);
  expect(ids(await talk.say('再说一遍'))).toEqual(
    expect.arrayContaining(['negotiation.readBack', 'agreement.codeSent']),
  );
  expect(ids(await talk.say('{code} 确认'))).toContain('negotiation.agreed');
});
