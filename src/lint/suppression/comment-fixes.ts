import type { Fix } from '../fix';
import { atSpan } from '../place';
import type { Directive, DirectiveRule } from './directive';

/** Takes a comment out, with its line. With a `decision` only where the admin asks for it. */
export function removeComment({ file, span }: Directive, decision?: string): Fix {
  return {
    title: 'remove the comment',
    edits: [{ kind: 'remove-lines', at: atSpan(file, span) }],
    changes: [],
    ...(decision !== undefined && { decision }),
  };
}

/** Takes one name out of a comment; the comment where it has no other. */
export function removeName(directive: Directive, rule: DirectiveRule, decision?: string): Fix {
  const { rules, file } = directive;
  const index = rules.indexOf(rule);
  const [before, after] = [rules[index - 1], rules[index + 1]];
  if (before === undefined && after === undefined) return removeComment(directive, decision);
  const span =
    before === undefined
      ? { start: rule.span.start, end: after!.span.start }
      : { start: before.span.end, end: rule.span.end };
  return {
    title: `take ${rule.name} out of the comment`,
    edits: [{ kind: 'replace', at: atSpan(file, span), text: '' }],
    changes: [],
    ...(decision !== undefined && { decision }),
  };
}

/** Writes something else at a place of a comment, which may take effect by it: that is for the admin to decide. */
export function rewriteComment(
  { file }: Directive,
  span: { readonly start: number; readonly end: number },
  text: string,
): Fix {
  return {
    title: `write ${text.trim()}${span.start === span.end ? ' in front of the reason' : ''}`,
    edits: [{ kind: 'replace', at: atSpan(file, span), text }],
    changes: [],
    decision: 'whether its findings may be hidden',
  };
}
