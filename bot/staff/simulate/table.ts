// The result of a simulation as a table for the terminal.
import { baselineNames, compliantNames } from '../../../data/domain/simulation/baselines';
import { stressNames } from '../../../data/domain/simulation/population/population';
import type { Interval } from '../../../data/domain/simulation/result/bootstrap';
import { type GateName, gateNames } from '../../../data/domain/simulation/result/gates';
import { lostCauses } from '../../../data/domain/simulation/result/lost';
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
    compliantNames.reduce((a, b) => ((of[b]?.mean ?? 0) > (of[a]?.mean ?? 0) ? b : a));
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

/** What the oracle comes to where the same can be said of it. */
const oracleBeside = ({ oracle }: Pick<SimulationResult, 'oracle'>, name: GateName): string =>
  name === 'kept' || name === 'affordable' ? `   (oracle ${figure(oracle[name])})` : '';

function gateLines(result: SimulationResult): string[] {
  const lines = ['', 'gate                    value     target'];
  for (const name of gateNames) {
    const { value, target, ok } = result.gates[name];
    lines.push(
      `${name.padEnd(20)} ${value.toFixed(4).padStart(9)}  ${String(target).padStart(8)}   ${ok ? 'ok    ' : 'MISSED'}${oracleBeside(result, name)}`,
    );
  }
  return lines;
}

const lostWords: Readonly<Record<(typeof lostCauses)[number], string>> = {
  noDeal: 'no deal',
  moneyNotAsked: 'money not asked for',
  tooLow: 'instalment too low',
  tooHigh: 'instalment too high',
  betterUnsigned: 'better left unsigned',
};

function lostLines({ lost, oracle, gambits, differing, rulesBroken, reported }: SimulationResult): string[] {
  const told = Object.entries(differing).map(([name, share]) => `${name} ${percent(share)}`);
  const broken = Object.entries(rulesBroken).map(([name, times]) => `${name} ${times}`);
  const { againstAdvice } = reported.engine;
  return [
    ...(againstAdvice > 0
      ? ['', `Signed against the bank's advice, and not counted as affordable or not: ${percent(againstAdvice)}.`]
      : []),
    ...(broken.length > 0 ? ['', `Limits broken: ${broken.join(', ')}.`] : []),
    ...(told.length > 0 ? ['', `Other offers for the same facts, by how they were told: ${told.join(', ')}.`] : []),
    '',
    `Surplus lost: ${lostCauses.map((cause) => `${lostWords[cause]} ${figure(lost[cause])}`).join(', ')}. Of the surplus inside policy alone, without the evidence gate: ${figure(oracle.engineOfPolicy)}.`,
    '',
    'being difficult            saves in present value   costs the bank   signed    (shares of the balance)',
    ...gambits.map(
      ({ gambit, premium, worthLost, signed }) =>
        `${gambit.padEnd(24)} ${percent(premium, 2).padStart(20)} ${percent(worthLost, 2).padStart(18)} ${percent(signed).padStart(10)}`,
    ),
  ];
}

function worldLines({ worlds }: SimulationResult): string[] {
  if (worlds === null) return [];
  const { each, mean, worst, worstSeed, behindIn, missed, outOfReach, customers, baselines } = worlds;
  const best = compliantNames.reduce((a, b) => ((baselines[b]?.mean ?? 0) > (baselines[a]?.mean ?? 0) ? b : a));
  const others = (['ungatedBayes', best] as const).map(
    (name) => `${name} ${figure(baselines[name]?.mean ?? 0)} / ${figure(baselines[name]?.worst ?? 0)}`,
  );
  return [
    '',
    `drawn population        engine                 best other             kept (oracle)     a≤.85c   lost: none  money    low   high  unsig.`,
    ...each.map((world) => {
      const { seed, kind, surplusCaptured, bestOther, reported, oracle, lost } = world;
      const losses = lostCauses.map((cause) => figure(lost[cause]).padStart(6)).join(' ');
      const ahead = bestOther.mean > surplusCaptured.engine.mean ? ' <' : '  ';
      return `${`random:${seed} ${kind}`.padEnd(22)}  ${interval(surplusCaptured.engine)}${ahead} ${bestOther.name.padEnd(13)} ${figure(bestOther.mean)}   ${percent(reported.engine.kept)} (${percent(oracle.kept)})  ${percent(reported.engine.affordable).padStart(7)}   ${losses}`;
    }),
    `${each.length} drawn populations of ${customers}: mean ${figure(mean)}, worst ${figure(worst)} (random:${worstSeed}); ${others.join(', ')}; a compliant baseline is ahead in ${behindIn.length}.`,
    ...gateNames.flatMap((name) => {
      const [seeds = [], beyond = []] = [missed[name], outOfReach[name]];
      const oracles = beyond.length > 0 ? `; by the oracle as well in ${beyond.length}: ${beyond.join(', ')}` : '';
      return seeds.length === 0 ? [] : [`  ${name} is missed in ${seeds.length}: ${seeds.join(', ')}${oracles}`];
    }),
  ];
}

const repliesShown = 12;

function textLines({ text }: SimulationResult): string[] {
  if (text === null) return [];
  const { surplus, surplusActs, customers, turns, misunderstood, hardshipPrecision, hardshipRecall } = text;
  return [
    '',
    `Typed by ${customers} customers: surplus ${figure(surplus)}, with structured acts ${figure(surplusActs)}; turns ${turns.median} / ${turns.p95}; hardship precision ${figure(hardshipPrecision)}, recall ${figure(hardshipRecall)}. Not understood as meant, dearest first (times, share of the surplus):`,
    ...misunderstood
      .slice(0, repliesShown)
      .map(
        ({ meant, heard, times, lost, example }) =>
          `${String(times).padStart(5)} × ${figure(lost).padStart(7)}  ${meant} → ${heard}   “${example}”`,
      ),
  ];
}

export function resultTable(result: SimulationResult): string {
  const { policyVersion, populationVersion, customers, seeds, turns, languageLoss, seconds } = result;
  return [
    `Policy ${policyVersion}, population ${populationVersion}: ${customers} customers × ${seeds.length} seeds (${seeds.join(', ')}), ${seconds} s.`,
    ...headline(result),
    ...stressLines(result),
    ...gateLines(result),
    ...lostLines(result),
    ...worldLines(result),
    ...textLines(result),
    '',
    `Turns to the choice of an offer: median ${turns.median}, 95 % within ${turns.p95}.  Agreed (never a target): ${percent(result.agreementRate)}.` +
      (languageLoss === null ? '' : `  Language loss: ${figure(languageLoss)}.`),
  ].join('\n');
}
