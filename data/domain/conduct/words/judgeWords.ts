// Words about to be said → send, hold or block, with every reason. Pure; what it is not sure of is held, never sent.
import type { Locale } from '../../customer/customerTurn';
import { figuresWithoutSource } from '../figures';
import type { OutboundRules } from '../outboundRules';
import { breachesOf, type UtteranceRule, type UtteranceRules } from '../utteranceRules';
import { type FigureUse, figureUsesIn, isMultiplied } from './figureUse';
import type { Meaning, ReadMeaning } from './meaning';
import type { Listener, Speaker } from './speaking';

export interface SpokenWords {
  readonly text: string;
  readonly locale: Locale;
  readonly speaker: Speaker;
  readonly audience: Listener;
  /** Typed values that may be said, formatted. Empty when the words are judged alone. */
  readonly figuresAllowed: readonly string[];
  /** True of texts that people read and approved before: their meaning is not guessed at. */
  readonly isApproved: boolean;
}

/** send: leaves. hold: only after a colleague's release, or in approved words instead. block: never. */
export type WordsOutcome = 'send' | 'hold' | 'block';

export type Finding = { readonly outcome: Exclude<WordsOutcome, 'send'> } & (
  | { readonly kind: 'rule' | 'debtHint'; readonly rule: UtteranceRule; readonly matched: string }
  | { readonly kind: 'debtWord'; readonly matched: string }
  | { readonly kind: 'figure'; readonly use: Exclude<FigureUse, 'ordinary'>; readonly matched: string }
  | { readonly kind: 'link'; readonly matched: string }
  | { readonly kind: 'meaning'; readonly meaning: Meaning; readonly matched: string }
  /** Nobody could read what the words mean: there is no model. */
  | { readonly kind: 'unread'; readonly matched: '' }
);

export interface Verdict {
  readonly outcome: WordsOutcome;
  readonly findings: readonly Finding[];
}

/** What words are judged by: rules, all of them data, and the trained reader of meanings; null where it cannot be had. */
export interface WordRules {
  readonly utterances: UtteranceRules;
  readonly outbound: OutboundRules;
  readonly readMeaning: ReadMeaning | null;
}

const links =
  /\b(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org|top|xyz|io|cc|vip|link)\b\S*|[^\s@]+@[^\s@]+/gi;

const outcomeOf = {
  block: 'block',
  rewrite: 'hold',
  warnStaff: 'hold',
} as const satisfies Record<UtteranceRule['action'], WordsOutcome>;

function ruleFindings({ text, locale, speaker }: SpokenWords, rules: UtteranceRules, kind: 'rule' | 'debtHint') {
  return (
    breachesOf(text, locale, rules)
      // Approved texts were read by people: what only asks a writer to be careful says nothing about them.
      .filter(({ rule }) => speaker === 'agent' || rule.action !== 'warnStaff')
      .map(({ rule, matched }): Finding => ({ kind, outcome: outcomeOf[rule.action], rule, matched }))
  );
}

/** A figure in words, or with a larger unit, is sourced only as it stands. */
function isSourced(figure: string, sources: readonly string[]): boolean {
  if (isMultiplied(figure))
    return sources.some((source) => source.normalize('NFKC').toLowerCase().includes(figure.toLowerCase()));
  return figuresWithoutSource(figure, sources).length === 0;
}

function figureFindings({ text, figuresAllowed }: SpokenWords): Finding[] {
  const uses = figureUsesIn(text);
  // The two readers write thousands separators and capitals each in their own way.
  const plain = (figure: string) => figure.replaceAll(',', '').toLowerCase();
  const isUsed = (figure: string) => uses.some((used) => plain(used.figure).includes(plain(figure)));
  const unread = figuresWithoutSource(text, figuresAllowed)
    .filter((figure) => /\d/.test(figure) && !isUsed(figure))
    .map((figure) => ({ figure, use: 'unclear' }) as const);
  return [...uses, ...unread].flatMap(({ figure, use }): Finding[] =>
    use === 'ordinary' || isSourced(figure, figuresAllowed)
      ? []
      : [{ kind: 'figure', outcome: use === 'value' ? 'block' : 'hold', use, matched: figure }],
  );
}

/** Somebody else, and a person not known yet, learn nothing of a debt, in whichever language it is hinted at. */
function debtFindings(words: SpokenWords, { outbound, utterances }: WordRules): Finding[] {
  const { debtWords, debtHints, ownDebt } = outbound;
  if (words.audience === 'rightParty') return [];
  const hints = (rules: UtteranceRules['rules']) => ruleFindings(words, { ...utterances, rules }, 'debtHint');
  // The assistant may speak of cards and repayment in general before it knows the person.
  if (words.speaker === 'bot' && words.audience === 'unverified') return hints(ownDebt);
  const lower = words.text.normalize('NFKC').toLowerCase();
  const named = [...debtWords['zh-CN'], ...debtWords['en-US']].filter((word) => lower.includes(word.toLowerCase()));
  return [
    ...named.map((matched): Finding => ({ kind: 'debtWord', outcome: 'block', matched })),
    ...hints([...debtHints, ...ownDebt]),
  ];
}

/** Of words that people approved no meaning is guessed; of all others it is read, or they wait. */
function meaningOf(words: SpokenWords, { readMeaning }: WordRules): Meaning | 'approved' | 'unread' {
  if (words.isApproved) return 'approved';
  return readMeaning === null ? 'unread' : readMeaning(words);
}

function meaningFindings(meaning: Meaning | 'approved' | 'unread'): Finding[] {
  if (meaning === 'approved') return [];
  if (meaning === 'unread') return [{ kind: 'unread', outcome: 'hold', matched: '' }];
  const { heard, matched } = meaning;
  if (heard === 'plain' || heard === 'fine') return [];
  return [{ kind: 'meaning', outcome: heard === 'wrong' ? 'block' : 'hold', meaning, matched }];
}

/** Rules about words that may be said with another meaning give way to a reader who is sure of that meaning. */
function isExcused(finding: Finding, meaning: Meaning | 'approved' | 'unread'): boolean {
  if (typeof meaning === 'string' || meaning.heard !== 'plain') return false;
  return finding.kind === 'rule' && (finding.rule.allowedWhenDenied || finding.rule.action === 'warnStaff');
}

/** Everything that is wrong with the words, and what comes of it: the strictest finding decides. */
export function judgeWords(words: SpokenWords, rules: WordRules): Verdict {
  const typed = words.speaker === 'agent' ? [...figureFindings(words), ...linkFindings(words.text)] : [];
  const meaning = meaningOf(words, rules);
  const broken = ruleFindings(words, rules.utterances, 'rule').filter((finding) => !isExcused(finding, meaning));
  const findings = [...broken, ...debtFindings(words, rules), ...typed, ...meaningFindings(meaning)];
  const has = (outcome: WordsOutcome) => findings.some((finding) => finding.outcome === outcome);
  return { outcome: has('block') ? 'block' : has('hold') ? 'hold' : 'send', findings };
}

const linkFindings = (text: string): Finding[] =>
  (text.normalize('NFKC').match(links) ?? []).map((matched) => ({ kind: 'link', outcome: 'block', matched }));
