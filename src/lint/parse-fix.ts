import { directoryOf, joinPath } from '../files/posix-path';
import type { Reader } from '../knowledge/known-option';
import { isKnownOption } from '../knowledge/options';
import type { Setup } from '../resolve/setup';
import type { SourceFile } from '../resolve/source';
import { sectionAt } from '../syntax/option-at';
import { explainRejectedLine } from '../syntax/rejected-line';
import type { SyntaxProblem, SyntaxTree } from '../syntax/tree';
import { excerpt } from '../text/excerpt';
import type { Span } from '../text/span';
import { lineEndOf } from '../text/whole-lines';
import type { DeclaredChange, Edit, Fix } from './fix';
import { commentOut, isAmongFirst } from './line-fixes';
import { atSpan } from './place';
import type { TreeFile } from './tree-files';

/** The fix for a line that the parser rejects: what it was meant to be where that is plain, else a comment. */
export function parseFix(
  setup: Setup,
  { file, kind }: TreeFile,
  { kind: problem, span }: SyntaxProblem,
): Fix | undefined {
  const { tree } = file;
  if (!isAmongFirst(tree, span.start)) return undefined;
  const replace = (start: number, end: number, text: string): Edit => ({
    kind: 'replace',
    at: atSpan(file, { start, end }),
    text,
  });
  switch (problem) {
    case 'byte-order-mark':
      return {
        title: 'delete the byte order mark',
        edits: [replace(span.start, span.end, '')],
        changes: allChanges(tree),
      };
    case 'missing-header':
      return headerFix(setup, file, kind, span);
    case 'empty-key':
      return asComment(file, span);
    case 'no-delimiter':
      break;
    default:
      return undefined;
  }
  const text = tree.text.slice(span.start, span.end);
  if (explainRejectedLine(tree, span) === 'conflict-marker') return conflictFix(file, span);
  const section = sectionAt(tree, span.start)?.name ?? 'DEFAULT';
  const [, name] = /^\[([\w.-]+)[)}>]?$/.exec(text) ?? [];
  if (name !== undefined) {
    const changes = [{ section }, { section: name }];
    return {
      title: `write [${excerpt(name)}]`,
      edits: [replace(span.start, span.end, `[${name}]`)],
      changes,
    };
  }
  const [, key, blank, value] = /^(\w[\w.]*)([ \t]+)([^\s].*)$/.exec(text) ?? [];
  if (key !== undefined && readersOf(kind, section).some(each => isKnownOption(each, key.toLowerCase()))) {
    const at = span.start + key.length;
    return {
      title: `write ${excerpt(`${key} = ${value}`)}`,
      edits: [replace(at, at + blank!.length, ' = ')],
      changes: [{ section, option: key.toLowerCase() }],
      // several words may be a remark
      ...(/\s/.test(value!) && { decision: `whether ${key} is meant` }),
    };
  }
  return asComment(file, span);
}

function asComment(file: SourceFile, span: Span): Fix {
  return {
    title: 'make a comment of this line',
    edits: [commentOut(file, span)],
    changes: [],
    decision: 'whether this line is needed',
  };
}

/** A header above the options that stand before the first section. */
function headerFix(
  { sources }: Setup,
  file: SourceFile,
  kind: TreeFile['kind'],
  { start }: Span,
): Fix | undefined {
  const { text, sections } = file.tree;
  const end = sections[0]?.header.start ?? text.length;
  const lines = text.slice(start, end).split(/[\r\n]+/);
  const names = lines.flatMap(line => /^(\w[\w.]*)\s*[=:]/.exec(line)?.[1]?.toLowerCase() ?? []);
  if (names.length === 0) return undefined;
  const isInclude = names.every(name => isKnownOption('includes', name));
  const section = isInclude ? 'INCLUDES' : kind === 'jail' ? 'DEFAULT' : 'Definition';
  if (sections.some(({ name }) => name === section && name !== 'DEFAULT')) return undefined;
  const included = lines
    .flatMap(line => /[=:]\s*(\S+)$/.exec(line)?.[1] ?? [])
    .flatMap(name => sources(joinPath(directoryOf(file.path), name))?.tree.sections ?? [])
    .map(({ name }) => name);
  return {
    title: `write [${section}] above`,
    edits: [
      {
        kind: 'replace',
        at: atSpan(file, { start, end: start }),
        text: `[${section}]${lineEndOf(text)}`,
      },
    ],
    changes: isInclude
      ? ['INCLUDES', ...included].map(each => ({ section: each }))
      : names.map(option => ({ section, option })),
    ...(!isInclude && { decision: 'which section these lines belong to' }),
  };
}

/** Of two sides of a merge the first, which is what the machine had. A marker whose others are gone is deleted. */
function conflictFix(file: SourceFile, span: Span): Fix | undefined {
  const { text } = file.tree;
  const markers = [...text.matchAll(/^(?:<{7}|\|{7}|={7}|>{7})(?=[ \r\n]|$)/gm)];
  const changes = allChanges(file.tree);
  const edits = (from: number, to: number): readonly Edit[] => [
    { kind: 'remove-lines', at: atSpan(file, { start: from, end: to }) },
  ];
  if (markers.length === 1) {
    const decision = 'whether all lines around it are meant';
    return { title: 'delete the marker', edits: edits(span.start, span.end), changes, decision };
  }
  const at = markers.findIndex(({ index }) => index === span.start);
  if (at < 0 || text[span.start] !== '<') return undefined;
  const end = markers.findIndex(({ 0: sign }, index) => index > at && sign.startsWith('>'));
  const inside = markers.slice(at + 1, end);
  if (end < 0 || inside.some(({ 0: sign }) => sign.startsWith('<'))) return undefined;
  const [divider] = inside;
  if (divider === undefined) return undefined;
  return {
    title: `keep the lines up to ${divider[0]}`,
    edits: [...edits(span.start, span.end), ...edits(divider.index, markers[end]!.index)],
    changes,
    decision: 'which side of the merge is meant',
  };
}

function allChanges({ sections }: SyntaxTree): readonly DeclaredChange[] {
  return [...new Set(sections.map(({ name }) => name.split('?', 1)[0]!))].map(section => ({ section }));
}

function readersOf(kind: TreeFile['kind'], section: string): readonly Reader[] {
  if (section === 'INCLUDES') return ['includes'];
  return kind === 'fail2ban' ? ['daemon', 'thread'] : [kind];
}
