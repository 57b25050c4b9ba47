// "Where does the 4,931 come from?": a figure of the customer's own account, named and asked about, is explained from the book.
import { type Account, owedOn } from '../../../data/domain/account/account';
import { interestADay } from '../../../data/domain/account/whatPaying';
import type { Intent } from '../../../data/domain/customer/customerTurn';
import { yuanToFen } from '../../../data/domain/money/money';
import type { After, Turn } from '../../talk/turn';
import { amountsIn } from '../../understanding/quantities/datesIn';
import { accountsMeant, sayOwed } from './accountDialog';
import { says } from './ownFigureWords';

/** Weighty readings that a figure does not explain away, unless they were hardly heard. */
const saidPlainly: readonly Intent[] = [
  'dispute',
  'alreadyPaid',
  'complaint',
  'vulnerable',
  'scam',
  'thirdParty',
  'human',
];
const plainFrom = 0.7;

/** "4,900 odd" for 4,931.20, "一万二" for 12,600: a figure cut short stands for the one that begins with it, within this share (0-1) of it. */
const cutShortWithin = 0.1;
/** The place of the last figure that is not 0, in yuan: 1,000 in 12,000. */
const placeOfLast = (yuan: number): number => (yuan % 10 === 0 && yuan > 0 ? 10 * placeOfLast(yuan / 10) : 1);
const isNamed = (yuan: number, fen: number): boolean => {
  const short = fen - yuanToFen(yuan);
  const cut = Math.min(yuanToFen(placeOfLast(Math.trunc(yuan))), fen * cutShortWithin);
  return fen > 0 && short >= -100 && short <= Math.max(100, cut);
};

/** The sum and the principal are named in many a story; only a short message asks where they come from. */
const shortQuestion = { 'zh-CN': 40, 'en-US': 80 } as const;

type Part = 'interest' | 'fees' | 'principal' | 'total' | 'minimum';

function partNamed(turn: Turn, account: Account, yuan: readonly number[]): Part | undefined {
  const { interestFen, feesFen, principalFen, totalFen } = owedOn(account, turn.today);
  const always: readonly (readonly [Part, number])[] = [
    ['interest', interestFen],
    ['fees', feesFen],
    ['minimum', account.minimumDueFen],
  ];
  const ifShort: typeof always = [
    ['principal', principalFen],
    ['total', totalFen],
  ];
  const parts = turn.typed.length <= shortQuestion[turn.state.locale] ? [...always, ...ifShort] : always;
  return parts.find(([, fen]) => yuan.some((one) => isNamed(one, fen)))?.[0];
}

export interface FigureAsked {
  readonly account: Account;
  readonly part: Part;
}

/** What "how much puts it right" is heard as. */
const maySeekMinimum: readonly Intent[] = [
  'account.balance',
  'ask.howToRepay',
  'ask.minimumPayment',
  'ask.partialPayment',
  'negotiate.start',
];

/** What "how much of it is interest" is heard as. */
const mayAskPart: readonly Intent[] = [
  'account.balance',
  'ask.interestAndFees',
  'ask.offer',
  'negotiate.priceRelief',
  'outOfScope',
  'help',
];

/** A part asked for by its name rather than by its figure: "how much of that is fees", "what is it a day". */
function partByName(turn: Turn): Part | undefined {
  const { heard, typed: text, state } = turn;
  if (says('aDay', text)) return 'interest';
  if (maySeekMinimum.includes(heard.intent) && says('toBeOk', text)) return 'minimum';
  const feesOrInterest = says('fees', text) ? 'fees' : 'interest';
  // "How much of it is interest", right after the account was told, is asked of the account, whatever it was heard as.
  if (turn.wasJustSaid('account.summary') && mayAskPart.includes(heard.intent) && says('partOfIt', text))
    return feesOrInterest;
  if ((state.negotiation?.table.length ?? 0) > 0 || !says('howMuch', text)) return undefined;
  if (heard.intent === 'ask.minimumPayment') return says('onlyMinimum', text) ? undefined : 'minimum';
  if (heard.intent === 'ask.interestAndFees' && says('partOfSum', text)) return feesOrInterest;
  if (heard.intent !== 'account.balance' || heard.slots.amount !== undefined || heard.slots.payDate !== undefined)
    return undefined;
  return feesOrInterest === 'fees' || says('interestPart', text) ? feesOrInterest : undefined;
}

/** The figures of own accounts that the message asks about; none where it asks about none. */
export async function figuresAsked(turn: Turn): Promise<readonly FigureAsked[]> {
  const { heard, typed, customerId } = turn;
  const isPlain = saidPlainly.includes(heard.intent) && heard.confidence >= plainFrom;
  if (customerId === null || isPlain || heard.acts.length > 1) return [];
  const named = partByName(turn);
  if (named !== undefined) return (await accountsMeant(turn)).map((account) => ({ account, part: named }));
  if (!says('origin', typed)) return [];
  const yuan = amountsIn(typed, turn.today);
  for (const account of yuan.length === 0 ? [] : await turn.ownAccounts()) {
    const part = partNamed(turn, account, yuan);
    if (part !== undefined) return [{ account, part }];
  }
  return [];
}

function sayFigure(turn: Turn, { account, part }: FigureAsked): void {
  const { cardTail: tail, principalFen: principal } = account;
  const { interestFen: interest, feesFen: fees } = owedOn(account, turn.today);
  if (part === 'interest') turn.say('account.interest', { tail, interest, principal, perDay: interestADay(account) });
  else if (part === 'fees') turn.say('account.fees', { tail, fees });
  else if (part === 'minimum') turn.say('account.minimumMadeOf', { tail, minimumDue: account.minimumDueFen });
  else sayOwed(turn, account);
}

export function sayFigures(turn: Turn, asked: readonly FigureAsked[]): After {
  for (const one of asked) sayFigure(turn, one);
  turn.tap('button.repay', {}, 'ask.howToRepay').tap('button.human', {}, 'human');
  return 'resume';
}
