import { concernsRoot } from './audience';
import { type GuessableMethod, guessableMethods } from './guessable-methods';
import { matchesPattern } from './pattern';
import type { SshdDirective } from './read';
import { type Scope, scopesOf } from './scopes';
import type { Sshd } from './sshd';

/** A line that lets root log in. */
export interface RootLogin {
  readonly directive: SshdDirective;
  /** The `Match` line it stands below. */
  readonly match: SshdDirective | undefined;
  /** What root can log in with besides keys; empty: with nothing that can be guessed. */
  readonly methods: readonly GuessableMethod[];
  /** What may keep root out all the same. */
  readonly unless: 'list' | 'block' | 'unread' | undefined;
}

/** The `PermitRootLogin yes` lines in effect: the one that counts for everybody, or else the one of each `Match` block that may be for root. */
export function rootLogins(sshd: Sshd): readonly RootLogin[] {
  const [general, ...blocks] = scopesOf(sshd);
  if (general === undefined) return [];
  const line = yesLine(general);
  if (line !== undefined) {
    const match = sshd.walk.steps.find(step => step.directive === line)?.block?.match;
    return [
      {
        directive: line,
        match,
        methods: guessableMethods(general),
        unless: unlessFor(sshd, general, blocks, line),
      },
    ];
  }
  return blocks.flatMap(scope => {
    const directive = scope.ownLine('permitrootlogin');
    const { match } = scope.block!;
    if (directive === undefined || scope.value('permitrootlogin') !== 'yes' || !concernsRoot(scope.block!))
      return [];
    return [{ directive, match, methods: guessableMethods(scope), unless: 'block' as const }];
  });
}

function yesLine(scope: Scope): SshdDirective | undefined {
  return scope.value('permitrootlogin') === 'yes' ? scope.line('permitrootlogin') : undefined;
}

function unlessFor(
  sshd: Sshd,
  general: Scope,
  blocks: readonly Scope[],
  line: SshdDirective,
): RootLogin['unless'] {
  const at = sshd.walk.steps.findIndex(step => step.directive === line);
  if (sshd.walk.unread.some(each => each.before <= at)) return 'unread';
  if (isKeptOut(sshd)) return 'list';
  return blocks.some(scope => concernsRoot(scope.block!) && isStricter(scope, general)) ? 'block' : undefined;
}

/** Whether root is not among those who may log in, or among those who may not. */
function isKeptOut(sshd: Sshd): boolean {
  const { settings } = sshd.evaluate();
  const listed = (field: string) => settings.find(each => each.field === field)?.values ?? [];
  const fits = (field: string) =>
    listed(field).some(entry => matchesPattern('root', entry.replace(/@.*$/, '')));
  const isNotAmong = (field: string) => listed(field).length > 0 && !fits(field);
  return isNotAmong('allowusers') || isNotAmong('allowgroups') || fits('denyusers') || fits('denygroups');
}

/** Whether a block takes back for some of root's logins what holds for everybody. */
function isStricter(scope: Scope, general: Scope): boolean {
  const differs = (field: string) => scope.value(field) !== general.value(field);
  if (scope.value('permitrootlogin') !== 'yes' || differs('authenticationmethods')) return true;
  return differs('passwordauthentication') && scope.value('passwordauthentication') === 'no';
}
