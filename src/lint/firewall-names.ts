import type { ActionUse } from '../resolve/jail';

/** A chain or set that an action makes, as its command names it. */
export interface FirewallName {
  readonly kind: 'iptables chain' | 'ipset';
  readonly name: string;
  /** What the kernel allows (XT_EXTENSION_MAXNAMELEN, IPSET_MAXNAMELEN). */
  readonly longest: number;
}

const makesChain = /(?:\s-N|--new-chain|--add-chain \S{1,40} \S{1,40})\s{1,20}([^\s;|]+)/g;
const makesSet =
  /ipset\s{1,20}(?:-\S{1,40}\s{1,20}){0,5}(?:--?create|create|-N)\s{1,20}([^\s;|]+)|--new-ipset=(\S+)/g;

/** The chains and sets that the start of an action makes, for IPv4 and IPv6. */
export function firewallNames({ texts }: Extract<ActionUse, { kind: 'command' }>): readonly FirewallName[] {
  const start = texts.get('actionstart')?.value ?? '';
  const found: FirewallName[] = [];
  for (const match of start.matchAll(makesChain)) {
    for (const name of expand(match[1]!)) found.push({ kind: 'iptables chain', name, longest: 28 });
  }
  for (const match of start.matchAll(makesSet)) {
    for (const name of expand(match[1] ?? match[2]!)) found.push({ kind: 'ipset', name, longest: 31 });
  }
  return found;

  /** A name that differs between IPv4 and IPv6 is left as a tag for the server. */
  function expand(written: string): readonly string[] {
    const [, tag] = /^<([\w-]+)>$/.exec(written) ?? [];
    const names =
      tag === undefined ? [written] : [tag, `${tag}?family=inet6`].map(key => texts.get(key)?.value ?? '');
    return names
      .map(name => name.replaceAll('<name>', texts.get('name')?.value ?? ''))
      .filter(name => name !== '' && !/[<>$`"']/.test(name));
  }
}
