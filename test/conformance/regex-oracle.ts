import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { FailregexKind } from '../../src/regex/failregex';

/** A regular expression as the client sends it, with what else the server knows by then. */
export interface RegexCase {
  readonly text: string;
  readonly kind: FailregexKind;
  readonly useDns: string;
  readonly maxlines: number;
  readonly prefregex: string;
}

/** Null if Python takes the regular expression; `at` is null where the error names no place. */
export type PythonVerdict = { readonly error: string; readonly at: number | null } | null;

interface Verdicts {
  readonly plain: readonly PythonVerdict[];
  readonly fail2ban: readonly PythonVerdict[];
}

export const DEBIAN_PYTHON = '/usr/bin/python3';
const SHARED = process.env.F2BLINT_SHARED ?? resolve(__dirname, '../../../shared');

function run(python: string, script: string, parameters: readonly string[], input: string): unknown {
  const options = { input, encoding: 'utf8', maxBuffer: 2 ** 28, timeout: 300_000 } as const;
  const answer = spawnSync(python, [join(__dirname, script), ...parameters], options);
  if (answer.status !== 0) throw new Error(`${script}: ${answer.error?.message ?? answer.stderr}`);
  return JSON.parse(answer.stdout);
}

/** Every distinct regular expression of the stock releases and of the real trees over Debian's; takes half a minute. */
export function corpusCases(): RegexCase[] {
  const trees = ['stock', 'real'].flatMap(kind => {
    const folder = join(SHARED, 'corpus', kind);
    const folders = readdirSync(folder, { withFileTypes: true }).filter(entry => entry.isDirectory());
    return folders.map(({ name }) => join(folder, name)).sort();
  });
  const base = join(SHARED, 'corpus/stock/debian-1.0.2');
  return run(DEBIAN_PYTHON, 'regex-corpus.py', [join(SHARED, 'oracle'), base, ...trees], '') as RegexCase[];
}

/** What Python's `re` says of `plain`, and fail2ban's own classes of `fail2ban`, in one process. */
export function askPython(
  plain: readonly string[],
  fail2ban: readonly RegexCase[],
  python = DEBIAN_PYTHON,
): Verdicts {
  return run(python, 'regex-driver.py', [], JSON.stringify({ plain, fail2ban })) as Verdicts;
}
