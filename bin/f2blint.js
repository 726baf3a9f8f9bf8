#!/usr/bin/env node

if (process.argv.length === 3 && process.argv[2] === '--version') {
  // nothing else is loaded, not even a stream for standard output: scripts ask for the version often
  require('node:fs').writeSync(1, `${require('../package.json').version}\n`);
} else {
  const { loadBundle, optimizeLater } = require('./load-bundle.js');
  optimizeLater();
  loadBundle(require.resolve('../dist/cli.js')).exports.start();
}
