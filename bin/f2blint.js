#!/usr/bin/env node

if (process.argv.length === 3 && process.argv[2] === '--version') {
  // nothing else is loaded: scripts ask for the version often
  console.log(require('../package.json').version);
} else {
  const { loadBundle, optimizeLater } = require('./load-bundle.js');
  optimizeLater();
  loadBundle(require.resolve('../dist/cli.js')).exports.start();
}
