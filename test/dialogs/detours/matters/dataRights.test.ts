// Rights over one's own data: a copy, a correction, an erasure, a person instead of a machine's decision. Each is a case with a day,
// asked about, taken back, and never opened by a question.
import { dataRightIn } from '../../../../dialogs/detours/matters/dataRights/hearDataRight';
import { Talk } from '../../../support/talk';
import { audited, ids, people, saying, taps, verified } from '../../saying';

const wishes = {
  access: [
    '我要一份我的个人信息',
    '把你们存的我的资料导出一份给我',
    '我想查阅我的个人数据',
    'send me a copy of my personal data',
    'this is a subject access request',
    'I want a copy of all the information you hold on me',
    'give me all the data you have on me',
  ],
  correction: [
    '我手机号换了，帮我更新一下',
    '你们登记的地址不对',
    '请更正我的姓名',
    'my address on your system is out of date',
    'please correct my date of birth, my details are wrong',
    'update my phone number please, I changed my number',
  ],
  erasure: [
    '把我的个人信息都删掉',
    '请删除我的资料',
    '我要求注销我的个人数据',
    'delete all my data',
    'please erase everything you have on me',
    'I want my right to be forgotten',
  ],
  decision: [
    '我不接受机器自动做的决定',
    '这个结果我要求人工复核',
    '凭什么电脑来决定',
    'I object to a computer deciding this',
    'I want a human to review that decision',
    'I want to challenge the automated decision',
  ],
} as const;

test.each(Object.entries(wishes).flatMap(([right, texts]) => texts.map((text) => [right, text])))(
  '%s is heard in "%s"',
  (right, text) => {
    expect(dataRightIn(text)).toBe(right);
  },
);

test.each([
  '帮我删掉征信上的逾期记录',
  '你们系统是不是记错了 我11月那期明明转了',
  'some guy online says he can wipe my record for 2000',
  '我要查我的账户',
  '请给我一份协议',
  '把分期方案改一下',
  '我要人工',
  'can you delete the late record from my credit report',
  'send me a copy of the agreement',
  'what is on my account',
  'change the due day please',
  'I want to speak to a person',
])('"%s" asks for none of them', (text) => {
  expect(dataRightIn(text)).toBeNull();
});

const caseOf = {
  access: 'dataAccess',
  correction: 'dataCorrection',
  erasure: 'dataErasure',
  decision: 'machineDecision',
};
const first = {
  'zh-CN': { access: 0, correction: 1, erasure: 0, decision: 0 },
  'en-US': { access: 3, correction: 3, erasure: 3, decision: 3 },
} as const;

describe.each(['zh-CN', 'en-US'] as const)('in %s', (locale) => {
  test.each(Object.keys(caseOf) as (keyof typeof caseOf)[])(
    'a wish for %s waits for the check, opens one case, is under way when said again, and is taken back',
    async (right) => {
      const words = wishes[right][first[locale][right]] ?? '';
      const talk = await Talk.begin({ locale });
      expect(ids(await talk.say(words))).toContain('verify.ask');
      expect(await audited(talk, 'dataRight')).toEqual([]);
      const opened = await talk.say(people.canonical);
      expect(ids(opened)).toContain(`dataRight.${right}`);
      expect(taps(opened)).toEqual(['button.human']);
      const [event] = await audited(talk, 'dataRight');
      const cases = await talk.repositories.cases.ofCustomer(event?.customerId ?? '');
      expect(cases).toMatchObject([{ kind: caseOf[right], status: 'open', dueOn: '2026-12-08' }]);
      expect(ids(await talk.say(words))).toContain('case.underWay');
      expect(ids(await talk.say(locale === 'zh-CN' ? '我的申请到哪一步了' : 'how is my case going'))).toContain(
        'case.open',
      );
      await talk.say(words);
      expect(ids(await talk.say(locale === 'zh-CN' ? '撤回这个申请' : 'I take that request back'))).toEqual([
        'undo.dataRight',
      ]);
    },
  );
});

test.each([
  ['zh-CN', '能给我一份我的个人信息吗', '好的', 'dataRight.access'],
  ['en-US', 'Can I ask for my data to be deleted?', 'yes please', 'dataRight.erasure'],
] as const)('a question is answered, and a yes takes it up (%s)', async (locale, question, yes, taken) => {
  const talk = await verified(people.canonical, locale);
  const answered = await talk.say(question);
  expect(ids(answered)).toEqual(expect.arrayContaining(['question.answer', 'dataRight.offer']));
  expect(taps(answered)).toContain('button.dataRight');
  expect(await audited(talk, 'dataRight')).toEqual([]);
  expect(ids(await talk.say(yes))).toContain(taken);
});

test('what is to be corrected is asked for once and kept masked; no new number is asked for in the chat', async () => {
  const talk = await verified(people.english, 'en-US');
  expect(ids(await talk.say('my details on your system are wrong'))).toEqual([
    'dataRight.correction',
    'dataRight.which',
  ]);
  expect(ids(await talk.say('the phone number, it is 13812345678 now'))).toEqual(['dataRight.kept']);
  const [event] = await audited(talk, 'dataRight');
  const [kept] = await talk.repositories.cases.ofCustomer(event?.customerId ?? '');
  expect(kept?.lastWords).toContain('phone');
  expect(kept?.lastWords).not.toContain('13812345678');
});

test('a decision by machine is looked at by a person, and the offers on the table stand', async () => {
  const talk = await verified(people.canonical);
  await saying(talk, '能分期吗', '每个月最多还800');
  const reply = await talk.say('我不接受机器自动做的决定');
  expect(ids(reply)).toEqual(expect.arrayContaining(['dataRight.decision', 'dataRight.offersStand']));
  expect(ids(await talk.say('选1')).some((id) => id.startsWith('agreement.'))).toBe(true);
});
