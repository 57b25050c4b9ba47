// What the page says of drawn populations, of value lost and why, and of being difficult.
import { baselineNames } from '../../../../data/domain/simulation/baselines';
import { lostCauses } from '../../../../data/domain/simulation/result/lost';
import type { Measured } from '../../../../data/domain/simulation/result/measure';
import type { SimulationResult } from '../../../../data/domain/simulation/result/simulationResult';
import type { WorldResult, WorldsResult } from '../../../../data/domain/simulation/result/worlds';
import { type Cell, figure, percent, section, table } from './html';
import { againstOthersChart } from './surplusCharts';

const nameOf = ({ seed, kind }: WorldResult): string => `random:${seed} ${kind}`;

/** Engine, best compliant other and the ungated menu in every drawn population. */
function worldsChart({ each }: WorldsResult): string {
  const worlds = [...each].reverse();
  return againstOthersChart(
    {
      rows: worlds.map(nameOf),
      engine: worlds.map(({ surplusCaptured }) => surplusCaptured.engine),
      bestOther: worlds.map(({ surplusCaptured, bestOther }) => surplusCaptured.baselines[bestOther.name]),
      ungated: worlds.map(({ surplusCaptured }) => surplusCaptured.baselines.ungatedBayes),
    },
    {
      title: 'Surplus captured in drawn populations',
      names: 180,
      height: 90 + worlds.length * 26,
      from: 0.5,
      fontSize: 12,
    },
  );
}

const missedGates = ({ gates }: WorldResult): string =>
  Object.entries(gates)
    .filter(([, gate]) => !gate.ok)
    .map(([name]) => name)
    .join(', ');

function worldsTable({ each }: WorldsResult): string {
  const cells = (world: WorldResult): Cell[] => {
    const { surplusCaptured, bestOther, reported, oracle } = world;
    const { mean } = surplusCaptured.engine;
    const ahead = mean >= bestOther.mean;
    return [
      nameOf(world),
      figure(mean),
      { text: `${bestOther.name} ${figure(bestOther.mean)}`, mark: ahead ? 'ok' : 'missed' },
      percent(reported.engine.agreementRate),
      `${percent(reported.engine.kept)} (${percent(oracle.kept)})`,
      `${percent(reported.engine.affordable)} (${percent(oracle.affordable)})`,
      { text: missedGates(world) || 'none', mark: 'names' },
    ];
  };
  const head = ['Population', 'Engine', 'Best other', 'Agreed', 'Kept (oracle)', 'Affordable (oracle)', 'Gates missed'];
  return table(head, each.map(cells));
}

function baselinesTable({ mean, worst, baselines }: WorldsResult): string {
  const others = baselineNames.flatMap((name) => {
    const of = baselines[name];
    return of === undefined ? [] : [[name, figure(of.mean), figure(of.worst)]];
  });
  return table(['Policy', 'Mean', 'Worst'], [['engine', figure(mean), figure(worst)], ...others]);
}

export function worldsSection({ worlds }: SimulationResult): string {
  if (worlds === null) return '';
  const { each, customers, mean, worst, worstSeed, behindIn } = worlds;
  return section(
    'Drawn populations',
    `${each.length} populations whose parameters are themselves drawn from wide, invented ranges, ${customers} customers each: mean ${figure(mean)}, worst ${figure(worst)} (random:${worstSeed}). A way to bargain that stays inside the evidence gate is ahead of the engine in ${behindIn.length}. Beside what is kept stands what the oracle keeps: where that is low, the population allows for no more.`,
    worldsChart(worlds),
    worldsTable(worlds),
    baselinesTable(worlds),
  );
}

const causeWords: Readonly<Record<(typeof lostCauses)[number], string>> = {
  noDeal: 'No deal where there could be one',
  moneyNotAsked: 'Money at hand not asked for, or not used',
  tooLow: 'Instalment too low',
  tooHigh: 'Instalment too high',
  betterUnsigned: 'Signed, though no plan would have brought more than no agreement',
};

export function lostSection({ lost, worlds }: SimulationResult): string {
  const each = worlds?.each ?? [];
  const average = (of: (one: Measured) => number) => each.reduce((sum, world) => sum + of(world), 0) / each.length;
  const most = (of: (one: Measured) => number) => Math.max(...each.map(of));
  const drawn = (cause: keyof typeof lost): string[] =>
    each.length === 0 ? [] : [figure(average((one) => one.lost[cause])), figure(most((one) => one.lost[cause]))];
  return section(
    'Where value is lost',
    'What the oracle could have gained inside policy and documents and the engine did not, as a share of all that could be gained. A figure below 0 is gained beyond that oracle.',
    table(
      ['Cause', 'This population', ...(each.length === 0 ? [] : ['Drawn: mean', 'Drawn: worst'])],
      lostCauses.map((cause) => [causeWords[cause], figure(lost[cause]), ...drawn(cause)]),
    ),
  );
}

export const gambitsSection = ({ gambits, gates }: SimulationResult): string =>
  section(
    'Being difficult',
    'The same honest people, once straight and once with a gambit before they bargain: what it saves them in present value at the population’s rate and what it costs the bank in expected value, both as shares of the balance.',
    table(
      ['Gambit', 'Saves', 'Costs the bank', 'Sign as well', ''],
      gambits.map(({ gambit, premium, worthLost, signed }) => [
        gambit,
        percent(premium, 2),
        percent(worthLost, 2),
        percent(signed),
        premium <= gates.stubbornnessPremium.target
          ? { text: 'no more than allowed', mark: 'ok' }
          : { text: 'pays', mark: 'missed' },
      ]),
    ),
  );
