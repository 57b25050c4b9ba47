// Why the engine decided as it did, in lines for a supervisor.
import { fenToYuanText } from '../../data/domain/money/money';
import type { Reason } from '../../data/domain/negotiation/move';
import { formatText, type Language, valueNamesOf } from './text/formatText';
import { hasText, staffTexts } from './text/staffText';

/** Counter-offers carry fen under plain names where the slot is an amount. */
const moneyRules = new Set(['counter.monthlyAmount', 'counter.lumpSum']);

function written(rule: string, name: string, value: Reason['facts'][string] | undefined): string {
  if (value === null || value === undefined) return '–';
  const isFen = typeof value === 'number' && (/Fen(Max|Min)?$/.test(name) || moneyRules.has(rule));
  return isFen ? fenToYuanText(value) : String(value);
}

/** One reason in words; a rule without words is shown by its name, so that nothing is hidden. */
export function explainReason({ rule, facts, removed, wouldChangeIf }: Reason, language: Language): string {
  const texts = staffTexts[language].decision;
  let text = `${rule} ${JSON.stringify(facts)}`;
  if (hasText('decision', rule)) {
    const names = valueNamesOf(language, texts[rule]);
    text = formatText(
      language,
      texts[rule],
      Object.fromEntries(names.map((name) => [name, written(rule, name, facts[name])])),
    );
  }
  const count = removed === undefined ? '' : ` (${removed})`;
  const change = wouldChangeIf === undefined ? undefined : `change.${wouldChangeIf}`;
  if (change === undefined) return `${text}${count}`;
  return `${text}${count} ${hasText('decision', change) ? texts[change] : wouldChangeIf}`;
}

export const explainReasons = (reasons: readonly Reason[], language: Language): string[] =>
  reasons.map((reason) => explainReason(reason, language));
