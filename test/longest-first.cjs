const { default: TestSequencer } = require('@jest/test-sequencer');

/** By far the longest, the longest first. */
const longest = [
  ...['trees', 'fixes', 'verdict', 'battery', 'sshd-fixes', 'regex', 'hooks'].map(
    name => `conformance/${name}`,
  ),
  ...['scripts/new-rule', 'cli/bad-input', 'package', 'preflight/hostile'],
];

/** Begins with the longest tests, so that no worker waits for them at the end. Jest knows how long they take only where it has run before. */
module.exports = class LongestFirst extends TestSequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const index = longest.findIndex(name => path.endsWith(`/test/${name}.test.ts`));
      return index < 0 ? longest.length : index;
    };
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
