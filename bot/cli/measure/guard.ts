// npm run guard: shows what the guard does with a message and why, or measures it on a file of cases.
import { Command, Option } from 'commander';
import type { Finding, WordRules } from '../../../data/domain/conduct/words/judgeWords';
import { type Listener, listeners, type Speaker, speakers } from '../../../data/domain/conduct/words/speaking';
import { type Locale, localeSchema } from '../../../data/domain/customer/customerTurn';
import { wrongOf } from '../../../data/meaning/labels';
import { unseenLines } from '../../../data/meaning/learn/crossValidate';
import { loadMeaning, meaningTrainingFolder } from '../../../data/meaning/loadMeaning';
import { readShippedData } from '../../config/shippedData';
import { staffText } from '../../staff/text/staffText';
import { judgeCase, readGuardCases, ruleOf, runGuardCases, scoreOf } from '../parts/guard/guardCases';
import { casesIn, endWith, guessLocale, say, warn } from '../parts/typedMessage';

interface Options {
  file?: string;
  report?: boolean;
  unseen?: boolean;
  locale?: Locale;
  speaker: Speaker;
  audience: Listener;
  json?: boolean;
}

/** The shipped rules, with the trained reader or without; without it everything that is not approved is held. */
function shippedRules(): WordRules {
  const { utteranceRules: utterances, outboundRules: outbound } = readShippedData();
  const meaning = loadMeaning();
  if (meaning.kind === 'failed') warn(`The guard's model cannot be used; run "npm run build". (${meaning.why})`);
  return { utterances, outbound, readMeaning: meaning.kind === 'loaded' ? meaning.read : null };
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

/** The training lines, each judged by a model that has not learned its family. */
function measureUnseen(): number {
  const rules = shippedRules();
  for (const locale of localeSchema.options) {
    const outcomes = unseenLines(meaningTrainingFolder(), locale).map(({ line, read }) => {
      const { text, speaker, audience, label } = line;
      const context = { speaker, audience };
      const verdict = judgeCase({ text, locale, context }, { ...rules, readMeaning: read });
      return { text, locale, context, expect: wrongOf(label) === null ? 'pass' : 'block', verdict } as const;
    });
    say(JSON.stringify({ locale, ...scoreOf(outcomes) }));
  }
  return 0;
}

const reasonOf = {
  debtWord: 'hints at a debt',
  link: 'links and mail addresses are not sent',
  value: 'money, rates and facts of an account need a typed value',
  unclear: 'what this figure means is not clear',
  unread: 'what the words mean could not be read: there is no model',
} as const;

function whyOf(finding: Finding, locale: Locale): string {
  if (finding.kind === 'rule' || finding.kind === 'debtHint') return finding.rule.reason[locale];
  if (finding.kind === 'meaning') return staffText('wrong', finding.meaning.wrong, {})[locale];
  return reasonOf[finding.kind === 'figure' ? finding.use : finding.kind];
}

const describe = (finding: Finding, locale: Locale): string =>
  `${finding.outcome.padEnd(6)}${ruleOf(finding)}  “${finding.matched}”  ${whyOf(finding, locale)}`;

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
  .option('--unseen', 'cross-validation: the training lines, each judged without the lines of its family')
  .option('--report', 'with --file: every case that came out otherwise than expected')
  .addOption(new Option('--locale <locale>', 'guessed from the script when left out').choices(localeSchema.options))
  .addOption(new Option('--speaker <who>', 'who says it').choices(speakers).default('agent'))
  .addOption(new Option('--audience <who>', 'who hears it').choices(listeners).default('rightParty'))
  .option('--json', 'the verdict as JSON')
  .action((words: string[], options: Options) =>
    endWith(() => {
      if (options.unseen === true) return measureUnseen();
      return options.file === undefined ? judge(words.join(' '), options) : measure(options.file, options);
    }),
  )
  .parse();
