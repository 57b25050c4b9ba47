// A checked holder who speaks of a relative's card is sent nowhere, and told nothing of it.
import { ids, people, verified } from '../../saying';

test.each([
  ['zh-CN', '我老公也欠你们银行的卡，他能一起办吗', '他欠了多少'],
  ['en-US', 'my husband has one of your cards as well, can he go in with mine', 'what does he owe'],
] as const)('only the own cards are spoken of, and the talk stays open (%s)', async (locale, said, asked) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await talk.say(said))).toContain('thirdParty.onlyYou');
  expect(ids(await talk.say(asked))).toEqual(['thirdParty.onlyYou']);
  expect(ids(await talk.say(locale === 'zh-CN' ? '那我自己欠多少' : 'and what do I owe myself'))).toContain(
    'account.summary',
  );
});

test('endings sent while a collector’s name is asked for are checked, and the collector is looked up', async () => {
  const talk = await verified(people.late20);
  expect(ids(await talk.say('有人打电话催我，是你们的人吗'))).toContain('collector.notPlaced');
});
