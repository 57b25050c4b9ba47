// Other ways to bargain are fair opponents: all but one stay inside policy and the evidence gate, and none beats the oracle there.
import { baselines, compliantNames } from '../../../../../data/domain/simulation/baselines';
import { converse } from '../../../../../data/domain/simulation/conversation';
import { evidenceGateFen } from '../../../../../data/domain/simulation/evidenceGate';
import { drawBookFacts } from '../../../../../data/domain/simulation/population/bookFacts';
import { drawCustomer } from '../../../../../data/domain/simulation/population/customers';
import { drawPopulation } from '../../../../../data/domain/simulation/population/drawPopulation';
import { simulateCases } from '../../../../../data/domain/simulation/simulateCases';
import { shippedLimits, today } from '../shipped';

const limits = shippedLimits();
const worlds = [1, 2, 3, 4, 5].map(drawPopulation);

test.each(compliantNames)('%s shows nothing above what was said and proved allows', (name) => {
  for (const population of worlds)
    for (let index = 0; index < 40; index++) {
      const customer = drawCustomer(population, drawBookFacts(population, 8, index), 8, index);
      const facts = { account: customer.account, limits, today, seed: index };
      let saidFen: number | null = null;
      for (const { turn, move } of converse(baselines(population)[name], customer, facts).steps) {
        const said = turn.slots.monthlyAmount?.max ?? turn.slots.monthlyAmount?.min;
        if (said !== undefined) saidFen = said * 100;
        if (move.kind !== 'offer') continue;
        const gateFen = evidenceGateFen(customer.account, limits, saidFen);
        for (const { instalmentFen } of move.offers) expect(instalmentFen).toBeLessThanOrEqual(gateFen + 1);
      }
    }
});

test('the one without the gate is found above it', () => {
  const above = worlds.some((population) =>
    Array.from({ length: 60 }, (_, index) => index).some((index) => {
      const customer = drawCustomer(population, drawBookFacts(population, 8, index), 8, index);
      const facts = { account: customer.account, limits, today, seed: index };
      const gateFen = evidenceGateFen(customer.account, limits, null);
      return converse(baselines(population).ungatedBayes, customer, facts).steps.some(
        ({ move }) => move.kind === 'offer' && move.offers.some(({ instalmentFen }) => instalmentFen > gateFen + 1),
      );
    }),
  );
  expect(above).toBe(true);
});

test('neither the engine nor a compliant baseline beats the oracle inside the gate, and that one not the oracle inside policy alone', () => {
  for (const population of worlds) {
    const { rows, policies } = simulateCases({ population, limits, today }, { seed: 3, from: 0, to: 60, twinEvery: 0 });
    for (const row of rows) {
      expect(row.oracleFen).toBeLessThanOrEqual(row.policyOracleFen);
      for (const name of ['engine', ...compliantNames])
        expect(row.outcomes[policies.indexOf(name)]?.worthFen).toBeLessThanOrEqual(row.oracleFen + 1e-6);
    }
  }
});
