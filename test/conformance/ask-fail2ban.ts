import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** What Python answers: the type of a value, with the value of an int (hexadecimal) or a float, or an error's name. */
export interface Answer {
  readonly type?: string;
  readonly value?: string;
  readonly error?: string;
}

interface Asked {
  readonly times?: readonly string[];
  readonly integers?: readonly string[];
}

/**
 * Has fail2ban's `str2seconds` and Python's `int` work on texts, in one process. Throws if fail2ban is not there. Give
 * it texts of our own making only: Python runs them.
 */
export function askFail2ban(asked: Asked): {
  readonly times: readonly Answer[];
  readonly integers: readonly Answer[];
} {
  const script = join(__dirname, 'str2seconds.py');
  const options = {
    input: JSON.stringify(asked),
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    timeout: 120_000,
  } as const;
  const { status, stdout, stderr, error } = spawnSync('/usr/bin/python3', [script], options);
  if (status !== 0) throw new Error(`fail2ban's Python did not answer: ${error?.message ?? stderr}`);
  return JSON.parse(stdout);
}

/** The value of an int in an answer. */
export function exactValue({ value = '0x0' }: Answer): bigint {
  return value.startsWith('-') ? -BigInt(value.slice(1)) : BigInt(value);
}
