// One suite for the whole house. TypeScript is turned by swc; types are checked by `npm run check`.
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  transform: {
    '^.+\\.[tj]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(lowdb|steno|temporal-polyfill|temporal-spec|temporal-utils|intl-messageformat|@formatjs|openid-client|oauth4webapi|jose)/)',
  ],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.stryker-tmp'],
  setupFiles: ['<rootDir>/test/seeds.ts'],
  maxWorkers: 2,
  // A worker that has grown is replaced before the next file: whole suites of one process came near its heap's limit.
  workerIdleMemoryLimit: '1500MB',
  testTimeout: 30000,
};
