import type { SshdDirective } from '../sshd/read';
import type { Sshd } from '../sshd/sshd';
import { bannedPorts } from './ban-reach';
import { bansOf } from './jail-bans';
import type { Jail } from './model';

/** A port sshd listens on, and the line that says so. */
export interface SshdPort {
  readonly port: number;
  readonly line: SshdDirective | undefined;
}

/** The ports on which sshd can be reached from elsewhere; none where it would not start. */
export function sshdPorts(sshd: Sshd): readonly SshdPort[] {
  const { settings, refusals } = sshd.evaluate();
  if (refusals.length > 0) return [];
  const found = new Map<number, SshdPort>();
  const listen = settings.find(({ field }) => field === 'listenaddress');
  const ports = settings.find(({ field }) => field === 'port');
  const lines = [...(listen?.origins ?? []), ...(ports?.origins ?? [])];
  for (const address of listen?.values ?? []) {
    if (/^(?:127\.|\[::1\]|localhost:)/.test(address)) continue;
    const port = Number(/:(\d+)(?: rdomain .*)?$/.exec(address)?.[1]);
    if (Number.isNaN(port) || found.has(port)) continue;
    const isNamed = (each: SshdDirective) =>
      each.file.text.slice(each.valueSpan.start, each.valueSpan.end).includes(String(port));
    found.set(port, { port, line: lines.find(isNamed) });
  }
  return [...found.values()];
}

/** Whether bans of these jails close a port; undefined where nobody can tell. */
export function closesPort(jails: readonly Jail[], port: number): boolean | undefined {
  let isKnown = true;
  for (const jail of jails) {
    const bans = bansOf(jail);
    if (bans === undefined) return undefined;
    for (const action of bans) {
      const ports = bannedPorts(action);
      if (ports === undefined) return true;
      for (const each of ports) {
        const range = portRange(each);
        if (range === undefined) isKnown = false;
        else if (range[0] <= port && port <= range[1]) return true;
      }
    }
  }
  return isKnown ? false : undefined;
}

/** `22`, `2200:2210`, `2200-2210`, `ssh`; other names come from a list of the host. */
function portRange(text: string): readonly [first: number, last: number] | undefined {
  if (text === 'ssh') return [22, 22];
  if (/^(?:https?|smtp|imaps?|pop3s?|ftp)$/.test(text)) return [0, 0];
  const [, first, last] = /^(\d{1,5})(?:[:-](\d{1,5}))?$/.exec(text) ?? [];
  return first === undefined ? undefined : [Number(first), Number(last ?? first)];
}
