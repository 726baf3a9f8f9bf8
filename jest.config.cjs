/** Fast tests run everywhere; those under test/conformance need the real fail2ban and ../shared (see .ci/run). */
const transform = { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022' }, module: { type: 'commonjs' } }] };
const shared = { transform, testEnvironment: 'node' };

module.exports = {
  // jest leaves a core free by itself, which is half of the machine where there are two
  maxWorkers: '100%',
  testSequencer: '<rootDir>/test/longest-first.cjs',
  projects: [
    {
      ...shared,
      displayName: 'f2blint',
      testMatch: ['<rootDir>/test/**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/test/conformance/'],
    },
  ],
};
