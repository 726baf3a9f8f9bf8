import { isAtLeast, type Release } from './release';

/** A filter or action that a release no longer has. */
export interface RemovedName {
  /** The release it went with. */
  readonly release: '0.9' | '0.10' | '1.0';
  /** What to write in its place; undefined where nothing does its work. */
  readonly replacement: string | undefined;
}

type Kind = 'filter' | 'action';

/** From the files of the releases (src/knowledge/stock.ts) and, for what went before 0.9.7, the ChangeLog. */
const removed: Readonly<Record<Kind, ReadonlyMap<string, RemovedName>>> = {
  filter: new Map<string, RemovedName>([
    ['sasl', { release: '0.9', replacement: 'postfix[mode=auth]' }],
    ['couriersmtp', { release: '0.9', replacement: 'courier-smtp' }],
    ['courierlogin', { release: '0.9', replacement: 'courier-auth' }],
    ['lighttpd-fastcgi', { release: '0.9', replacement: 'suhosin' }],
    ['dovecot-pop3imap', { release: '0.9', replacement: 'dovecot' }],
    ['sshd-ddos', { release: '0.10', replacement: 'sshd[mode=ddos]' }],
    ['sshd-aggressive', { release: '0.10', replacement: 'sshd[mode=aggressive]' }],
    ['postfix-sasl', { release: '0.10', replacement: 'postfix[mode=auth]' }],
    ['postfix-rbl', { release: '0.10', replacement: 'postfix[mode=rbl]' }],
  ]),
  action: new Map<string, RemovedName>([
    ['iptables-blocktype', { release: '0.9', replacement: 'iptables' }],
    ['nftables-common', { release: '0.10', replacement: 'nftables' }],
    ['iptables-common', { release: '1.0', replacement: 'iptables' }],
    ['badips', { release: '1.0', replacement: undefined }],
    ['badips.py', { release: '1.0', replacement: undefined }],
  ]),
};

/** The removed filter or action of a name; undefined for any other name, and where the release still has it. */
export function removedName(kind: Kind, name: string, release: Release): RemovedName | undefined {
  const found = removed[kind].get(name);
  return found?.release === '1.0' && !isAtLeast(release, '1.0') ? undefined : found;
}

/** In words that follow "was removed in fail2ban 0.10": what to do about it. */
export function describeReplacement({ replacement }: RemovedName): string {
  return replacement === undefined ? 'its service is gone, so leave it out' : `use ${replacement}`;
}
