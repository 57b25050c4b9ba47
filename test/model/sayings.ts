// What the people of the model say: acts, each in several plain sentences of both languages that are read surely.

/** One act in both languages; the sentences of one list mean the same. */
export interface Saying {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

const saying = (zh: readonly string[], en: readonly string[]): Saying => ({ zh, en });

/** `{code}` is the newest code on the demo phone, `{oldCode}` the one before it, `{endings}` and `{wrongEndings}` those of the persona. */
export const sayings = {
  greeting: saying(['你好', '在吗'], ['hello', 'good morning']),
  thanks: saying(['谢谢', '多谢'], ['thank you', 'thanks a lot']),
  goodbye: saying(['再见', '拜拜'], ['goodbye', 'bye']),
  help: saying(['你能做什么'], ['what can you do']),
  repeat: saying(['再说一遍', '重复一下'], ['say that again', 'repeat that please']),
  cancel: saying(['算了'], ['forget it']),
  balance: saying(['我一共欠多少', '查一下我的欠款'], ['how much do I owe', 'what is my balance']),
  endings: saying(['{endings}'], ['{endings}']),
  wrongEndings: saying(['{wrongEndings}'], ['{wrongEndings}']),
  question: saying(
    ['逾期会影响征信吗', '会被起诉吗', '利息怎么算的', '为什么转给外包公司', '怎么还款'],
    ['does this affect my credit report', 'can you sue me', 'how is interest worked out', 'how do I pay'],
  ),
  whyNot: saying(['为什么不能再低'], ['why can it not be lower']),
  plan: saying(['能分期吗', '我想办分期'], ['can we work out a payment plan', 'I would like to pay in instalments']),
  figure: saying(
    ['每个月最多还800', '每月能还1500', '一个月300', '每个月还3000吧'],
    ['800 a month at most', 'I can pay 1500 a month', '300 a month', '3000 a month'],
  ),
  lump: saying(['我现在能先还5000', '先还两千'], ['I can pay 5000 now', 'I could put down 2000 first']),
  lower: saying(['再低一点', '利息能不能再少点'], ['can it be lower', 'can you reduce the interest']),
  shorter: saying(['分12期行吗', '36期呢'], ['what about 12 months', 'can I have 36 months']),
  choose: saying(['选1', '选2', '选3'], ['option 1', 'option 2', 'option 3']),
  codeRight: saying(['{code}'], ['{code}']),
  codeWrong: saying(['000000', '123123'], ['000000', '123123']),
  codeOld: saying(['{oldCode}'], ['{oldCode}']),
  resendCode: saying(['重发验证码'], ['resend the code']),
  confirm: saying(['确认', '我确认'], ['confirm', 'I confirm']),
  codeConfirm: saying(['{code} 确认'], ['{code} confirm']),
  vagueYes: saying(['好的', '嗯', '👍', '可以', 'ok'], ['ok', 'yes', 'sure', 'fine', '👍']),
  asksConfirm: saying(['确认？'], ['confirm?']),
  no: saying(['不签', '不要'], ['do not sign', 'no']),
  hesitate: saying(['我再想想', '让我考虑一下'], ['let me think about it', 'I need some time to think']),
  promise: saying(
    ['下周五我还1000', '月底前还2000'],
    ['I will pay 1000 next Friday', 'I will pay 2000 by the end of the month'],
  ),
  paid: saying(['我已经还过了'], ['I have already paid']),
  hardship: saying(
    ['我失业了，没有收入', '生病住院，还不上'],
    ['I lost my job and have no income', 'I am in hospital and cannot pay'],
  ),
  dispute: saying(
    ['这笔账不是我花的', '账单金额不对，我有异议'],
    ['I did not make these charges', 'the amount is wrong and I dispute it'],
  ),
  stop: saying(['别再联系我了', '请停止联系我'], ['stop contacting me', 'do not contact me any more']),
  undo: saying(
    ['撤回异议', '恢复联系吧', '不用排队了'],
    ['withdraw my dispute', 'you may contact me again', 'take me out of the queue'],
  ),
  undoThirdParty: saying(['刚才说错了，我就是本人'], ['I said that wrong, I am the cardholder']),
  danger: saying(['我真的不想活了', '我想自杀'], ['I want to kill myself', 'I do not want to live any more']),
  thirdParty: saying(
    ['你找错人了，我是他弟弟', '打错了，我不是本人'],
    ['you have the wrong person, I am his brother', 'wrong number, I am not the cardholder'],
  ),
  human: saying(['转人工', '我要找真人'], ['I want to talk to a person', 'talk to a human']),
  complaint: saying(['催收骂我，我要投诉'], ['the collector swore at me, I want to complain']),
  scam: saying(['有人让我把验证码发给他'], ['somebody asks me for the code']),
  collector: saying(['催我的是真的吗', '是华信公司催我'], ['is the collector who called me real']),
  abuse: saying(['你就是个废物'], ['you are useless']),
  language: saying(['English', '中文'], ['中文', 'English']),
  offTopic: saying(['今天天气怎么样'], ['what is the weather like']),
  symbols: saying(['？？？', '🙂🙂'], ['???', '🙂🙂']),
  secret: saying(
    ['我的手机是13912345678，身份证110101199003078515'],
    ['my phone is 13912345678 and my id is 110101199003078515'],
  ),
} as const satisfies Readonly<Record<string, Saying>>;

export type Act = keyof typeof sayings;
export const acts = Object.keys(sayings) as Act[];

/** What must never be found in the store in the clear after `secret` was said. */
export const secrets = ['13912345678', '110101199003078515'] as const;

/** A sentence for an act; any number names one. */
export const sentenceOf = (act: Act, language: 'zh' | 'en', variant: number): string => {
  const sentences: readonly string[] = sayings[act][language];
  return sentences[variant % sentences.length] ?? '';
};

/** What a colleague at the desk writes: what may be said, and what must not go out. */
const agentLines = {
  right: saying(
    ['您好，我是接待您的同事，请问有什么可以帮您？', '好的，我先看一下，请稍等。', '材料收到后，同事会看。'],
    [
      'Hello, I am a colleague. What can I do for you?',
      'Let me have a look, one moment please.',
      'Thank you for waiting.',
    ],
  ),
  wrong: saying(
    ['再不还钱就等着坐牢吧。', '我们会去您单位找您领导。', '您现在一共欠三万六千块。', '把钱转到我个人账户。'],
    [
      'Pay up or you will go to jail.',
      'We will come to your office and tell your boss.',
      'You owe thirty-six thousand.',
      'Send the money to my own account.',
    ],
  ),
} as const satisfies Readonly<Record<string, Saying>>;

/** One line of a colleague; any number names one, half of them are wrong. */
export function agentLine(language: 'zh' | 'en', line: number): { readonly text: string; readonly isWrong: boolean } {
  const isWrong = line % 2 === 1;
  const lines = agentLines[isWrong ? 'wrong' : 'right'][language];
  return { text: lines[Math.floor(line / 2) % lines.length] ?? '', isWrong };
}
