// What the text channel came to: surplus beside that of structured acts, turns, and the replies that were not understood.
import type { TextResult } from '../../../../data/domain/simulation/result/simulationResult';
import { percentile, shareWhere, total } from '../../../../data/domain/simulation/result/sums';
import type { TextCase } from './textChannel';

const examplesShown = 60;

type Kind = TextResult['misunderstood'][number];

/**
 * Misunderstandings of one kind counted together, the dearest first. What typing cost a customer is shared evenly by all that was
 * misunderstood on the way; `possibleFen` is what could be gained in all.
 */
function byKind(cases: readonly TextCase[], possibleFen: number): Kind[] {
  const kinds = new Map<string, Kind>();
  for (const { misunderstood, acts, text: typed } of cases)
    for (const { meant, heard, locale, text } of misunderstood) {
      // Figures differ from case to case; the kind of mistake is what counts.
      const kind = heard.replace(/\{[^}]*\}|\d+(?:\.\d+)?/g, '…');
      const key = `${locale} ${meant} → ${kind}`;
      const lost = (acts.worthFen - typed.worthFen) / misunderstood.length / Math.max(1, possibleFen);
      const known = kinds.get(key) ?? { meant, heard: kind, times: 0, lost: 0, example: text };
      kinds.set(key, { ...known, times: known.times + 1, lost: known.lost + lost });
    }
  return [...kinds.values()].sort((a, b) => b.lost - a.lost || b.times - a.times).slice(0, examplesShown);
}

export function textResult(cases: readonly TextCase[]): TextResult {
  const possible = total(cases.map((one) => one.oracleFen - one.silentFen));
  const surplus = (of: (one: TextCase) => number) =>
    possible > 0 ? total(cases.map((one) => of(one) - one.silentFen)) / possible : 0;
  const routed = cases.filter(({ text }) => text.ending === 'hardship');
  const turns = cases.flatMap(({ text }) => (text.plan === null ? [] : [text.turns]));
  return {
    surplus: surplus((one) => one.text.worthFen),
    surplusActs: surplus((one) => one.acts.worthFen),
    customers: cases.length,
    hardshipPrecision: shareWhere(routed, (one) => one.belongsToHardship || one.nothingFits, 1),
    hardshipRecall: shareWhere(
      cases.filter((one) => one.belongsToHardship),
      ({ text }) => text.ending === 'hardship',
      1,
    ),
    turns: { median: percentile(turns, 0.5), p95: percentile(turns, 0.95) },
    misunderstood: byKind(cases, possible),
  };
}
