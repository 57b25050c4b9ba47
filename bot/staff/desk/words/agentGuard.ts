// An agent's words pass the same guard as the assistant's: figures, phrases, and who is on the other side. Pure.
import { listenerOf, type Party } from '../../../../data/domain/conduct/outboundGuard';
import { type Finding, judgeWords, type WordRules } from '../../../../data/domain/conduct/words/judgeWords';
import type { Locale } from '../../../../data/domain/customer/customerTurn';
import type { ProblemDetail } from '../../contract/common';
import { staffText, type TextName, type Values } from '../../text/staffText';
import readyPhrases from './readyPhrases.json';

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

const debtText = {
  unknown: 'debtUnverified',
  // No debt is looked for in words to the cardholder.
  verified: 'debtUnverified',
  someoneElse: 'debtSomeoneElse',
  atRisk: 'debtAtRisk',
} as const satisfies Record<Party, GuardText>;

export interface AgentVerdict {
  /** Nothing is sent while there is one of these. */
  readonly blocks: readonly ProblemDetail[];
  /** Sent only once a colleague has released the words. */
  readonly holds: readonly ProblemDetail[];
  /** Approved words that say what may be said instead; null where none fit. */
  readonly instead: string | null;
}

function told(finding: Finding, party: Party): ProblemDetail {
  const { matched } = finding;
  switch (finding.kind) {
    case 'rule':
      return say('text', 'phrase', { matched, reason: finding.rule.reason });
    case 'debtHint':
    case 'debtWord':
      return say('text', debtText[party], { word: matched });
    case 'figure':
      return say('text', party === 'verified' ? 'figure' : 'figureUnverified', { figure: matched });
    case 'meaning':
      return say('text', 'phrase', { matched, reason: staffText('wrong', finding.meaning.wrong) });
    case 'unread':
      return say('text', 'unread', {});
    case 'link':
      return say('text', 'link', { link: matched });
  }
}

/** The wrong that a finding is about: a rule's id begins with its name. */
const wrongOf = (finding: Finding): string | null =>
  finding.kind === 'meaning'
    ? finding.meaning.wrong
    : finding.kind === 'rule'
      ? finding.rule.id.replace(/\..*/, '')
      : null;

const isReady = (text: string, locale: Locale): boolean =>
  Object.values<string>(readyPhrases[locale]).includes(text.trim());

/** What may be said where somebody was about to say something wrong. */
function insteadOf(findings: readonly Finding[], locale: Locale): string | null {
  const known: Readonly<Record<string, string>> = readyPhrases[locale];
  for (const finding of findings) {
    const phrase = known[wrongOf(finding) ?? ''];
    if (phrase !== undefined) return phrase;
  }
  return null;
}

export function judgeAgentWords({ text, locale, party, figuresAllowed }: AgentWords, rules: WordRules): AgentVerdict {
  const words = { text, locale, audience: listenerOf[party], figuresAllowed };
  // A ready phrase as it stands was read and approved, like the assistant's own words.
  const said = isReady(text, locale)
    ? ({ ...words, speaker: 'bot', isApproved: true } as const)
    : ({ ...words, speaker: 'agent', isApproved: false } as const);
  const { findings } = judgeWords(said, rules);
  const details = (outcome: Finding['outcome']) =>
    findings.filter((finding) => finding.outcome === outcome).map((finding) => told(finding, party));
  return { blocks: details('block'), holds: details('hold'), instead: insteadOf(findings, locale) };
}
