/** The tests that need the real fail2ban and ../shared; .ci/run runs them. Most start processes and wait, for minutes. */
const { projects } = require('./jest.config.cjs');
const [{ transform, testEnvironment }] = projects;

module.exports = {
  transform,
  testEnvironment,
  testMatch: ['<rootDir>/test/conformance/**/*.test.ts'],
  testTimeout: 15 * 60 * 1000,
  maxWorkers: 2,
  testSequencer: '<rootDir>/test/longest-first.cjs',
};
