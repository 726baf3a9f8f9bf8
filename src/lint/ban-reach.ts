import { piecesOf } from '../text/pieces';
import type { JailAction } from './jail-actions';

/** What packets a ban stops. */
export interface BanReach {
  /** Names and numbers of ports as they are given to the firewall; undefined where all are meant, or nobody can tell. */
  readonly ports: readonly string[] | undefined;
  /** `tcp`, `udp`; undefined where all are meant, or nobody can tell. */
  readonly protocols: readonly string[] | undefined;
  /** Chains or hooks the packets pass; undefined where that can't be told. */
  readonly chains: readonly string[] | undefined;
}

const known = new WeakMap<JailAction, BanReach>();

/** What the packet filter stops of a banned address, by the commands of an action. */
export function banReach(action: JailAction): BanReach {
  const found = known.get(action) ?? readReach(action);
  known.set(action, found);
  return found;
}

function readReach(action: JailAction): BanReach {
  return {
    ports: reached(action, 'port', /--d?ports? +([\w,:-]+)|\bdport +([\w-]+)/g),
    protocols: reached(action, 'protocol', /(?:^|\s)(?:-p|--protocol) +([a-z]+)/g),
    chains:
      reached(action, 'chain_hook', /\bhook +(\w+)/g) ??
      reached(action, 'chain', /(?:^|\s)(?:-I|-A|--insert|--append) +([\w-]+)/g),
  };
}

/** The value of a parameter where it stands in what is run, else what the commands say themselves. */
function reached(action: JailAction, parameter: string, literal: RegExp): readonly string[] | undefined {
  const value = action.text(parameter);
  const scripts = ['actionstart', 'actionban'].map(option => action.script(option).text);
  if (value !== undefined && value.value !== '') {
    const [written] = piecesOf(value);
    const isUsed = scripts.some(script =>
      piecesOf(script).some(({ file, start }) => file === written?.file && start === written.start),
    );
    if (isUsed) return splitList(value.value);
  }
  const found = scripts.flatMap(script => [...script.value.matchAll(literal)]);
  return found.length === 0
    ? undefined
    : [...new Set(found.flatMap(([, first, second]) => splitList(first ?? second ?? '')))];
}

function splitList(text: string): readonly string[] {
  return text
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(each => each !== '');
}
