// What is known to go wrong and is not mended yet: each fails, and says so here the day that it no longer does.
import type { Locale } from '../../data/domain/customer/customerTurn';
import { ids, people, saying, verified } from './saying';

const rows: readonly (readonly [string, Locale, string, readonly string[], string])[] = [
  [
    'a weekday after the promised day',
    'zh-CN',
    people.late20,
    ['下周四还2500', '对', '改成那之后的周六'],
    'negotiation.promise.confirm',
  ],
  ['which day was noted', 'zh-CN', people.late20, ['下周四还2500', '对', '记成几号了'], 'promise.open'],
  [
    'a holder who stands surety for another',
    'zh-CN',
    people.canonical,
    ['我还给我弟弟做了担保，我是担保人，会怎么样'],
    'authority.guarantor',
  ],
  [
    'a holder who stands surety for another',
    'en-US',
    people.canonical,
    ["I am the guarantor for my brother's card, what happens to me"],
    'authority.guarantor',
  ],
  [
    'paid to a firm that was asked about',
    'en-US',
    people.canonical,
    ['are debt settlement companies any good?', 'i already paid them'],
    'scam.done',
  ],
  [
    'a firm that says it owns the account',
    'en-US',
    people.late20,
    ['some firm reckons they own my account now'],
    'collector.notPlaced',
  ],
  [
    'a figure that is lowered by another',
    'en-US',
    people.canonical,
    ['700 a month', 'could do 100 less'],
    'negotiation.noted',
  ],
];

test.failing.each(rows)('%s (%s, %s: %j)', async (_what, locale, codes, says, expected) => {
  const talk = await verified(codes, locale);
  expect(ids(await saying(talk, ...says))).toContain(expected);
});
