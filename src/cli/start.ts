import { exitCode } from './io';
import { main } from './main';

export { main };

/** Runs f2blint in this process. The exit code is set, not forced, so that a slow pipe still gets everything. */
export async function start(): Promise<void> {
  process.stdout.on('error', error => {
    // the reader of a pipe has gone, as `head` does
    if ('code' in error && error.code === 'EPIPE') process.exit(process.exitCode ?? exitCode.clean);
    throw error;
  });
  process.exitCode = await main(process.argv.slice(2), {
    write: text => void process.stdout.write(text),
    writeError: text => void process.stderr.write(text),
    isTerminal: process.stdout.isTTY === true,
    isErrorTerminal: process.stderr.isTTY === true,
    environment: process.env,
  });
}
