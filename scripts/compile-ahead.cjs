// Runs the bundle over the examples and keeps the code that V8 compiled for that beside it, for bin/load-bundle.js.
'use strict';

const { writeFileSync } = require('node:fs');
const { loadBundle, optimizeLater } = require('../bin/load-bundle.js');

const silent = { write() {}, writeError() {}, isTerminal: false, isErrorTerminal: false, environment: {} };

async function compileAhead(file) {
  optimizeLater();
  const { exports, script } = loadBundle(file);
  for (const format of ['text', 'json']) {
    const code = await exports.main(['lint', 'examples', '--format', format], silent);
    if (code !== 1) throw new Error(`the examples should show findings, but lint ended with ${code}`);
  }
  writeFileSync(`${file}.cache`, script.createCachedData());
}

compileAhead(require.resolve('../dist/cli.js'));
