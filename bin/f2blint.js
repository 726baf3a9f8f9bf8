#!/usr/bin/env node

if (process.argv.length === 3 && process.argv[2] === '--version') {
  // nothing else is loaded: scripts ask for the version often
  console.log(require('../package.json').version);
} else {
  // a run is over before the optimising compiler of Node 20 pays for itself: it takes a third of the time (docs/performance.md)
  if (process.version.startsWith('v20.')) require('node:v8').setFlagsFromString('--interrupt-budget=1000000');
  require('../dist/cli.js').start();
}
