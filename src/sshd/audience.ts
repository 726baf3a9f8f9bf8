import { readNetwork } from './address-list';
import type { Criterion } from './match';
import { matchList } from './pattern';
import type { Block } from './walk';

/** Whether root may be among those a block is for. Groups are taken for those of other people. */
export function concernsRoot(block: Block): boolean {
  const isPossible = block.conditions.criteria.every(({ kind, list }) => {
    return (kind !== 'user' && kind !== 'group') || matchList('root', list) === 'matches';
  });
  return isPossible && (block.outer === undefined || concernsRoot(block.outer));
}

/**
 * Whether a block is for few: people named one by one, or those who come from private or small networks or named hosts, or over an
 * address of the host that is private. A group counts as small unless its name says otherwise. With `besidesUsers` names of people
 * and groups don't count.
 */
export function isLimited(block: Block, besidesUsers = false): boolean {
  const own = block.conditions.criteria.some(each => limits(each, besidesUsers));
  return own || (block.outer !== undefined && isLimited(block.outer, besidesUsers));
}

const largeGroups: ReadonlySet<string> = new Set([
  'users',
  'staff',
  'everyone',
  'domain users',
  'sudo',
  'wheel',
  'admin',
  'ssh',
  'sshusers',
  'ssh-users',
  'sshd',
]);

function limits({ kind, list }: Criterion, besidesUsers: boolean): boolean {
  const entries = list.split(',').filter(entry => !entry.startsWith('!'));
  if (entries.length === 0) return true;
  switch (kind) {
    case 'all':
    case 'localport':
    case 'rdomain':
      return false;
    case 'user':
      return !besidesUsers && entries.every(entry => !/[*?]/.test(entry));
    case 'group':
      return (
        !besidesUsers && entries.every(entry => !/[*?]/.test(entry) && !largeGroups.has(entry.toLowerCase()))
      );
    case 'host':
      return entries.every(entry => /[^*?.]/.test(entry));
    case 'address':
      return entries.every(entry => isSmall(entry));
    case 'localaddress':
      return entries.every(isPrivate);
  }
}

/** A private network, or one that is small enough to belong to somebody. */
function isSmall(entry: string): boolean {
  if (isPrivate(entry)) return true;
  const network = readNetwork(entry);
  if (network === undefined || network === 'inconsistent') return /^[0-9a-f]+[.:][0-9a-f]/i.test(entry);
  return network.length >= (network.address.bits === 32 ? 16 : 32);
}

const privateNetworks = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '100.64.0.0/10',
  '::1/128',
  'fc00::/7',
  'fe80::/10',
].map(text => readNetwork(text));

/** Whether all of a network, or of a pattern such as `192.168.*`, can't be reached from the internet. */
export function isPrivate(entry: string): boolean {
  if (/^(?:10|127|192\.168|172\.(?:1[6-9]|2[0-9]|3[01])|169\.254)\.[0-9.]*[*?]/.test(entry)) return true;
  const network = readNetwork(entry);
  if (network === undefined || network === 'inconsistent') return false;
  return privateNetworks.some(each => {
    if (each === undefined || each === 'inconsistent' || each.address.bits !== network.address.bits)
      return false;
    const rest = BigInt(each.address.bits - each.length);
    return network.length >= each.length && network.address.value >> rest === each.address.value >> rest;
  });
}
