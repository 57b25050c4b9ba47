// "Can the interest come down?" Only by a named rule: a reason with proof, or something in return. Asking moves nothing.
import { reliefRulesOf } from '../../limits/policyLimits';
import { ask } from '../answer/answers';
import { answerTerms } from '../answer/counter';
import type { Answer } from '../answer/menu';
import { showAgain } from '../answer/menu';
import { reason, type Scene } from '../answer/scene';
import type { Heard } from '../hear/facts';

/** Explains relief; offers stay as they are unless the message also stated new facts. */
export function reliefAnswer(scene: Scene, heard: Heard): Answer {
  const { negotiation } = scene;
  const { messageId, told } = reliefTold(scene);
  // New facts that came with the wish are answered as such; the wish itself still moves nothing.
  const answer = heard.stated.size > 0 ? answerTerms(scene, heard) : null;
  if (answer !== null) return { ...answer, move: { ...answer.move, reasons: [...answer.move.reasons, told] } };
  return (
    showAgain(scene, messageId, [told]) ??
    ask({ ...negotiation, stage: 'eliciting' }, 'monthlyAmount', [told], messageId)
  );
}

/** Which rules give relief and what they need, as the reason that a move carries. */
export function reliefTold({ account, limits, segment }: Scene) {
  const rules = reliefRulesOf(limits, segment);
  const byEvidence = rules.some((rule) => rule.needs.kind === 'evidence');
  const messageId = byEvidence
    ? ('negotiation.relief.needsEvidence' as const)
    : ('negotiation.relief.notInPolicy' as const);
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
  return { messageId, told } as const;
}
