// Answers command lines in one process, for tools that ask hundreds of times: serve-cli.cjs STARTER SOCKET.
// A connection sends {args, directory}; the answer is a line with {status, stderr} and then what stands on standard output.
'use strict';

const { createServer } = require('node:net');
const { dirname, join } = require('node:path');

const [starter, socket] = process.argv.slice(2);
const { loadBundle } = require(join(dirname(starter), 'load-bundle.js'));
const { main } = loadBundle(join(dirname(starter), '../dist/cli.js')).exports;

async function answer({ args, directory }) {
  process.chdir(directory);
  const output = [];
  const errors = [];
  const status = await main(args, {
    write: text => output.push(Buffer.from(text)),
    writeError: text => errors.push(text),
    isTerminal: false,
    isErrorTerminal: false,
    environment: process.env,
  });
  return [`${JSON.stringify({ status, stderr: errors.join('') })}\n`, ...output];
}

// one after another: the working directory belongs to the whole process
let last = Promise.resolve();

function serve(connection) {
  const parts = [];
  connection.on('data', part => parts.push(part));
  connection.on('end', () => {
    last = last.then(async () => {
      for (const part of await answer(JSON.parse(Buffer.concat(parts)))) connection.write(part);
      connection.end();
    });
  });
  // who asked has given up
  connection.on('error', () => {});
}

createServer({ allowHalfOpen: true }, serve).listen(socket, () => process.stdout.write('ready\n'));
// it ends with the tool, however that ends
process.stdin.on('end', () => process.exit()).resume();
