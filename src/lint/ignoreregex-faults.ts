import { coverageOf } from '../regex/every-line';
import { linesOf } from '../text/lines-of';
import type { Text } from '../text/text';
import { parseAddress } from '../values/address';

/** What makes an ignoreregex that compiles useless or harmful. */
export interface IgnoreregexFault {
  readonly kind: 'every-line' | 'every-address' | 'network' | 'address';
  /** The regex, a line of the option. */
  readonly text: Text;
}

/** The faults of the lines of an `ignoreregex`. */
export function ignoreregexFaults(text: Text): readonly IgnoreregexFault[] {
  return linesOf(text).flatMap(line => {
    const kind = addressKind(line.value) ?? coverageOf(line.value);
    return kind === undefined ? [] : [{ kind, text: line }];
  });
}

/** Whether a regex is nothing but addresses and networks. */
function addressKind(line: string): 'network' | 'address' | undefined {
  const words = line.split(/[\s,|]+/).filter(word => word !== '');
  if (words.length === 0 || line.length > 10_000) return undefined;
  const kinds = words.map(word => {
    const [address = '', mask] = word.split('/');
    if (parseAddress(address) !== undefined) return mask === undefined ? 'address' : 'network';
    return /^(?:\d{1,3}\.){1,3}\*$/.test(word) ? 'network' : undefined;
  });
  if (kinds.includes(undefined)) return undefined;
  return kinds.includes('network') ? 'network' : 'address';
}
