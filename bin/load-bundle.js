const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { Script } = require('node:vm');

/**
 * Loads a bundle, plain ASCII with the wrapper of a CommonJS module around it. Where there is the code that was compiled when f2blint
 * was built it is used, as compiling takes a good part of a run; V8 refuses what another version made, and compiles anew. Gives the
 * exports and the script.
 */
function loadBundle(file) {
  const cachedData = readIfThere(`${file}.cache`);
  const script = new Script(readFileSync(file, 'latin1'), { filename: file, cachedData });
  const bundle = { exports: {} };
  script.runInThisContext()(bundle.exports, createRequire(file), bundle, file, dirname(file));
  return { exports: bundle.exports, script };
}

function readIfThere(file) {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** A run is over before the optimising compiler of Node 20 pays for itself (measured with `npm run bench`). */
function optimizeLater() {
  if (process.version.startsWith('v20.')) require('node:v8').setFlagsFromString('--interrupt-budget=1000000');
}

module.exports = { loadBundle, optimizeLater };
