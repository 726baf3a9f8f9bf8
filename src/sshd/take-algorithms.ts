import { closestName } from '../text/closest-name';
import { quote } from '../text/excerpt';
import { matchList } from './pattern';
import { setFirst } from './state';
import { isFault, nextArgument } from './take-value';
import type { Taker } from './taker';

/** Names OpenSSH knows from a release on. */
const newer: ReadonlyMap<string, string> = new Map([
  ['mlkem768x25519-sha256', '9.9'],
  ['ssh-mldsa44-ed25519@openssh.com', '10.1'],
]);

/** A list of algorithms; `+`, `-` and `^` before it change the defaults. Of keys, patterns and short names are taken, too. */
export function algorithms(
  known: readonly string[],
  options: { readonly arePatterns?: boolean; readonly evenInactive?: boolean } = {},
): Taker {
  return taking => {
    const word = nextArgument(taking, 'the list');
    if (isFault(word)) return word;
    const list = word.text.replace(/^[+^]/, '');
    if (!word.text.startsWith('-')) {
      const names = untilEmpty(list);
      const bad = names.find(name => !known.includes(name) && !(options.arePatterns && fitsKey(name, known)));
      if (list === '') return { message: 'the list is empty', word };
      if (bad !== undefined) {
        const suggestion = closestName(bad, known);
        return { message: `${quote(bad)} is unknown to it`, word, suggestion, since: newer.get(bad) };
      }
    }
    if (taking.active || options.evenInactive) setFirst(taking.state, taking.field, [word.text], taking.line);
    return undefined;
  };
}

/** sshd looks no further than to the first name that is empty. */
function untilEmpty(list: string): readonly string[] {
  const names = list.split(',');
  const empty = names.indexOf('');
  return empty < 0 ? names : names.slice(0, empty);
}

const shortNames: ReadonlySet<string> = new Set(['rsa', 'dsa', 'ecdsa', 'ecdsa-sk', 'ed25519', 'ed25519-sk']);

function fitsKey(name: string, known: readonly string[]): boolean {
  return shortNames.has(name.toLowerCase()) || known.some(each => matchList(each, name) !== 'neither');
}

/** The list in force (`kex_assemble_names` of OpenSSH's kex.c); undefined where nothing is left, which sshd refuses. */
export function assemble(
  written: string | undefined,
  defaults: readonly string[],
  all: readonly string[],
): readonly string[] | undefined {
  if (written === undefined || written === '') return defaults;
  const list = written.slice(1);
  if (written.startsWith('-')) return defaults.filter(name => matchList(name, list) !== 'matches');
  const names = written.startsWith('+')
    ? [...defaults, ...list.split(',')]
    : written.startsWith('^')
      ? [...list.split(','), ...defaults]
      : written.split(',');
  if (names.some(name => name.startsWith('!'))) return undefined;
  const found = names.flatMap(pattern => all.filter(name => matchList(name, pattern) === 'matches'));
  return found.length === 0 ? undefined : [...new Set(found)];
}
