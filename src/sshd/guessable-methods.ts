import type { EffectiveLines } from './effective';
import type { SshdDirective } from './read';

/** A way to log in with something that can be guessed. */
export interface GuessableMethod {
  readonly name: 'password' | 'keyboard-interactive';
  /** Whether a file that is included might switch it off. */
  readonly mayBeOff: boolean;
}

/**
 * The ways to log in by guessing that sshd offers: passwords, on by default, and keyboard-interactive, on by default but empty
 * without `UsePAM yes`; neither where AuthenticationMethods asks for a key or the like as well. With `match` for the people of that
 * block.
 */
export function guessableMethods(lines: EffectiveLines, match?: SshdDirective): readonly GuessableMethod[] {
  const lists = lines.line('authenticationmethods', match)?.words ?? ['any'];
  const passwords = lines.line('passwordauthentication', match);
  const interactive = lines.line('kbdinteractiveauthentication', match);
  const methods: GuessableMethod[] = [];
  if (isOn(passwords, true) && suffices('password', lists)) {
    methods.push({ name: 'password', mayBeOff: lines.mayBeOverruled(passwords) });
  }
  const throughPam = isOn(lines.line('usepam', match), false) && isOn(interactive, true);
  if (throughPam && suffices('keyboard-interactive', lists)) {
    methods.push({ name: 'keyboard-interactive', mayBeOff: lines.mayBeOverruled(interactive) });
  }
  return methods;
}

function isOn(line: SshdDirective | undefined, fallback: boolean): boolean {
  return line === undefined ? fallback : line.words[0]?.toLowerCase() === 'yes';
}

const guessable: ReadonlySet<string> = new Set(['password', 'keyboard-interactive']);

/** Each word of AuthenticationMethods lists methods all of which are needed; `any` stands for each alone. */
function suffices(method: string, lists: readonly string[]): boolean {
  return lists.some(list => {
    const names = list.split(',').map(name => name.replace(/:.*$/, '').toLowerCase());
    return names[0] === 'any' || (names.includes(method) && names.every(name => guessable.has(name)));
  });
}
