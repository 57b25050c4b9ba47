// What the guard costs a message: rules and the trained reader together, on the cases of test/conduct.
import { readFileSync } from 'node:fs';
import { localeSchema } from '../../data/domain/customer/customerTurn';
import { loadMeaning } from '../../data/meaning/loadMeaning';
import { judgeCase, readGuardCases } from '../cli/parts/guard/guardCases';
import { inRepository } from '../config/repositoryRoot';
import { readShippedData } from '../config/shippedData';

export interface GuardTakes {
  /** Milliseconds for one message. */
  readonly median: number;
  readonly p99: number;
  /** Milliseconds to load the model, once. */
  readonly loadMs: number;
}

export function guardTakes(): GuardTakes {
  const { utteranceRules: utterances, outboundRules: outbound } = readShippedData();
  const began = performance.now();
  const meaning = loadMeaning();
  const loadMs = performance.now() - began;
  if (meaning.kind === 'failed') throw new Error(meaning.why);
  const rules = { utterances, outbound, readMeaning: meaning.read };
  const cases = localeSchema.options.flatMap(
    (locale) => readGuardCases(readFileSync(inRepository('test', 'conduct', `${locale}.jsonl`), 'utf8')).cases,
  );
  // The first round warms up.
  for (const one of cases) judgeCase(one, rules);
  const times = cases
    .map((one) => {
      const started = performance.now();
      judgeCase(one, rules);
      return performance.now() - started;
    })
    .sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
  return { median: at(0.5), p99: at(0.99), loadMs };
}
