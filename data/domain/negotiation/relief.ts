// "Can the interest come down?" Only by a named rule: a reason with proof, or something in return. Asking moves nothing.
import { reliefRulesOf } from '../policyLimits';
import { ask } from './answers';
import { answerTerms } from './counter';
import type { Heard } from './facts';
import type { Answer } from './menu';
import { showAgain } from './menu';
import { reason, type Scene } from './scene';

/** Explains relief; offers stay as they are unless the message also stated new facts. */
export function reliefAnswer(scene: Scene, heard: Heard): Answer {
  const { negotiation, account, limits, segment } = scene;
  const rules = reliefRulesOf(limits, segment);
  const byEvidence = rules.some((rule) => rule.needs.kind === 'evidence');
  const messageId = byEvidence ? 'negotiation.relief.needsEvidence' : 'negotiation.relief.notInPolicy';
  const documented = account.documentedReasons ?? [];
  const told = reason(
    'relief.rules',
    {
      rules: rules.map((rule) => rule.reliefRuleId).join(' '),
      documented: documented.join(' ') || null,
      reliefToClose: limits.reliefToClose,
    },
    byEvidence ? 'documentedReasons' : 'policy',
  );
  // New facts that came with the wish are answered as such; the wish itself still moves nothing.
  const answer = heard.stated.size > 0 ? answerTerms(scene, heard) : null;
  if (answer !== null) return { ...answer, move: { ...answer.move, reasons: [...answer.move.reasons, told] } };
  return (
    showAgain(scene, messageId, [told]) ??
    ask({ ...negotiation, stage: 'eliciting' }, 'monthlyAmount', [told], messageId)
  );
}
