// `npm run mutation`: changes one thing at a time in the code that decides what a customer pays, and asks whether a test
// notices. One file: `npm run mutation -- --mutate data/domain/offer/yearlyRate.ts`. Results and how to read them:
// data/domain/negotiation/README.md.
const domain = 'data/domain';

export default {
  mutate: [
    // the schedule: what each instalment comes to, when it falls due, what all of it costs a year
    `${domain}/offer/instalmentSchedule.ts`,
    `${domain}/offer/instalmentAmounts.ts`,
    `${domain}/offer/yearlyRate.ts`,
    `${domain}/negotiation/offers/dueDates.ts`,
    // the limits and the legal ceilings above them
    `${domain}/money/legalCeilings.ts`,
    `${domain}/limits/policyLimits.ts`,
    `${domain}/limits/policyFields.ts`,
    `${domain}/limits/policyProblems.ts`,
    // the filters an offer goes through: who may have one, policy and authority, evidence, the last check, the ratchet
    `${domain}/negotiation/offers/eligibility.ts`,
    `${domain}/negotiation/offers/offerGrid.ts`,
    `${domain}/negotiation/offers/prices.ts`,
    `${domain}/negotiation/offers/gate.ts`,
    `${domain}/negotiation/offers/freeTime.ts`,
    `${domain}/negotiation/offers/candidateOffers.ts`,
    `${domain}/negotiation/offers/bounds.ts`,
    `${domain}/negotiation/offers/priceOffer.ts`,
    `${domain}/negotiation/answer/table.ts`,
  ],
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  coverageAnalysis: 'perTest',
  jest: {
    configFile: 'jest.config.js',
    // One file holds the tests; which of them reach a mutant is known from coverage, not worked out from imports.
    enableFindRelatedTests: false,
    config: {
      roots: ['<rootDir>/test/data/domain'],
      testMatch: ['**/domain/mutationTests.ts'],
    },
  },
  // What the domain and its tests need, and nothing else, is copied for the run.
  ignorePatterns: ['/*', '!/data', '!/test', '/test/*', '!/test/data', '!/jest.config.js', '!/package.json'],
  concurrency: 1,
  // A runner that has loaded the tests some dozens of times has grown slow.
  maxTestRunnerReuse: 40,
  // Generous, because a mutant that is only slow must not pass for one that was found out.
  timeoutMS: 15_000,
  timeoutFactor: 2,
  incremental: true,
  incrementalFile: 'test-output/mutation/incremental.json',
  reporters: ['progress-append-only', 'clear-text', 'html', 'json'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  htmlReporter: { fileName: 'test-output/mutation/report.html' },
  jsonReporter: { fileName: 'test-output/mutation/report.json' },
  thresholds: { high: 95, low: 90, break: 90 },
  warnings: { slow: false },
  checkers: [],
};
