import { refuse } from './failure';
import { closeParenthesis, type GroupContext, parseBody, parseBranch } from './group-context';
import { checkName, conditionGroup, numberOfName, takeName } from './group-name';
import { type InlineFlags, isFlag, parseInlineFlags } from './inline-flags';
import { accept, advance, position, type Scanner, take } from './scanner';
import { checkLookBehindReference, closeGroup, isClosed, openGroup } from './state';
import type { BackReference, Condition, Group, LookAround, RegexNode, Sequence } from './tree';

/** A node, or a comment, or flags for the whole expression. */
export type GroupResult = RegexNode | 'comment' | InlineFlags;

function capture(context: GroupContext, name: string | null, nameStart: number): Group {
  const { state, start } = context;
  const number = openGroup(state, name, start, nameStart);
  const body = parseBody(context);
  const end = closeParenthesis(context);
  closeGroup(state, number, end, body.width);
  return { kind: 'group', start, end, number, name, atomic: false, on: '', off: '', body };
}

function withoutCapture(context: GroupContext, atomic: boolean, flags?: InlineFlags): Group {
  const on = [...(flags?.on ?? [])].join('');
  const off = [...(flags?.off ?? [])].join('');
  const verbose = (context.verbose || on.includes('x')) && !off.includes('x');
  const body = parseBody(context, verbose);
  const end = closeParenthesis(context);
  return { kind: 'group', start: context.start, end, number: null, name: null, atomic, on, off, body };
}

function namedReference(context: GroupContext): BackReference {
  const { state, start } = context;
  const name = takeName(state, ')');
  checkName(name);
  const group = numberOfName(state, name);
  if (!isClosed(state, group)) refuse('open-group', name.start, name.end, name.name);
  checkLookBehindReference(state, group);
  const width = state.groups[group]!.width!;
  return { kind: 'reference', start, end: position(state.scanner), group, width };
}

function skipComment({ state, start }: GroupContext): 'comment' {
  const { scanner } = state;
  while (!accept(scanner, ')')) {
    if (scanner.next === null) refuse('unterminated-comment', start, start + 2);
    advance(scanner);
  }
  return 'comment';
}

function lookAround(context: GroupContext, behind: boolean, negated: boolean): LookAround {
  const { state, start } = context;
  const outermost = behind && state.lookBehindFrom === null;
  if (outermost) state.lookBehindFrom = state.groups.length;
  const body = parseBody(context);
  if (outermost) state.lookBehindFrom = null;
  const end = closeParenthesis(context);
  if (behind) state.lookBehinds.push({ start, end, width: body.width });
  return { kind: 'look', start, end, behind, negated, body };
}

function condition(context: GroupContext): Condition {
  const { state, start } = context;
  const group = conditionGroup(state, takeName(state, ')'));
  checkLookBehindReference(state, group);
  const yes = parseBranch(context);
  let no: Sequence | null = null;
  if (accept(state.scanner, '|')) {
    no = parseBranch(context);
    const at = position(state.scanner);
    if (state.scanner.next === '|') refuse('too-many-branches', at, at + 1);
  }
  return { kind: 'condition', start, end: closeParenthesis(context), group, yes, no };
}

/** The token behind `(?`, which must not end there. */
function takeKind(scanner: Scanner): string {
  const at = position(scanner);
  return take(scanner) ?? refuse('unknown-extension', at, at, '?');
}

function refuseExtension({ state, start }: GroupContext): never {
  const end = position(state.scanner);
  return refuse('unknown-extension', start + 1, end, state.scanner.text.slice(start + 1, end));
}

function parsePythonExtension(context: GroupContext): Group | BackReference {
  const { scanner } = context.state;
  if (accept(scanner, '<')) {
    const name = takeName(context.state, '>');
    checkName(name);
    return capture(context, name.name, name.start);
  }
  if (accept(scanner, '=')) return namedReference(context);
  takeKind(scanner);
  return refuseExtension(context);
}

function parseLookBehind(context: GroupContext): LookAround {
  const kind = takeKind(context.state.scanner);
  if (kind !== '=' && kind !== '!') return refuseExtension(context);
  return lookAround(context, true, kind === '!');
}

/** Reads a group whose `(` at `context.start` was taken, up to and with its `)`. */
export function parseGroup(context: GroupContext): GroupResult {
  const { state, start } = context;
  if (!accept(state.scanner, '?')) return capture(context, null, start);
  const kind = takeKind(state.scanner);
  switch (kind) {
    case 'P':
      return parsePythonExtension(context);
    case ':':
      return withoutCapture(context, false);
    case '#':
      return skipComment(context);
    case '=':
    case '!':
      return lookAround(context, false, kind === '!');
    case '<':
      return parseLookBehind(context);
    case '(':
      return condition(context);
  }
  if (kind === '>' && state.minor >= 11) return withoutCapture(context, true);
  if (kind !== '-' && !isFlag(state, kind)) return refuseExtension(context);
  const flags = parseInlineFlags(state, kind);
  return flags.global ? flags : withoutCapture(context, false, flags);
}
