import { concernsRoot, effectiveLines, isMatchAll } from './effective';
import { type GuessableMethod, guessableMethods } from './guessable-methods';
import type { SshdConfig, SshdDirective } from './read';

/** A line that lets root log in. */
export interface RootLogin {
  readonly directive: SshdDirective;
  /** What root can log in with besides keys; empty: with nothing that can be guessed. */
  readonly methods: readonly GuessableMethod['name'][];
  /** Whether it holds for everybody whatever the rest says: no `Match` block narrows it, no file included above can overrule it. */
  readonly certain: boolean;
}

/**
 * The `PermitRootLogin yes` lines in effect: the one that counts for everybody, or else the first of each `Match` block. A line
 * sshd refuses, such as `yes | no`, is none.
 */
export function rootLogins(config: SshdConfig): readonly RootLogin[] {
  const lines = effectiveLines(config);
  const general = lines.line('permitrootlogin');
  if (isYes(general)) {
    const methods = guessableMethods(lines);
    const certain =
      !lines.mayBeOverruled(general) && methods.some(each => !each.mayBeOff) && !isNarrowed(config);
    return [{ directive: general, methods: methods.map(each => each.name), certain }];
  }
  const blocks = config.directives.filter(each => each.keyword === 'match' && !isMatchAll(each));
  return blocks.flatMap(match => {
    const directive = lines.line('permitrootlogin', match);
    if (directive?.match !== match || !isYes(directive)) return [];
    return [{ directive, methods: guessableMethods(lines, match).map(each => each.name), certain: false }];
  });
}

function isYes(directive: SshdDirective | undefined): directive is SshdDirective {
  return directive?.words.length === 1 && directive.words[0]?.toLowerCase() === 'yes';
}

/** Whether a `Match` block takes back for some of root's logins what holds for everybody. */
function isNarrowed({ directives }: SshdConfig): boolean {
  return directives.some(({ keyword, words, match }) => {
    if (match === undefined || !concernsRoot(match)) return false;
    const value = words[0]?.toLowerCase();
    if (keyword === 'permitrootlogin') return value !== 'yes';
    return keyword === 'authenticationmethods' || (keyword === 'passwordauthentication' && value === 'no');
  });
}
