// The words beside a figure that tell what it is: money, a rate or a fact of the account, or something a clerk may simply say.
import type { Locale } from '../../customer/customerTurn';

const numeral = '零〇一二两三四五六七八九十百千万亿半几壹贰叁肆伍陆柒捌玖拾佰仟萬億';
// Bounded and not nested: a text of ten thousand numerals must cost no more than any other.
const zh = `[\\d${numeral}][\\d,.${numeral}]{0,15}`;
const word =
  '(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|millions?|half|a couple(?: of)?|a few|several)';
const en = `(?:\\d[\\d,.]{0,30}|\\b${word}(?:[ -](?:and )?${word}){0,12})`;

const all = (sources: readonly string[]): readonly RegExp[] => sources.map((source) => new RegExp(source, 'giu'));

export interface FigurePatterns {
  /** Always money, a rate or a fact of the account. */
  readonly value: readonly RegExp[];
  /** Whatever is talked of: times of day, working days, counts of papers, a clerk's own number, public lines. */
  readonly ordinary: readonly RegExp[];
  /** Days, months and years: ordinary, unless the sentence is about paying. */
  readonly span: readonly RegExp[];
  /** Words that make every other figure of their sentence one of the account. */
  readonly aboutPaying: RegExp;
  /** Words that make a day one of a call, a paper or a reply. */
  readonly aboutContact: RegExp;
}

/** Lines that everybody may be given: emergency, complaints, help, and the licensed short numbers of banks. */
const publicLine = '(?<!\\d)(?:110|119|120|12[3-9]\\d{2}|96110|95\\d{3}|400-?\\d{3}-?\\d{4})(?!\\d)';
/** The number of a card or an account, in groups or not. */
const accountNumber = '(?<!\\d)\\d(?:[ -]?\\d){11,18}(?!\\d)';
const clock = '(?<!\\d)\\d{1,2}:\\d{2}(?!\\d)';

