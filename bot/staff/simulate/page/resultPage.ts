// One self-contained page with the pictures of a simulation: no script, no network, one file to send on.
import { readFileSync } from 'node:fs';
import { gateNames } from '../../../../data/domain/simulation/result/gates';
import type { SimulationResult } from '../../../../data/domain/simulation/result/simulationResult';
import { inRepository } from '../../../config/repositoryRoot';
import { safeHtml } from '../../../http/safeHtml';
import type { SimulationRun } from '../runSimulation';
import { burdenChart, capacityChart, twinsChart } from './caseCharts';
import { groupsBy } from './groups';
import { figure, percent, section, table } from './html';
import { groupChart, stressChart, surplusChart } from './surplusCharts';
import { gatesTable, groupTable, policiesTable, twinsTable } from './tables';
import { gambitsSection, lostSection, worldsSection } from './worldSections';

function headline({
  surplusCaptured,
  gates,
  agreementRate,
  turns,
  customers,
  seeds,
  languageLoss,
  worlds,
}: SimulationResult): string {
  const missed = gateNames.filter((name) => !gates[name].ok);
  const tiles: [string, string][] = [
    [
      figure(surplusCaptured.engine.mean),
      `of the surplus captured (${figure(surplusCaptured.engine.low)} to ${figure(surplusCaptured.engine.high)})`,
    ],
    [
      worlds === null ? '–' : `${figure(worlds.mean)} / ${figure(worlds.worst)}`,
      worlds === null ? 'drawn populations: not run' : `mean and worst of ${worlds.each.length} drawn populations`,
    ],
    [
      missed.length === 0 ? 'all met' : `${missed.length} missed`,
      missed.length === 0 ? `${gateNames.length} gates` : missed.join(', '),
    ],
    [`${turns.median} / ${turns.p95}`, 'turns to the choice of an offer: median, 95 %'],
    [percent(agreementRate), 'agreed (reported, never a target)'],
    [
      languageLoss === null ? '–' : figure(languageLoss),
      languageLoss === null ? 'language loss: text channel not run' : 'language loss',
    ],
    [`${customers.toLocaleString('en-US')} × ${seeds.length}`, `customers × seeds (${seeds.join(', ')})`],
  ];
  return `<div class="tiles">${tiles.map(([value, label]) => `<div><b>${safeHtml(value)}</b><span>${safeHtml(label)}</span></div>`).join('')}</div>`;
}

const misunderstoodSection = (result: SimulationResult): string => {
  const text = result.text;
  if (text === null) return '';
  return section(
    'Typed messages',
    `The same customers typing Chinese and English through the real dialogs: surplus ${figure(text.surplus)} against ${figure(text.surplusActs)} with structured acts; hardship precision ${figure(text.hardshipPrecision)}, recall ${figure(text.hardshipRecall)}. Replies that were not understood as they were meant, those that cost most first.`,
    `<div class="words">${table(
      ['Times', 'Cost', 'Meant', 'Understood as', 'For example'],
      text.misunderstood.map(({ meant, heard, times, lost, example }) => [
        String(times),
        figure(lost, 4),
        meant,
        heard,
        example,
      ]),
    )}</div>`,
  );
};

export function resultPage({ result, against, cases }: SimulationRun): string {
  const css = readFileSync(inRepository('bot', 'staff', 'simulate', 'page', 'page.css'), 'utf8');
  const { rows, twins } = cases;
  const behaviours = groupsBy(rows, (one) => one.behaviour);
  const segments = groupsBy(rows, (one) => one.segmentId);
  const evidence = groupsBy(rows, (one) => one.evidence);
  const bargaining = behaviours.filter((share) => share.captured !== null);
  const body = [
    `<header><h1>How well this policy bargains</h1><p>Policy ${safeHtml(result.policyVersion)} · population ${safeHtml(result.populationVersion)} · channel ${result.channel}</p>${headline(result)}</header>`,
    section(
      'Surplus captured',
      'Of all that an all-knowing bargainer could have gained for the bank above no agreement, inside the same limits, this share was gained. Thick lines are 95 % intervals on the same customers; ungatedBayes knows the population and is no fair opponent.',
      surplusChart(result),
      policiesTable(result),
    ),
    Object.keys(result.stress).length === 0
      ? ''
      : section(
          'Stress sets',
          `Evidence that misleads, none at all, 65 % strategic customers, fragile households, and behaviour the engine was not built on; ${result.stressCustomers} customers a seed.`,
          stressChart(result),
        ),
    worldsSection(result),
    lostSection(result),
    section('Gates', 'What a policy must keep whatever it earns.', gatesTable(result)),
    section(
      'Who gets what: segment',
      'Customers by segment of the policy.',
      groupChart(segments, 'Surplus captured by segment'),
      groupTable(segments, 'Segment'),
    ),
    section(
      'Who gets what: behaviour',
      'Customers by how they bargain; those who never sign are in the table only.',
      groupChart(bargaining, 'Surplus captured by behaviour'),
      groupTable(behaviours, 'Behaviour'),
    ),
    section(
      'Who gets what: evidence',
      'Customers by what the bank knows of their means.',
      groupChart(evidence, 'Surplus captured by evidence'),
      groupTable(evidence, 'Evidence'),
    ),
    section(
      'Signed instalment and true capacity',
      'Each point is a signed plan. On the solid line it would take all of the capacity, on the dashed one 0.85 of it: points below leave room for a bad month.',
      capacityChart(rows),
    ),
    section(
      'Kept and broken',
      'The more of the capacity an instalment takes, the more plans break.',
      burdenChart(rows),
    ),
    section(
      'Fairness twins',
      'The same person twice, evidence included: once honest, once naming half. Points on the line were treated alike; above it on the left, stubbornness cost the customer more in all.',
      twinsChart(twins),
      twinsTable(twins),
    ),
    gambitsSection(result),
    misunderstoodSection(result),
    against === null
      ? ''
      : section(
          `Against ${against.policyVersion}`,
          'The same customers under the other policy.',
          headline(against),
          policiesTable(against),
          gatesTable(against),
        ),
  ];
  return `<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Simulation of ${safeHtml(result.policyVersion)}</title><style>${css}</style></head><body><main>${body.join('\n')}</main></body></html>\n`;
}
