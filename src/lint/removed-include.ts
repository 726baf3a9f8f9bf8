import { type RemovedName, removedName } from '../knowledge/removed-names';
import type { MissingInclude } from './missing-includes';
import type { Model } from './model';

/** The removed file that a missing include asks for: `iptables-common.conf`. Undefined where it is none. */
export function removedInclude({ setup }: Model, { name, kind }: MissingInclude): RemovedName | undefined {
  if (kind !== 'filter' && kind !== 'action') return undefined;
  return removedName(kind, name.replace(/\.(?:conf|local)$/, ''), setup.release);
}
