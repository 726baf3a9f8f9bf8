import { closestName } from '../../text/closest-name';
import type { NamedRule } from './comment';
import type { PlacedComment } from './comment-lines';

/** A name in a comment, and what is to be said of it. */
export interface DirectiveRule extends NamedRule {
  /** There is no such rule or group; or none that a comment may switch off. */
  readonly isUnknown: boolean;
  /** The name that was meant, if there is one like it. */
  readonly meant: string | undefined;
}

/** A comment of f2blint, judged. */
export interface Directive extends Omit<PlacedComment, 'rules'> {
  readonly rules: readonly DirectiveRule[];
  /** Its last day is over. */
  readonly isExpired: boolean;
}

/** The group whose findings are about comments: no comment switches them off. */
const ownGroup = 'suppression/';

export function isAboutComments(rule: string): boolean {
  return rule.startsWith(ownGroup);
}

/** How many unknown names are compared with all others. */
const mostUnknown = 100;

/** Judges comments. `today` is a date, `2026-11-21`; without it nothing expires. */
export function judgeComments(
  comments: readonly PlacedComment[],
  knownRules: ReadonlySet<string>,
  today: string | undefined,
): readonly Directive[] {
  const groups = new Set([...knownRules].map(groupOf));
  const names = [...knownRules, ...groups].filter(name => !isAboutComments(name));
  const known = new Set(names);
  const meant = new Map<string, string | undefined>();
  function meantBy(name: string): string | undefined {
    if (meant.has(name) || meant.size >= mostUnknown || isAboutComments(name)) return meant.get(name);
    // a slip of the pen makes no group of a rule
    const alike = names.filter(each => each.endsWith('*') === name.endsWith('*'));
    const found = alike.find(each => each.endsWith(`/${name}`)) ?? closestName(name, alike);
    meant.set(name, found);
    return found;
  }
  return comments.map(comment => ({
    ...comment,
    rules: comment.rules.map(rule => {
      const isUnknown = !known.has(rule.name);
      return { ...rule, isUnknown, meant: isUnknown ? meantBy(rule.name) : undefined };
    }),
    isExpired: comment.until !== undefined && today !== undefined && comment.until.date < today,
  }));
}

/** Whether a comment has any effect. */
export function isInForce({ fault, isExpired }: Directive): boolean {
  return fault === undefined && !isExpired;
}

/** The names under which a comment may have a rule: its own, and that of its group. */
export function namesOf(rule: string): readonly [own: string, group: string] {
  return [rule, groupOf(rule)];
}

/** Whether a name in a comment has a rule: as its own name, or as that of its group. A group has itself. */
export function covers(name: string, rule: string): boolean {
  return namesOf(rule).includes(name);
}

function groupOf(rule: string): string {
  return `${rule.slice(0, rule.indexOf('/'))}/*`;
}
