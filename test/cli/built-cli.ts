import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';
import { temporaryDirectory } from '../temporary-directory';

const project = resolve(__dirname, '../..');

/** What a command line did. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Builds the command line from the sources, with its starter beside it as in the package. Gives the path of the starter.
 * Not to be called within a test.
 */
export function builtCli(): string {
  const directory = temporaryDirectory();
  for (const name of ['bin', 'package.json', 'scripts/compile-ahead.cjs'])
    cpSync(join(project, name), join(directory, name), { recursive: true });
  buildSync({
    entryPoints: { cli: join(project, 'src/cli/start.ts') },
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    outdir: join(directory, 'dist'),
    // bin/load-bundle.js wants it so
    banner: { js: '(function (exports, require, module, __filename, __dirname) {' },
    footer: { js: '});' },
    logLevel: 'warning',
  });
  execFileSync(process.execPath, [join(directory, 'scripts/compile-ahead.cjs')], { cwd: project });
  return join(directory, 'bin/f2blint.js');
}

/** Runs a built command line. A run of more than `seconds` is ended and has no status. */
export function runCli(script: string, args: readonly string[], seconds = 60, input = ''): Run {
  return run(script, args, seconds, { input });
}

/** The same without the rights of root, which may read everything. */
export function runAsAnyone(script: string, args: readonly string[], seconds = 60): Run {
  return run(script, args, seconds, process.getuid?.() === 0 ? { uid: nobody, gid: nobody } : {});
}

const nobody = 65534;

function run(
  script: string,
  args: readonly string[],
  seconds: number,
  how: { readonly uid?: number; readonly gid?: number; readonly input?: string },
): Run {
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], {
    input: '',
    ...how,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
    timeout: seconds * 1000,
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, stdout, stderr };
}
