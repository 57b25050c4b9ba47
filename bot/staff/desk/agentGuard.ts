// An agent's words pass the same guard as the assistant's: figures, phrases, and who is on the other side. Pure.
import { listenerOf, type Party } from '../../../data/domain/conduct/outboundGuard';
import { type Finding, judgeWords, type WordRules } from '../../../data/domain/conduct/words/judgeWords';
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
  /** Sent only once the writer has seen them and sends again. */
  readonly warnings: readonly ProblemDetail[];
}

/** What the writer may answer for by sending again; everything else that is not sure stays back. */
const isWarning = (finding: Finding): boolean => finding.kind === 'rule' && finding.rule.action === 'warnStaff';

function told(finding: Finding, party: Party): ProblemDetail {
  const { matched } = finding;
  switch (finding.kind) {
    case 'rule':
      return isWarning(finding)
        ? say('warning', 'warning', { matched, reason: finding.rule.reason })
        : say('text', 'phrase', { matched, reason: finding.rule.reason });
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

export function judgeAgentWords({ text, locale, party, figuresAllowed }: AgentWords, rules: WordRules): AgentVerdict {
  const words = { text, locale, speaker: 'agent', audience: listenerOf[party], figuresAllowed } as const;
  const { findings } = judgeWords({ ...words, isApproved: false }, rules);
  const details = (warnings: boolean) =>
    findings.filter((finding) => isWarning(finding) === warnings).map((finding) => told(finding, party));
  return { blocks: details(false), warnings: details(true) };
}
