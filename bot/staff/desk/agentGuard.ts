// An agent's words pass the same guard as the assistant's: figures, phrases, and who is on the other side. Pure.

import { figuresWithoutSource } from '../../../data/domain/conduct/figures';
import type { OutboundRules, Party } from '../../../data/domain/conduct/outboundGuard';
import { breachesOf, type UtteranceRules } from '../../../data/domain/conduct/utteranceRules';
import type { Locale } from '../../../data/domain/customer/customerTurn';
import type { ProblemDetail } from '../contract/common';
import { staffText, type TextName, type Values } from '../text/staffText';

export interface AgentWords {
  readonly text: string;
  readonly locale: Locale;
  readonly party: Party;
  readonly figuresAllowed: readonly string[];
}

type GuardText = TextName<'guard'>;

const say = (path: string, name: GuardText, values: Values): ProblemDetail => ({
  path,
  message: staffText('guard', name, values),
});

/** Digits of other scripts look like figures and would not be found as such. */
const otherDigits = /[^\P{Nd}0-9]/gu;
const links =
  /\b(?:https?:\/\/|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:com|cn|net|org|top|xyz|io|cc|vip|link)\b\S*|[^\s@]+@[^\s@]+/gi;

const debtText: Readonly<Record<Exclude<Party, 'verified'>, GuardText>> = {
  unknown: 'debtUnverified',
  someoneElse: 'debtSomeoneElse',
  atRisk: 'debtAtRisk',
};

export interface AgentVerdict {
  /** Nothing is sent while there is one of these. */
  readonly blocks: readonly ProblemDetail[];
  /** Sent only once the writer has seen them and sends again. */
  readonly warnings: readonly ProblemDetail[];
}

export function judgeAgentWords(
  { text, locale, party, figuresAllowed }: AgentWords,
  outbound: OutboundRules,
  rules: UtteranceRules,
): AgentVerdict {
  const plain = text.normalize('NFKC');
  const figures = [...figuresWithoutSource(plain, figuresAllowed), ...(plain.match(otherDigits) ?? [])];
  const figureText = party === 'verified' ? 'figure' : 'figureUnverified';
  const lower = plain.toLowerCase();
  const debtWords = party === 'verified' ? [] : [...outbound.debtWords['zh-CN'], ...outbound.debtWords['en-US']];
  const hints = debtWords.filter((word) => lower.includes(word.toLowerCase()));
  const breaches = breachesOf(text, locale, rules);
  const phrase = (name: 'phrase' | 'warning', isWarning: boolean) =>
    breaches
      .filter(({ rule }) => (rule.action === 'warnStaff') === isWarning)
      .map(({ rule, matched }) => say(isWarning ? 'warning' : 'text', name, { matched, reason: rule.reason }));
  return {
    blocks: [
      ...[...new Set(figures)].map((figure) => say('text', figureText, { figure })),
      ...(party === 'verified' ? [] : hints.map((word) => say('text', debtText[party], { word }))),
      ...(plain.match(links) ?? []).map((link) => say('text', 'link', { link })),
      ...phrase('phrase', false),
    ],
    warnings: phrase('warning', true),
  };
}
