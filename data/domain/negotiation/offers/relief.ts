// "Can the interest come down?" Only by a named rule: a reason with proof, or something in return. Asking moves nothing.
import { reliefRulesOf } from '../../limits/policyLimits';
import { type Fen, shareOf } from '../../money/money';
import { ask, timesAsked } from '../answer/answers';
import { answerTerms } from '../answer/counter';
import type { Answer } from '../answer/menu';
import { cookMenu, openKitchen, showAgain } from '../answer/menu';
import { reason, type Scene } from '../answer/scene';
import type { Heard } from '../hear/facts';
import { withinAuthority } from './prices';

/** Explains relief; offers stay as they are unless the message also stated new facts. */
export function reliefAnswer(scene: Scene, heard: Heard): Answer {
  const { negotiation } = scene;
  const { messageId, told } = reliefTold(scene);
  // New facts that came with the wish are answered as such; the wish itself still moves nothing.
  const answer = heard.stated.size > 0 ? answerTerms(scene, heard) : null;
  if (answer !== null) return { ...answer, move: { ...answer.move, reasons: [...answer.move.reasons, told] } };
  const again = showAgain(scene, messageId, [told]);
  if (again !== null) return again;
  const menu = timesAsked(negotiation, 'monthlyAmount') === 0 ? null : cookMenu(openKitchen(scene), [told]);
  return menu ?? ask({ ...negotiation, stage: 'eliciting' }, 'monthlyAmount', [told], messageId);
}

interface EarnedByStart {
  readonly reliefRuleId: string;
  /** The least first payment that earns it, and what it takes off; fen. */
  readonly firstPaymentFen: Fen;
  readonly waivedFen: Fen;
}

/** What a first payment earns by the rules, where no offer on the screen has it already: the least that earns something. */
function earnedByStart({ negotiation, account, limits, segment }: Scene): EarnedByStart | null {
  const { table, shownNumbers } = negotiation;
  const earned = reliefRulesOf(limits, segment).flatMap((rule): EarnedByStart[] => {
    const { reliefRuleId, needs, feeWaiverShare, interestWaiverShare } = rule;
    if (needs.kind !== 'downPayment' || !withinAuthority(limits, rule)) return [];
    const step = limits.downPaymentStepFen;
    const firstPaymentFen = Math.ceil(shareOf(account.balanceFen, needs.downPaymentShareMin) / step) * step;
    const waivedFen = shareOf(account.feesFen, feeWaiverShare) + shareOf(account.interestFen, interestWaiverShare);
    const isShown = table.some((offer) => offer.reliefRuleId === reliefRuleId && shownNumbers.includes(offer.number));
    const most = shareOf(account.balanceFen, segment.downPaymentShareMax);
    return waivedFen > 0 && firstPaymentFen <= most && !isShown ? [{ reliefRuleId, firstPaymentFen, waivedFen }] : [];
  });
  return earned.sort((a, b) => a.firstPaymentFen - b.firstPaymentFen)[0] ?? null;
}

/** Which rules give relief and what they need, as the reason that a move carries. */
export function reliefTold(scene: Scene) {
  const { account, limits, segment } = scene;
  const rules = reliefRulesOf(limits, segment);
  const byEvidence = rules.some((rule) => rule.needs.kind === 'evidence');
  const byStart = earnedByStart(scene);
  const otherwise = byStart === null ? 'negotiation.relief.notInPolicy' : 'negotiation.relief.byFirstPayment';
  const messageId = byEvidence ? ('negotiation.relief.needsEvidence' as const) : otherwise;
  const documented = account.documentedReasons ?? [];
  const told = reason(
    'relief.rules',
    {
      rules: rules.map((rule) => rule.reliefRuleId).join(' '),
      documented: documented.join(' ') || null,
      reliefToClose: limits.reliefToClose,
      firstPaymentFen: byStart?.firstPaymentFen ?? null,
      waivedFen: byStart?.waivedFen ?? null,
    },
    byEvidence ? 'documentedReasons' : byStart === null ? 'policy' : 'lumpSum',
  );
  return { messageId, told } as const;
}
