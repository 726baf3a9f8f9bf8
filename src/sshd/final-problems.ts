import type { Span } from '../text/span';
import { algorithmLists } from './defaults';
import { wrongFamily } from './listen';
import type { SshdDirective } from './read';
import type { Problem } from './refusal';
import type { InForce } from './settings';
import type { State } from './state';
import { assemble } from './take-algorithms';

/** What sshd finds wrong once it has read everything: settings that don't go together. */
export function finalProblems(
  state: State,
  settings: readonly InForce[],
): readonly (Problem & { readonly directive: SshdDirective | undefined })[] {
  const value = (field: string) => settings.find(each => each.field === field)?.values[0];
  const problems: (Problem & { readonly directive: SshdDirective | undefined })[] = [];
  const add = (field: string, message: string) => {
    const directive = state.get(field)?.origins.at(-1);
    const span: Span = directive?.valueSpan ?? { start: 0, end: 0 };
    problems.push({ message, span, directive });
  };
  const foreign = wrongFamily(
    state.get('listenaddress')?.values ?? [],
    state.get('addressfamily')?.values[0],
  );
  if (foreign !== undefined) add('listenaddress', `${foreign} is not of the family that AddressFamily names`);
  for (const [field, { defaults, all }] of algorithmLists) {
    if (assemble(state.get(field)?.values[0], defaults, all) === undefined)
      add(field, 'no algorithm is left');
  }
  for (const [field, name] of [
    ['authorizedkeyscommand', 'AuthorizedKeysCommandUser'],
    ['authorizedprincipalscommand', 'AuthorizedPrincipalsCommandUser'],
  ] as const) {
    const isSet = (state.get(field)?.values[0] ?? 'none').toLowerCase() !== 'none';
    if (isSet && !state.has(`${field}user`)) add(field, `${name} is not set with it`);
  }
  const lists = state.get('authenticationmethods')?.values ?? ['any'];
  if (lists[0] !== 'any' && !lists.some(list => isPossible(list, value)))
    add('authenticationmethods', 'each list asks for a method that is switched off');
  return problems;
}

const switches: ReadonlyMap<string, string> = new Map([
  ['publickey', 'pubkeyauthentication'],
  ['password', 'passwordauthentication'],
  ['keyboard-interactive', 'kbdinteractiveauthentication'],
  ['hostbased', 'hostbasedauthentication'],
  ['gssapi-with-mic', 'gssapiauthentication'],
  ['gssapi-keyex', 'gssapiauthentication'],
]);

function isPossible(list: string, value: (field: string) => string | undefined): boolean {
  return list.split(',').every(method => {
    const field = switches.get(method.replace(/:.*$/s, ''));
    return field === undefined || value(field) === 'yes';
  });
}
