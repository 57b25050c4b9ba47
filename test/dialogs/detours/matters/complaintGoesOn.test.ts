// A complaint goes on: what, when and who are asked one at a time and kept; the lines outside, its state, and taking it back.
import { Talk } from '../../../support/talk';
import { ids, people, saying, verified } from '../../saying';

type Locale = 'zh-CN' | 'en-US';

const complaintOf = async (talk: Talk) => {
  const { items } = await talk.store.list('cases');
  return items
    .map(({ value }) => value as { kind: string; status: string; lastWords: string })
    .find(({ kind }) => kind === 'complaint');
};

test.each<[Locale, string[]]>([
  ['zh-CN', ['我要投诉', '骂我还发给我同事', '上周四下午', '自称姓张']],
  [
    'en-US',
    ['I want to make a complaint', 'he swore at me and rang my office', 'last thursday', 'said his name is Zhang'],
  ],
])('in %s, a bare wish to complain is asked what, when and who, and all of it is kept', async (locale, said) => {
  const talk = await verified(people.canonical, locale);
  const [first = '', second = '', third = '', last = ''] = said;
  expect(ids(await talk.say(first))).toEqual(expect.arrayContaining(['complaint.opened', 'complaint.askWhat']));
  expect(ids(await talk.say(second))).toContain('complaint.askWhen');
  const reply = await talk.say(third);
  expect(ids(reply)).toEqual(['complaint.noted', 'complaint.askWho']);
  expect(ids(await talk.say(last))).toContain('complaint.kept');
  expect((await complaintOf(talk))?.lastWords).toContain(third);
});

test('a manager named in the story is no wish for a person', async () => {
  const talk = await verified(people.canonical);
  const reply = await saying(talk, '外包的打我同事电话 还说我是老赖', '上周四 他说他叫张经理 有录音');
  expect(ids(reply)).not.toContain('handoff.waiting');
});

test.each<[Locale, string, string]>([
  ['zh-CN', '你们利息高得跟高利贷似的我要投诉银监会', '电话给我'],
  ['en-US', 'your collector called me a thief, i want to complain', 'who above you can i write to'],
])('in %s, after "%s", "%s" is answered with the lines outside', async (locale, first, then) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await saying(talk, first, then))).toContain('complaint.lines');
});

test.each<[Locale, string, string]>([
  ['zh-CN', '我要投诉那个外包', '投诉撤回 他已经给我道歉了'],
  ['en-US', 'i want to complain about the agency', 'drop the complaint, they said sorry'],
])('in %s, "%s" and then "%s" closes it as withdrawn', async (locale, first, then) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await saying(talk, first, then))).toContain('undo.complaint');
  expect(await complaintOf(talk)).toMatchObject({ status: 'closed' });
});

test.each<[Locale, string, string]>([
  ['zh-CN', '外包的骂我，我要投诉', '啥时候能给个准信'],
  ['en-US', 'your collector swore at me, i want to complain', 'any number i can quote for it'],
])('in %s, after "%s", "%s" tells how it stands', async (locale, first, then) => {
  const talk = await verified(people.canonical, locale);
  expect(ids(await saying(talk, first, 'skip', 'skip', then))).toContain('case.open');
});

test.each([
  ['zh-CN', '你们凭什么给我爸打电话', '他又没签字 又没担保'],
  ['en-US', 'why are your people ringing my dad, I want to complain', 'he never signed or guaranteed anything'],
] as const)(
  'what is told of other people in a complaint sends nobody away, and is kept (%s)',
  async (locale, complains, ofOthers) => {
    const talk = await Talk.begin({ locale });
    expect(ids(await saying(talk, complains, ofOthers))).toContain('complaint.noted');
    expect((await complaintOf(talk))?.lastWords).toContain(ofOthers);
  },
);

test.each([
  ['zh-CN', '你们那个催收冒充法院的 我要举报', '不满意找哪儿'],
  ['en-US', 'your man on the phone called me a scumbag', "and if i'm not happy with the answer"],
] as const)('in %s, whom else a complaint can go to is told (%s, %s)', async (locale, told, asked) => {
  const talk = await verified(people.late20, locale);
  expect(ids(await saying(talk, told, asked))).toContain('complaint.lines');
});
