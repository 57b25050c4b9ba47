// The result of a simulation as a table for the terminal.
import { baselineNames } from '../../../data/domain/simulation/baselines';
import { stressNames } from '../../../data/domain/simulation/population/population';
import type { Interval } from '../../../data/domain/simulation/result/bootstrap';
import { gateNames } from '../../../data/domain/simulation/result/gates';
import type { SimulationResult } from '../../../data/domain/simulation/result/simulationResult';
import { percent, yuan } from './page/html';

const figure = (value: number): string => value.toFixed(3);
const interval = ({ mean, low, high }: Interval): string => `${figure(mean)}  (${figure(low)}–${figure(high)})`;

function headline({ surplusCaptured, ahead, reported }: SimulationResult): string[] {
  const lines = [
    '',
    'policy          surplus captured        engine ahead by         agreed   kept  a≤.85c   cost   paid in all, yuan',
  ];
  const row = (name: string, surplus: Interval, lead: string, place: keyof typeof reported) => {
    const { agreementRate, kept, affordable, customerCost, totalPaidFen } = reported[place];
    const shares = [agreementRate, kept, affordable, customerCost].map((share) => percent(share).padStart(7)).join(' ');
    lines.push(
      `${name.padEnd(14)}  ${interval(surplus)}   ${lead.padEnd(21)} ${shares}   ${yuan(totalPaidFen).padStart(14)}`,
    );
  };
  row('engine', surplusCaptured.engine, '', 'engine');
  for (const name of baselineNames) row(name, surplusCaptured.baselines[name], interval(ahead[name]), name);
  return lines;
}

function stressLines({ stress, stressCustomers, seeds }: SimulationResult): string[] {
  if (Object.keys(stress).length === 0) return [];
  const best = (of: Readonly<Record<string, Interval>>) =>
    baselineNames
      .filter((name) => name !== 'ungatedBayes')
      .reduce((a, b) => ((of[b]?.mean ?? 0) > (of[a]?.mean ?? 0) ? b : a));
  const lines = [
    '',
    `stress set          surplus captured        best other                     ungated   a≤.85c   kept   (${stressCustomers} customers × ${seeds.length})`,
  ];
  for (const name of stressNames) {
    const set = stress[name];
    if (set === undefined) continue;
    const other = best(set.baselines);
    const rest = `${other.padEnd(13)} ${interval(set.baselines[other])}`;
    lines.push(
      `${name.padEnd(18)}  ${interval(set.engine)}   ${rest}   ${figure(set.baselines.ungatedBayes.mean)}   ${percent(set.reported.affordable)}  ${percent(set.reported.kept)}`,
    );
  }
  return lines;
}

function gateLines({ gates }: SimulationResult): string[] {
  const lines = ['', 'gate                    value     target'];
  for (const name of gateNames) {
    const { value, target, ok } = gates[name];
    lines.push(
      `${name.padEnd(20)} ${value.toFixed(4).padStart(9)}  ${String(target).padStart(8)}   ${ok ? 'ok' : 'MISSED'}`,
    );
  }
  return lines;
}

const repliesShown = 12;

function textLines({ text }: SimulationResult): string[] {
  if (text === null) return [];
  const { surplus, surplusActs, customers, turns, misunderstood, hardshipPrecision, hardshipRecall } = text;
  return [
    '',
    `Typed by ${customers} customers: surplus ${figure(surplus)}, with structured acts ${figure(surplusActs)}; turns ${turns.median} / ${turns.p95}; hardship precision ${figure(hardshipPrecision)}, recall ${figure(hardshipRecall)}. Not understood as meant, most frequent first:`,
    ...misunderstood
      .slice(0, repliesShown)
      .map(({ meant, heard, times, example }) => `${String(times).padStart(5)} ×  ${meant} → ${heard}   “${example}”`),
  ];
}

export function resultTable(result: SimulationResult): string {
  const { policyVersion, populationVersion, customers, seeds, turns, languageLoss, seconds } = result;
  return [
    `Policy ${policyVersion}, population ${populationVersion}: ${customers} customers × ${seeds.length} seeds (${seeds.join(', ')}), ${seconds} s.`,
    ...headline(result),
    ...stressLines(result),
    ...gateLines(result),
    ...textLines(result),
    '',
    `Turns to the choice of an offer: median ${turns.median}, 95 % within ${turns.p95}.  Agreed (never a target): ${percent(result.agreementRate)}.` +
      (languageLoss === null ? '' : `  Language loss: ${figure(languageLoss)}.`),
  ].join('\n');
}
