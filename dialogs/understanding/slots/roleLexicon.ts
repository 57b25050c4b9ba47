// The role rules of both languages, compiled once.
import type { Locale } from '../../../data/domain/customer/customerTurn';
import english from '../lexicons/slots/roles.en-US.json';
import chinese from '../lexicons/slots/roles.zh-CN.json';

export interface RoleRule {
  /** Letters of the kinds of figure it speaks about. */
  readonly on: string;
  readonly slot: string;
  readonly before: RegExp | null;
  readonly after: RegExp | null;
}

export interface RoleLexicon {
  readonly rules: readonly RoleRule[];
  /** The rules without those that say that a figure offers nothing. */
  readonly offering: readonly RoleRule[];
  readonly atMost: { readonly before: RegExp; readonly after: RegExp };
  /** More than the figure is refused: both sides must fit. */
  readonly tooMuch: { readonly before: RegExp; readonly after: RegExp };
  readonly atLeast: { readonly before: RegExp; readonly after: RegExp };
  readonly wholeDebt: RegExp;
  readonly wholeDebtWithDate: RegExp;
  readonly payWords: RegExp;
  /** Words before or after that deny paying it all. */
  readonly wholeDebtRefused: RegExp;
  readonly wholeDebtRefusedAfter: RegExp;
  /** A word of paying right before a figure. */
  readonly payNear: RegExp;
  /** The customer pays, in the words before a date. */
  readonly payLeads: RegExp;
  /** Between two days: the second takes the place of the first, which was promised before. */
  readonly movesTo: RegExp;
  /** Words without which a stretch of time in a longer message is a part of the story, not a number of instalments. */
  readonly planCue: RegExp;
  /** Words beside which a bare 24 or 36 is a number of instalments. */
  readonly planWord: RegExp;
  /** Between a first payment and another amount: what follows is paid month by month. */
  readonly thenMonthly: RegExp;
  /** The day named is when monthly payments begin, not the day of a single one. */
  readonly begins: RegExp;
  /** A figure taken back, right before or after the one that stands in its place. */
  readonly takenBackBefore: RegExp;
  readonly takenBackAfter: RegExp;
  readonly correction: RegExp;
  readonly cheaper: RegExp;
  readonly dearer: RegExp;
  readonly longer: RegExp;
  readonly shorter: RegExp;
  readonly byTotal: RegExp;
  readonly pick: RegExp;
  readonly alternatives: RegExp;
  /** Something is put in the place of what is taken back. */
  readonly replaces: RegExp;
  /** Right before the sum of what was listed. */
  readonly total: RegExp;
  /** Words that a message about one part of a budget holds. */
  readonly speaksOf: Readonly<Record<'income' | 'expenses' | 'otherDebts', RegExp>>;
  /** Words that say there is none: as an answer, or of themselves. */
  readonly nothing: Readonly<Record<'answer' | 'income' | 'expenses' | 'otherDebts', RegExp>>;
}

interface Source {
  readonly rules: readonly {
    readonly on: string;
    readonly slot: string;
    readonly before?: string;
    readonly after?: string;
  }[];
  readonly atMost: { readonly before: string; readonly after: string };
  readonly atLeast: { readonly before: string; readonly after: string };
  readonly tooMuchBefore: string;
  readonly tooMuchAfter: string;
  readonly wholeDebt: string;
  readonly wholeDebtWithDate: string;
  readonly payWords: string;
  readonly payNear: string;
  readonly wholeDebtRefused: string;
  readonly wholeDebtRefusedAfter: string;
  readonly payLeads: string;
  readonly movesTo: string;
  readonly planCue: string;
  readonly planWord: string;
  readonly thenMonthly: string;
  readonly begins: string;
  readonly takenBackBefore: string;
  readonly takenBackAfter: string;
  readonly correction: string;
  readonly cheaper: string;
  readonly dearer: string;
  readonly longer: string;
  readonly shorter: string;
  readonly byTotal: string;
  readonly pick: string;
  readonly alternatives: string;
  readonly replaces: string;
  readonly total: string;
  readonly speaksOf: Readonly<Record<'income' | 'expenses' | 'otherDebts', string>>;
  readonly nothing: Readonly<Record<'answer' | 'income' | 'expenses' | 'otherDebts', string>>;
}

const optional = (pattern: string | undefined) => (pattern === undefined ? null : new RegExp(pattern));
const sides = (source: { before: string; after: string }) => ({
  before: new RegExp(source.before),
  after: new RegExp(source.after),
});

function compile(source: Source): RoleLexicon {
  const rules = source.rules.map((rule) => ({
    on: rule.on,
    slot: rule.slot,
    before: optional(rule.before),
    after: optional(rule.after),
  }));
  return {
    rules,
    offering: rules.filter(({ slot }) => slot !== 'none'),
    atMost: sides(source.atMost),
    atLeast: sides(source.atLeast),
    tooMuch: sides({ before: source.tooMuchBefore, after: source.tooMuchAfter }),
    wholeDebt: new RegExp(source.wholeDebt),
    wholeDebtWithDate: new RegExp(source.wholeDebtWithDate),
    payWords: new RegExp(source.payWords),
    wholeDebtRefused: new RegExp(source.wholeDebtRefused),
    wholeDebtRefusedAfter: new RegExp(source.wholeDebtRefusedAfter),
    payNear: new RegExp(source.payNear),
    payLeads: new RegExp(source.payLeads),
    movesTo: new RegExp(source.movesTo),
    planCue: new RegExp(source.planCue),
    planWord: new RegExp(source.planWord),
    thenMonthly: new RegExp(source.thenMonthly),
    begins: new RegExp(source.begins),
    takenBackBefore: new RegExp(source.takenBackBefore, 'g'),
    takenBackAfter: new RegExp(source.takenBackAfter),
    correction: new RegExp(source.correction, 'g'),
    cheaper: new RegExp(source.cheaper),
    dearer: new RegExp(source.dearer),
    longer: new RegExp(source.longer),
    shorter: new RegExp(source.shorter),
    byTotal: new RegExp(source.byTotal),
    pick: new RegExp(source.pick),
    alternatives: new RegExp(source.alternatives),
    replaces: new RegExp(source.replaces),
    total: new RegExp(source.total),
    speaksOf: {
      income: new RegExp(source.speaksOf.income),
      expenses: new RegExp(source.speaksOf.expenses),
      otherDebts: new RegExp(source.speaksOf.otherDebts),
    },
    nothing: {
      answer: new RegExp(source.nothing.answer),
      income: new RegExp(source.nothing.income),
      expenses: new RegExp(source.nothing.expenses),
      otherDebts: new RegExp(source.nothing.otherDebts),
    },
  };
}

export const roleLexicons: Readonly<Record<Locale, RoleLexicon>> = {
  'zh-CN': compile(chinese),
  'en-US': compile(english),
};
