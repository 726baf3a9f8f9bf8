import { piecesOf } from '../text/pieces';
import type { JailAction } from './jail-actions';

/**
 * Names and numbers of the ports that are closed to a banned address, as the firewall gets them; undefined where all are meant, or
 * nobody can tell.
 */
export const bannedPorts = remembered(action =>
  reached(action, 'port', /--d?ports? +([\w,:-]+)|\bdport +([\w-]+)/g),
);

/** `tcp`, `udp`; undefined where all are meant, or nobody can tell. */
export const bannedProtocols = remembered(action =>
  reached(action, 'protocol', /(?:^|\s)(?:-p|--protocol) +([a-z]+)/g),
);

/** Chains or hooks in which a banned address is stopped; undefined where that can't be told. */
export const banChains = remembered(
  action =>
    reached(action, 'chain_hook', /\bhook +(\w+)/g) ??
    reached(action, 'chain', /(?:^|\s)(?:-I|-A|--insert|--append) +([\w-]+)/g),
);

type Reached = readonly string[] | undefined;

function remembered(find: (action: JailAction) => Reached): (action: JailAction) => Reached {
  const known = new WeakMap<JailAction, { readonly reached: Reached }>();
  return action => {
    const found = known.get(action) ?? { reached: find(action) };
    known.set(action, found);
    return found.reached;
  };
}

/** The value of a parameter where it stands in what is run, else what the commands say themselves. */
function reached(action: JailAction, parameter: string, literal: RegExp): Reached {
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
