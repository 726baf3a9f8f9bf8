import type { Scope } from './scopes';

/** A way to log in with something that can be guessed. */
export type GuessableMethod = 'password' | 'keyboard-interactive';

/**
 * The ways to log in by guessing that sshd offers: passwords, on by default, and keyboard-interactive, on by default but empty
 * without `UsePAM yes`; neither where AuthenticationMethods asks for a key or the like as well.
 */
export function guessableMethods(scope: Scope): readonly GuessableMethod[] {
  const lists = scope.value('authenticationmethods').split(' ');
  const methods: GuessableMethod[] = [];
  if (scope.value('passwordauthentication') === 'yes' && suffices('password', lists))
    methods.push('password');
  const throughPam = scope.value('usepam') === 'yes' && scope.value('kbdinteractiveauthentication') === 'yes';
  if (throughPam && suffices('keyboard-interactive', lists)) methods.push('keyboard-interactive');
  return methods;
}

const guessable: ReadonlySet<string> = new Set(['password', 'keyboard-interactive']);

/** Each word of AuthenticationMethods lists methods all of which are needed; `any` stands for each alone. */
function suffices(method: string, lists: readonly string[]): boolean {
  return lists.some(list => {
    const names = list.split(',').map(name => name.replace(/:.*$/, ''));
    return names[0] === 'any' || (names.includes(method) && names.every(name => guessable.has(name)));
  });
}
