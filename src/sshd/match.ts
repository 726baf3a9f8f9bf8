import { closestName } from '../text/closest-name';
import { quote } from '../text/excerpt';
import type { Span } from '../text/span';
import { badAddressEntry, matchesAddressList } from './address-list';
import type { Connection } from './connection';
import { matchList } from './pattern';
import { readPort } from './port';
import type { SshdDirective } from './read';
import type { Problem } from './refusal';
import { tokenAt } from './token';

const kinds = ['user', 'group', 'host', 'address', 'localaddress', 'localport', 'rdomain'] as const;
type Kind = (typeof kinds)[number];

/** One condition of a `Match` line: all of a line must hold. */
export interface Criterion {
  readonly kind: Kind | 'all';
  /** A comma-separated list; empty for `all`. */
  readonly list: string;
}

/** The conditions of a `Match` line. */
export interface Conditions {
  readonly criteria: readonly Criterion[];
  /** What sshd refuses the line for. */
  readonly problem?: Problem;
}

/** Criteria that sshd learnt after 9.2, and from which release on. */
const newerKinds: ReadonlyMap<string, string> = new Map([
  ['invalid-user', '9.9'],
  ['version', '10.0'],
]);

/** Reads the criteria of a `Match` line (`match_cfg_line` of OpenSSH 9.2's servconf.c). `exec` is for ssh, not for sshd: it is never run. */
export function readConditions(match: SshdDirective): Conditions {
  const rest = match.rest ?? '';
  const criteria: Criterion[] = [];
  const fail = (message: string, span?: Span, since?: string): Conditions => ({
    criteria,
    problem: {
      message,
      span:
        span === undefined
          ? match.keywordSpan
          : { start: span.start + match.restStart, end: span.end + match.restStart },
      ...(since !== undefined && { since }),
    },
  });
  let next: number | undefined = 0;
  while (next !== undefined) {
    const name = tokenAt(rest, next);
    if (name === undefined || name.text.startsWith('#')) break;
    if (name.text === '') {
      if (name.next !== undefined && name.next < rest.length)
        return fail(`${quote(rest.slice(name.next))} is too much`, { start: name.next, end: rest.length });
      break;
    }
    const kind = name.text.toLowerCase();
    const list = name.next === undefined ? undefined : tokenAt(rest, name.next);
    const hasList = list !== undefined && list.text !== '' && !list.text.startsWith('#');
    if (kind === 'all') {
      if (criteria.length > 0 || hasList) return fail('"all" must stand alone', name.span);
      return { criteria: [{ kind: 'all', list: '' }] };
    }
    if (!hasList) return fail(`there is nothing to match behind ${quote(name.text)}`, name.span);
    const known = kinds.find(each => each === kind);
    if (known === undefined) return fail(describeUnknown(name.text), name.span, newerKinds.get(kind));
    const problem = problemOf(known, list.text);
    if (problem !== undefined) return fail(problem, list.span);
    criteria.push({ kind: known, list: list.text });
    next = list.next;
  }
  return criteria.length === 0 ? fail('Match without a criterion') : { criteria };
}

function describeUnknown(name: string): string {
  if (name.toLowerCase() === 'exec') return 'Match exec is for ssh_config; sshd runs nothing';
  const close = closestName(name, kinds);
  return `Match knows no criterion ${quote(name)}${close === undefined ? '' : `; did you mean ${close}?`}`;
}

function problemOf(kind: Kind, list: string): string | undefined {
  if (kind === 'localport') return readPort(list) === undefined ? `${quote(list)} is no port` : undefined;
  if (kind !== 'address' && kind !== 'localaddress') return undefined;
  const bad = badAddressEntry(list);
  if (bad === undefined) return undefined;
  return bad === ''
    ? 'an entry of the list is empty'
    : `${quote(bad)} has bits set behind its mask, or a mask that is too long`;
}

/** Whether the conditions of a `Match` line hold. What isn't known of the connection fits no criterion. */
export function holds({ criteria, problem }: Conditions, connection: Connection): boolean {
  return problem === undefined && criteria.every(criterion => fits(criterion, connection));
}

function fits({ kind, list }: Criterion, connection: Connection): boolean {
  const { user, groups, host, address, localAddress, localPort, rdomain } = connection;
  switch (kind) {
    case 'all':
      return true;
    case 'user':
      return user !== undefined && matchList(user, list) === 'matches';
    case 'group': {
      const found = (groups ?? []).map(group => matchList(group, list));
      return found.includes('matches') && !found.includes('excluded');
    }
    case 'host':
      return host !== undefined && matchList(host.toLowerCase(), list.toLowerCase()) === 'matches';
    case 'address':
      return address !== undefined && matchesAddressList(address, list);
    case 'localaddress':
      return localAddress !== undefined && matchesAddressList(localAddress, list);
    case 'localport':
      return localPort !== undefined && readPort(list) === localPort;
    case 'rdomain':
      return rdomain !== undefined && matchList(rdomain, list) === 'matches';
  }
}
