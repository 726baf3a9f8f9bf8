import { existsSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Connection } from '../sshd/connection';
import { readPort } from '../sshd/port';
import { readSshdConfig } from '../sshd/sshd';
import { paletteFor } from './color';
import { type ExitCode, exitCode, type Io, NothingFound, UserError } from './io';
import { type SshdOptions, sshdConfigFor, sshdSnapshot } from './sshd-source';

export interface ShowSshdOptions extends SshdOptions {
  /** What to connect as: `user=root,addr=10.0.0.1`. */
  readonly match: string | undefined;
  readonly format: string;
  readonly color: string;
}

/** `f2blint show sshd_config`: what `sshd -T` prints, with the origin of each value. */
export async function showSshd(
  path: string | undefined,
  options: ShowSshdOptions,
  io: Io,
): Promise<ExitCode> {
  const { format, match } = options;
  if (format !== 'text' && format !== 'json')
    throw new UserError(`there is no format ${format}`, 'one of text, json');
  const connection = match === undefined ? {} : readConnection(match);
  const config = findConfig(path, options);
  const sshd = readSshdConfig(sshdSnapshot(config), config);
  if (sshd === undefined) throw new UserError(`${config} cannot be read`);
  const evaluation = sshd.evaluate(connection);
  if (format === 'json') {
    const { sshdJson } = await import('../report/sshd-json');
    io.write(sshdJson(sshd, evaluation, connection));
  } else {
    const { sshdText } = await import('../report/sshd-text');
    io.write(sshdText(sshd, evaluation, await paletteFor(options.color, io)));
  }
  return exitCode.clean;
}

/** The file itself, the one of a root or of an ssh directory, or the one beside a fail2ban directory. */
function findConfig(path: string | undefined, options: SshdOptions): string {
  if (path === undefined && options.sshdConfig === undefined) return existing('/etc/ssh/sshd_config');
  const place = path ?? '.';
  if (!existsSync(place)) throw new UserError(`${place} does not exist`);
  if (options.sshdConfig === undefined) {
    if (!statSync(place).isDirectory() && basename(place).startsWith('sshd_config')) return place;
    for (const name of ['sshd_config', 'ssh/sshd_config', 'etc/ssh/sshd_config']) {
      if (existsSync(join(place, name))) return join(place, name);
    }
  }
  const beside = sshdConfigFor(place, { ...options, sshd: true });
  if (beside === undefined) throw new NothingFound(`there is no sshd_config beside ${place}`);
  return beside;
}

function existing(path: string): string {
  if (existsSync(path)) return path;
  throw new NothingFound(`there is no ${path}`);
}

const names: ReadonlyMap<string, keyof Connection> = new Map([
  ['user', 'user'],
  ['host', 'host'],
  ['addr', 'address'],
  ['laddr', 'localAddress'],
  ['rdomain', 'rdomain'],
]);

/** As `sshd -T -C` takes it, and `group`, which sshd would look up: once for each. */
function readConnection(text: string): Connection {
  const known = new Map<string, string>();
  const groups: string[] = [];
  let localPort: number | undefined;
  for (const part of text.split(',').filter(each => each !== '')) {
    const equals = part.indexOf('=');
    const key = part.slice(0, Math.max(0, equals));
    const value = part.slice(equals + 1);
    const name = names.get(key);
    if (name !== undefined) known.set(name, value);
    else if (key === 'group') groups.push(value);
    else if (key === 'lport') {
      localPort = readPort(value);
      if (localPort === undefined) throw new UserError(`${value} is no port`);
    } else {
      throw new UserError(
        `--match ${text} is not understood`,
        'write it as user=…,group=…,host=…,addr=…,laddr=…,lport=…,rdomain=…',
      );
    }
  }
  return {
    ...Object.fromEntries(known),
    ...(groups.length > 0 && { groups }),
    ...(localPort !== undefined && { localPort }),
  };
}
