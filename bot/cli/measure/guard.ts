// npm run guard: shows what the guard does with a message and why, or measures it on a file of cases.
import { Command, Option } from 'commander';
import {
  type Finding,
  type Listener,
  listeners,
  type Speaker,
  speakers,
} from '../../../data/domain/conduct/words/judgeWords';
import { type Locale, localeSchema } from '../../../data/domain/customer/customerTurn';
import { readShippedData } from '../../config/shippedData';
import { judgeCase, readGuardCases, ruleOf, runGuardCases, scoreOf } from '../parts/guard/guardCases';
import { casesIn, endWith, guessLocale, say, warn } from '../parts/typedMessage';

interface Options {
  file?: string;
  report?: boolean;
  locale?: Locale;
  speaker: Speaker;
  audience: Listener;
  json?: boolean;
}

function shippedRules() {
  const { utteranceRules: utterances, outboundRules: outbound } = readShippedData();
  return { utterances, outbound };
}

function measure(file: string, { report }: Options): number {
  const cases = casesIn(file, readGuardCases);
  if (cases.length === 0) {
    warn(`${file} holds no readable case.`);
    return 1;
  }
  const outcomes = runGuardCases(cases, shippedRules());
  if (report === true)
    for (const { text, expect, verdict } of outcomes)
      if ((verdict.outcome === 'send') !== (expect === 'pass'))
        say(`${expect} wanted, ${verdict.outcome} [${verdict.findings.map(ruleOf).join(', ')}]: ${text}`);
  say(JSON.stringify(scoreOf(outcomes)));
  return 0;
}

const reasonOf = {
  debtWord: 'hints at a debt',
  link: 'links and mail addresses are not sent',
  value: 'money, rates and facts of an account need a typed value',
  unclear: 'what this figure means is not clear',
} as const;

function describe(finding: Finding, locale: Locale): string {
  const why =
    finding.kind === 'rule' || finding.kind === 'debtHint'
      ? finding.rule.reason[locale]
      : reasonOf[finding.kind === 'figure' ? finding.use : finding.kind];
  return `${finding.outcome.padEnd(6)}${ruleOf(finding)}  “${finding.matched}”  ${why}`;
}

function judge(text: string, options: Options): number {
  if (text.trim() === '') {
    warn('Give a message in quotation marks, or --file cases.jsonl.');
    return 1;
  }
  const locale = options.locale ?? guessLocale(text);
  const { outcome, findings } = judgeCase({ text, locale, context: options }, shippedRules());
  const told = findings.map((finding) => ({
    outcome: finding.outcome,
    rule: ruleOf(finding),
    matched: finding.matched,
  }));
  if (options.json === true) say(JSON.stringify({ outcome, findings: told }));
  else say([outcome, ...findings.map((finding) => `  ${describe(finding, locale)}`)].join('\n'));
  return 0;
}

new Command('guard')
  .description(
    'Shows whether a message may be said, is held for a colleague or is blocked, and why; or measures a file of cases.',
  )
  .argument('[text...]', 'a message')
  .option('--file <path>', 'cases to measure, one JSON object a line; the last line printed is one JSON object')
  .option('--report', 'with --file: every case that came out otherwise than expected')
  .addOption(new Option('--locale <locale>', 'guessed from the script when left out').choices(localeSchema.options))
  .addOption(new Option('--speaker <who>', 'who says it').choices(speakers).default('agent'))
  .addOption(new Option('--audience <who>', 'who hears it').choices(listeners).default('rightParty'))
  .option('--json', 'the verdict as JSON')
  .action((words: string[], options: Options) =>
    endWith(() => (options.file === undefined ? judge(words.join(' '), options) : measure(options.file, options))),
  )
  .parse();
