// Every expression of the rules for what is said, with the sentences on which it is tried.
import {
  denialPattern,
  forbiddenSource,
  type UtteranceRule,
  type UtteranceRules,
} from '../../../data/domain/conduct/utteranceRules';
import { refusedFile } from '../../config/dataFile';
import { type ShippedData, shippedFiles } from '../../config/shippedData';
import { staffText } from '../text/staffText';
import { firstSlow } from './slowPatterns';
import type { TimedPattern } from './timePatterns';

const locales = ['zh-CN', 'en-US'] as const;

/** What each rule forbids and allows, by its place in a list; `at` is the path of the list. */
export const patternsOfRules = (rules: readonly UtteranceRule[], at: string): TimedPattern[] =>
  rules.flatMap((rule, index) => {
    const examples = rule.examples.slice(0, 5);
    const { unless } = rule;
    return [
      { path: `${at}.${index}.pattern`, pattern: forbiddenSource(rule), examples },
      ...(unless === null ? [] : [{ path: `${at}.${index}.unless`, pattern: unless, examples }]),
    ];
  });

export const patternsOf = ({ denials, rules }: UtteranceRules): TimedPattern[] => [
  ...locales.map((locale) => ({
    path: `denials.${locale}`,
    pattern: denialPattern(denials[locale]),
    examples: rules.filter((rule) => rule.locale === locale).flatMap(({ nearMisses }) => nearMisses.slice(0, 1)),
  })),
  ...patternsOfRules(rules, 'rules'),
];

/** Files of rules whose expressions take too long on awkward text are refused at the start, with file, field and reason. */
export async function refuseSlowRules({
  utteranceRules,
  outboundRules,
}: Pick<ShippedData, 'utteranceRules' | 'outboundRules'>): Promise<void> {
  const { debtHints, ownDebt } = outboundRules;
  const files = [
    [shippedFiles.utteranceRules.file, patternsOf(utteranceRules)],
    [
      shippedFiles.outboundRules.file,
      [...patternsOfRules(debtHints, 'debtHints'), ...patternsOfRules(ownDebt, 'ownDebt')],
    ],
  ] as const;
  for (const [file, patterns] of files) {
    const field = await firstSlow(patterns);
    if (field !== null) throw refusedFile(file, [{ field, reason: staffText('check', 'slowPattern')['en-US'] }]);
  }
}
