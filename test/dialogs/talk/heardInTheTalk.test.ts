// What strangers say next, heard in the light of what was just said: each row a talk, and what its last reply says and does not say.
import { Talk } from '../../support/talk';
import { ids, people, saying, valuesOf, verified } from '../saying';

type Row = readonly [
  what: string,
  locale: 'zh-CN' | 'en-US',
  codes: string | null,
  says: readonly string[],
  expected: readonly string[],
];

const rows: readonly Row[] = [
  [
    'a transfer asked for by a caller is warned of before the caller is looked up',
    'en-US',
    null,
    ["a woman on whatsapp says she's from your recovery dept and to transfer to her colleague's alipay today"],
    ['scam.warning'],
  ],
  [
    'asked whether this is a machine, it says so',
    'en-US',
    null,
    ['you a robot or a person typing'],
    ['opening.machine'],
  ],
  ['asked whether this is a machine, it says so', 'zh-CN', null, ['你是真人还是机器人啊'], ['opening.machine']],
  [
    'a person who is wished for is not explained away',
    'en-US',
    null,
    ['can i get a real person please'],
    ['handoff.waiting'],
  ],
  [
    'the endings instead of a name are the endings, and the own agency is told after them',
    'en-US',
    null,
    ['some guy rang, says hes collecting for you. legit or not', 'dunno mate he just mumbled it', people.canonical],
    ['verify.done', 'collector.authorised'],
  ],
  [
    'endings read out in words are the endings',
    'en-US',
    null,
    ['balance', 'double six double eight and one two three four'],
    ['verify.done', 'account.summary'],
  ],
  [
    'the language goes back to the one before',
    'en-US',
    null,
    ['Can I get this in Chinese for my wife', 'switch back please'],
    ['language.changed'],
  ],
  [
    'a number and no name are the detail of a complaint',
    'en-US',
    people.canonical,
    ['your agent told my landlord i was in debt', 'yesterday and today', "don't know his name, number was 02155667788"],
    ['complaint.kept'],
  ],
  [
    'a loss that only saddens names no danger, and who helps is told',
    'en-US',
    null,
    [
      "My brother passed on Saturday and I've found bank letters in his flat",
      'im not suicidal or anything just sad. who do i talk to',
    ],
    ['handoff.urgent'],
  ],
  [
    'a cry of need is no question about the account',
    'en-US',
    people.canonical,
    ['what am i supposed to feed my kids with'],
    ['meant.hardship'],
  ],
  [
    'a cry of need is no question about the account',
    'zh-CN',
    people.canonical,
    ['那我拿什么养家啊'],
    ['hardship.feel.any'],
  ],
  ['contempt names nobody else', 'en-US', people.canonical, ['you people have no idea'], ['chat.abuse']],
  [
    'a call that is not wanted any more is cancelled by its name',
    'en-US',
    people.late20,
    [
      'can i talk to a real human',
      "i'll be in a meeting till 2, ring me at 2.30",
      "never mind scrap the callback, i'll sort it with you",
    ],
    ['undo.handoff'],
  ],
  [
    'paying by the week is answered with what a week takes',
    'en-US',
    people.canonical,
    ['750 a month', "i'd rather pay every week tbh"],
    ['offer.often'],
  ],
  [
    'paying by the week is answered with what a week takes',
    'zh-CN',
    people.canonical,
    ['每个月最多750', '能不能按周还'],
    ['offer.often'],
  ],
  [
    'whichever costs least is a choice among those shown',
    'en-US',
    people.canonical,
    ['800 a month', 'whichever costs me least overall'],
    ['negotiation.readBack'],
  ],
  [
    'a split over a year is no agreement that is over, and begins with the sum',
    'en-US',
    null,
    [`${people.english} whats the cheapest way to split it over a year`],
    ['account.summary'],
  ],
  [
    'a no that says that all is well is believed',
    'en-US',
    people.canonical,
    ["i'm so stressed i can't sleep, i keep crying", "no i'm not going to do anything stupid"],
    ['vulnerable.heardFine'],
  ],
  [
    'a question that stands is asked again after the check',
    'en-US',
    null,
    ["i'm disputing a 300 charge at a petrol station", people.canonical],
    ['verify.done', 'meant.dispute'],
  ],
  [
    'the detail of a complaint is kept over the check',
    'en-US',
    null,
    ['your man swore at me and hung up', people.english, 'this morning about 9'],
    ['complaint.askWho'],
  ],
  [
    'what becomes of the collector is no loss of the own job',
    'en-US',
    people.english,
    ['your man swore at me and hung up', 'will he be sacked'],
    ['case.open'],
  ],
  [
    'a way that is welcome too is added to the one that is left',
    'en-US',
    null,
    ["can you text instead of ringing, i'm deaf", people.canonical, 'and email is fine too'],
    ['contact.noted', 'contact.now'],
  ],
  [
    "somebody else's number is taken off, and nothing more",
    'en-US',
    people.canonical,
    ["take my ex's number off please"],
    ['contact.notRelatives'],
  ],
  [
    'a number that called is looked up and is no sum',
    'en-US',
    people.canonical,
    ['is 400-000-7701 you'],
    ['collector.authorised'],
  ],
  ['bank details for an app are warned of', 'en-US', null, ['should i give them my bank login'], ['scam.warning']],
  [
    'what to do after a scam is told again',
    'en-US',
    null,
    ['got a call: pay 500 to release the file or they arrest me today', people.late20, 'what should i do now'],
    ['scam.done'],
  ],
  [
    'the first month is named',
    'en-US',
    people.income75k,
    ['2000 a month', 'can the first one be march'],
    ['negotiation.noted', 'negotiation.offer.line'],
  ],
  [
    'the longer one is no sum of one',
    'en-US',
    people.canonical,
    ['650 a month please', 'the longer one'],
    ['negotiation.readBack'],
  ],
  [
    'time to think is given until the plans end',
    'en-US',
    people.canonical,
    ['800 a month', 'can i think about it till the weekend'],
    ['negotiation.quoteSaved'],
  ],
  [
    'the longest that is asked for of no card is answered before the check',
    'en-US',
    null,
    ["what's the longest i can spread it over"],
    ['question.answer'],
  ],
];

test.each(rows)('%s (%s, %s: %j)', async (_what, locale, codes, says, expected) => {
  const talk = codes === null ? await Talk.begin({ locale }) : await verified(codes, locale);
  expect(ids(await saying(talk, ...says))).toEqual(expect.arrayContaining([...expected]));
});

test.each([
  ['en-US', ['700 a month', 'what if i find another 200'], '900'],
  ['zh-CN', ['每个月最多700', '要是再多凑200呢'], '900'],
] as const)('what is put on top of a figure, or taken off it, moves it (%s: %j)', async (locale, says, monthly) => {
  const talk = await verified(people.canonical, locale);
  expect(valuesOf(await saying(talk, ...says), 'negotiation.noted').capacity).toContain(monthly);
});

test('a first payment is left out again, and the plans are those without it', async () => {
  const talk = await verified(people.canonical, 'en-US');
  const reply = await saying(talk, '700 a month', '2000 up front', 'and without the 2000');
  expect(ids(reply)).toContain('negotiation.offer.line');
  expect(ids(reply)).not.toContain('negotiation.offer.lineDownPayment');
});
