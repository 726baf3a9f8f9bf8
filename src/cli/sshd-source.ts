import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { diskSnapshot } from '../files/disk';
import type { Snapshot } from '../files/snapshot';
import { UserError } from './io';

export interface SshdOptions {
  /** A path. */
  readonly sshdConfig: string | undefined;
  /** False with `--no-sshd`. */
  readonly sshd: boolean;
}

/** What was asked for, else the one beside a directory named …/etc/fail2ban. */
export function sshdConfigFor(directory: string, { sshd, sshdConfig }: SshdOptions): string | undefined {
  if (!sshd) return undefined;
  if (sshdConfig !== undefined) {
    if (existsSync(sshdConfig)) return sshdConfig;
    throw new UserError(`${sshdConfig} does not exist`, 'name the sshd_config, or say --no-sshd');
  }
  const absolute = resolve(directory);
  if (basename(absolute) !== 'fail2ban' || basename(dirname(absolute)) !== 'etc') return undefined;
  const beside = join(directory, '..', 'ssh', 'sshd_config');
  return existsSync(beside) ? beside : undefined;
}

/** The files around an sshd_config. Links that lead out of the root of an image aren't followed. */
export function sshdSnapshot(sshdConfig: string): Snapshot {
  const directory = dirname(sshdConfig);
  const absolute = resolve(directory);
  const root = /^(.+)\/etc\/ssh$/.exec(absolute)?.[1];
  return diskSnapshot(directory, root);
}
