import { fstatSync, statSync, writeSync } from 'node:fs';
import { exitCode } from './io';
import { main } from './main';

export { main };

/** Whether a stream still has something to write. */
let streams = false;

/** Runs f2blint in this process and ends it. Only a slow pipe is waited for: V8 would tidy up for a while before Node ends by itself. */
export async function start(): Promise<void> {
  process.exitCode = await main(process.argv.slice(2), {
    write: text => writeTo(1, text),
    writeError: text => writeTo(2, text),
    get isTerminal() {
      return isTerminal(1);
    },
    get isErrorTerminal() {
      return isTerminal(2);
    },
    environment: process.env,
  });
  if (!streams) process.exit();
}

/** `node:tty` brings the network and streams along, so it is only asked about what may be a terminal. */
function isTerminal(descriptor: number): boolean {
  try {
    const file = fstatSync(descriptor);
    if (!file.isCharacterDevice()) return false;
    if (file.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev) return false;
  } catch {
    return false;
  }
  const { isatty }: typeof import('node:tty') = require('node:tty');
  return isatty(descriptor);
}

/** Writes straight to a descriptor, as opening a stream takes long; only where that would have to wait a stream takes over. */
function writeTo(descriptor: 1 | 2, text: string | Uint8Array): void {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  let written = 0;
  try {
    while (written < bytes.length) written += writeSync(descriptor, bytes, written);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // the reader of a pipe has gone, as `head` does
    if (code === 'EPIPE') process.exit(process.exitCode ?? exitCode.clean);
    if (code !== 'EAGAIN') throw error;
    streams = true;
    (descriptor === 1 ? process.stdout : process.stderr).write(bytes.subarray(written));
  }
}