export const figurePatterns: Readonly<Record<Locale, FigurePatterns>> = {
  'zh-CN': {
    value: all([
      accountNumber,
      `(?:[¥$]|人民币|rmb|cny) ?${zh}`,
      `${zh} ?(?:多|来|几)?(?:元|块(?!儿|去|来|看|商|处|解|把|办|想|聊)|毛|角|分钱|圆|大洋|[wk](?![a-z]))`,
      `${zh} ?(?:%|折|成(?!功|立|为|员|了|交|本|绩|熟)|厘|个?百分点|个点)`,
      `[百千万]分之${zh}`,
      `${zh} ?期(?![间限待望])|分${zh}次|每[月期]${zh}`,
      `(?:尾号|后四位|协议(?:编)?号|合同(?:编)?号|卡号)[^\\d,，。]{0,4}\\d[\\d-]{0,30}`,
      `逾期[^,，。\\d]{0,5}${zh} ?(?:天|日|个?月|年)`,
      `(?:\\d[\\d.]{0,30}|[${numeral.replace(/[百千万亿佰仟萬億]/g, '')}]{1,8})[百千万亿佰仟萬](?!个(?:放心|感谢|愿意)|分之)[${numeral}]{0,30}`,
    ]),
    ordinary: all([
      publicLine,
      `${clock}(?: ?[-~至到] ?\\d{1,2}:\\d{2})?`,
      `(?:上午|下午|早上|晚上|中午|傍晚|今早|今晚|明早|明晚)? ?${zh} ?(?:点|时(?!间|候|段|效))(?:钟|整|半|[一三]刻|${zh}分?)?`,
      `${zh} ?(?:到|至|-|~) ?${zh} ?(?:个?(?:工作日|小时|钟头|分钟|星期|礼拜)|点|周)`,
      `${zh} ?个?(?:工作日|小时|钟头|分钟|秒钟?|刻钟|星期|礼拜|周)`,
      `第 ?${zh}|${zh} ?(?:份|张|页|次|通|条|项|样|种|位|名|遍|步|封|件|句|点|类|方面|部分|套|楼|层|号(?:窗口|柜台|坐席|座席|客服|楼|线)|路|个(?!月|点|百分))`,
      '(?:工号|分机|坐席|座席|客服|窗口|柜台|房间|受理号|工单号?|投诉编?号)[^\\d,，。]{0,4}\\d[\\d-]{0,30}',
      '我(?:的|这边|这里|是)?[^,，。\\d]{0,5}(?:电话|座机|直线|办公)[^,，。\\d]{0,4}(?!1[3-9]\\d{9})\\d[\\d-]{2,13}',
      '7 ?[×x*] ?24',
    ]),
    span: all([`${zh} ?(?:天|日|号|年|个月)`]),
    aboutPaying:
      /欠|还[款清上掉够给]|还 ?[\d一二两三四五六七八九十]|付|月供|每[月期]|减|免(?!费)|利息|本金|余额|账单|最低|额度|费用|违约金|滞纳|扣|利率|年化|金额|逾期|分期|宽限|到期|还款|入账|缴|截止|最后期限|核销/u,
    aboutContact:
      /联系|打|电话|来电|回电|回复|答复|约|拜访|通话|说|聊|材料|证明|资料|凭证|寄|发|结果|上班|值班|休假|登记|提交|收到/u,
  },
  'en-US': {
    value: all([
      `(?:[¥$£€]|\\b(?:rmb|cny|yuan)\\b) ?${en}`,
      `${en} ?(?:k|m|grand|yuan|rmb|cny|kuai|dollars?|bucks|pounds?|quid)\\b`,
      `${en} ?(?:%|per ?-?cent\\b|percent\\b|basis points?\\b|percentage points?\\b)`,
      `${en} (?:monthly |equal )?(?:instalments?|installments?|monthly payments?)\\b`,
      `${en} ?(?:hundred|thousand|million)\\b`,
      `\\b(?:do|at|offer|give|charge)(?: you)? ${en} points?\\b`,
      `\\b(?:half|(?:a |one |two )?(?:thirds?|quarters?|fifths?)) (?:of|off) (?:the |your |it|what)`,
      `\\b(?:ending|ends) (?:in )?\\d{4}\\b|\\bagreement (?:number|no\\.?)[: ]*(?:is )?[\\dA-Z-]*\\d[\\dA-Z-]*`,
      `${en} days? (?:late|overdue|past due|behind|in arrears)\\b`,
      `\\b(?:a|${word})[ -](?:${word}[ -](?:and )?){0,12}(?:hundred|thousand|million)s?\\b(?:[ -](?:and )?${word}){0,12}`,
    ]),
    ordinary: all([
      publicLine,
      `(?<![\\d.])\\d{1,2}(?:[:.]\\d{2})? ?(?:am|pm|a\\.m\\.?|p\\.m\\.?|o'clock)|${clock}|\\b${word}(?:[ -](?:thirty|fifteen|forty-five))? ?(?:am\\b|pm\\b|o'clock)`,
      `\\b(?:half past|quarter past|quarter to) ${en}`,
      `\\b(?:between|from) ${en} (?:and|to|until) ${en}(?! ?(?:days|months|years))`,
      `${en}(?: ?(?:to|or|-|–) ?${en})? ?-?(?:(?:working|business|office|banking) (?:days?|hours?)|hours?|minutes?|mins?|seconds?|weeks?)\\b`,
      `${en} (?:(?:more|other|recent|last|different|short|separate|signed|clear) )?(?:copies|copy|documents?|papers?|pages?|forms?|letters?|calls?|times|things?|questions?|people|colleagues?|statements?|payslips?|photos?|steps?|options?|ways?|points?|parts?|messages?|files?|pieces?|slips?|signatures?|items?|records?|reasons?|attempts?)\\b`,
      '\\b(?:extension|ext\\.?|(?:staff|employee|badge|agent|desk|case|complaint|reference) (?:number|no\\.?|id)|badge|desk|counter|window|floor|room|direct line|my (?:office |desk )?number|reach me on)[:# ]*(?:is )?#?(?:[A-Z]{1,3}-?)?(?!1[3-9]\\d{9})\\d[\\d-]{0,30}',
      `${en} in the (?:morning|afternoon|evening)\\b`,
      '\\b(?:branch|line|exit|gate|page|step|bus|platform|building|option|question|section|team|photo|lift|seat|ticket)(?: number| no\\.?)? \\d{1,4}(?![\\d,.]*\\d)',
      '\\d{1,4} ?(?:[KMG]B|megabytes?|metres?|kilometres?|km)\\b',
      '\\b24 ?/ ?7\\b',
    ]),
    span: all([
      // An hour without "o'clock", and half past eight written with a point: no hour where money is talked of.
      '\\b(?:at|by|until|till|before|after|from|between|around|since|past) (?:1\\d|2[0-3]|[1-9])(?:[.:][0-5]\\d)?(?: (?:to|and|or|till|until) (?:1\\d|2[0-3]|[1-9])(?:[.:][0-5]\\d)?)?(?![\\d,.:/-]*\\d| ?(?:%|[a-z]*cent\\b|k\\b|grand|thousand|hundred|yuan|points?|instal|payments?))',
      '(?<![\\d.,])(?:1\\d|2[0-3]|[1-9])\\.(?:00|15|20|30|40|45|50)(?![\\d.]*\\d)',
      `${en}(?: ?(?:to|or|-|–) ?${en})? ?-?(?:days?|months?|years?)\\b`,
      '\\b\\d{1,2}(?:st|nd|rd|th)\\b',
    ]),
    aboutPaying:
      /\bow(?:e|ed|es|ing)\b|balance|\bpa(?:y|ys|ying|id)\b|payment|repay|instal|interest|principal|\bfees?\b|charge|\bdue\b|waive|reduc|minimum|\blimit\b|\brate\b|arrears|overdue|deposit|settle|monthly|(?:a|per|each|every) month|deadline/iu,
    aboutContact:
      /\bcall|phone|ring\b|speak|talk|contact|reply|answer|get back|appointment|meet|document|paper|form|copy|statement|send|result|\bshift\b|on leave|in the office|register|receive|hear from/iu,
  },
};
