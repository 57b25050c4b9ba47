// A question that goes on from the answer told last is answered in its topic: what it leaves out was said before.
import { Talk } from '../../../support/talk';
import { audited } from '../../saying';

/** The approved answers that were told in this conversation. */
const answersOf = async (talk: Talk) => (await audited(talk, 'answered')).map(({ inputs }) => inputs.answerId);

test.each([
  ['zh-CN', '征信上的逾期多久能消', '那5年从哪天算', 'creditHowLong'],
  ['zh-CN', '我不还的话家里人要替我还吗', '那我老婆呢', 'jointDebtSpouse'],
  ['zh-CN', '银行会不会起诉我', '那要是我不去呢', 'notGoingToCourt'],
  ['zh-CN', '可以分期还吗', '最长能分多久', 'installmentLongest'],
  ['zh-CN', '什么是个性化分期协议', '那要是有一期还不上呢', 'consequencesMissedInstalment'],
  ['zh-CN', '晚上十一点还能打电话催我吗', '那打给我家里人呢', 'contactOthers'],
  ['zh-CN', '家里人之间要互相还信用卡吗', '那要是继承了房子呢', 'heirsLiability'],
  ['zh-CN', '最低还款额是怎么算的', '那要是连这个也还不上呢', 'minimumMissed'],
  ['zh-CN', '怎么还款', '那要多久到账', 'howToRepayArrival'],
  ['zh-CN', '我要怎么投诉', '那会不会影响我以后办分期', 'complaintHarm'],
  ['zh-CN', '卡现在还能刷吗', '那还清以后呢', 'cardAfterRepaying'],
  ['zh-CN', '外包催收公司能拿到我哪些资料', '那他们用完会删吗', 'outsourcingData'],
  ['zh-CN', '逾期利息怎么算的', '那一个月下来要多少', 'interestAndFees'],
  ['zh-CN', '会不会坐牢', '那多少钱才算', 'legalPrison'],
  ['zh-CN', '催收的钱能打给催收员吗', '那他要是非让我扫码呢', 'howToRepayPrivate'],
  ['en-US', 'how long is a late payment on record', 'and from which day do the five years count', 'creditHowLong'],
  ['en-US', 'do my family have to pay if I cannot', 'what about my wife then', 'jointDebtSpouse'],
  ['en-US', 'will the bank take me to court', "and if I don't go?", 'notGoingToCourt'],
  ['en-US', 'can I pay in instalments', "and what's the longest", 'installmentLongest'],
  ['en-US', 'what is a personal instalment agreement', 'and if I miss one?', 'consequencesMissedInstalment'],
  ['en-US', 'may they ring me at eleven at night', 'and my family?', 'contactOthers'],
  ['en-US', 'do children have to pay for their parents', 'and if they inherit the flat?', 'heirsLiability'],
  ['en-US', 'how is the minimum payment worked out', "and if I can't manage even that?", 'minimumMissed'],
  ['en-US', 'where do I pay', 'and how long does that take to arrive', 'howToRepayArrival'],
  ['en-US', 'how do I make a complaint', 'and will that hurt my chances of a plan?', 'complaintHarm'],
  ['en-US', 'can I still use the card', "and once it's all paid?", 'cardAfterRepaying'],
  ['en-US', 'what does the agency know about me', 'and do they delete that afterwards?', 'outsourcingData'],
  ['en-US', 'how is the interest worked out', 'and how much is that a month?', 'interestAndFees'],
  ['en-US', 'can I go to prison for this', 'and from what amount?', 'legalPrison'],
  ['en-US', 'should I pay the collector directly', 'what if he sends me a code to scan', 'howToRepayPrivate'],
] as const)('%s: after “%s”, “%s” is answered by %s', async (locale, first, second, answer) => {
  const talk = await Talk.begin({ locale });
  await talk.say(first);
  await talk.say(second);
  expect((await answersOf(talk)).at(-1)).toBe(answer);
});
