import { compareCodePoints } from '../files/posix-path';
import { isMadeDropIn } from '../knowledge/made-drop-ins';
import type { TextFile } from '../resolve/source';
import { matchesName } from '../sshd/glob';
import type { SshdDirective } from '../sshd/read';
import type { Sshd } from '../sshd/sshd';
import { nextLineEnd } from '../text/line-index';
import type { Edit } from './fix';
import { atSpan } from './place';

/** The drop-in of the admin; it sorts before those of others. */
const ownName = '00-local.conf';

/** Lines on their way into a file, and the words for where that is. */
interface AddedLines {
  readonly where: string;
  readonly edits: readonly Edit[];
}

/** Whether the line that counts is to be changed where it stands: a program that wrote it may write it again, so one that wins goes elsewhere. */
export function isReplaceable(sshd: Sshd, line: SshdDirective): boolean {
  return !isMadeDropIn(line.file.path) || dropInFor(sshd) === undefined;
}

/** Where lines for everybody go that win over all others. */
export function addSshdLines(
  sshd: Sshd,
  lines: readonly string[],
  near: SshdDirective | undefined,
): AddedLines {
  if (near !== undefined && countsForAll(sshd, near) && !isMadeDropIn(near.file.path))
    return { where: `below ${near.name}`, edits: [below(near.file, near.valueSpan.end, lines, near.indent)] };
  const dropIn = dropInFor(sshd);
  if (dropIn !== undefined) {
    const where = `into sshd_config.d/${ownName}`;
    const { path, file } = dropIn;
    if (file === undefined)
      return { where, edits: [{ kind: 'create', path, text: `${header}${lines.join('\n')}\n` }] };
    return { where, edits: [amongFirst(sshd, file, lines)] };
  }
  // below the default that stands there as a comment, as people look for it there
  const { main } = sshd;
  const limit = firstMatch(sshd, main)?.keywordSpan.start ?? main.text.length;
  const names = lines.map(line => line.split(' ')[0]!);
  const comment = [...main.text.slice(0, limit).matchAll(/^#[ \t]*(\w+)[ \t]+\S+[ \t]*\r?$/gm)].findLast(
    each => each[1]!.toLowerCase() === names[0]!.toLowerCase(),
  );
  const edit = comment === undefined ? amongFirst(sshd, main, lines) : below(main, comment.index, lines);
  return { where: `into ${main.path.replace(/^.*\//, '')}`, edits: [edit] };
}

const header = '# settings of this host: sshd takes the first value it reads, and reads this file first\n';

/** The drop-in of the admin, there or not, where the main file includes it before it says anything itself. */
function dropInFor(sshd: Sshd): { readonly path: string; readonly file: TextFile | undefined } | undefined {
  const { main, walk, newFile } = sshd;
  for (const { directive, block } of walk.steps) {
    if (directive.file !== main || block !== undefined) continue;
    if (directive.keyword !== 'include') return undefined;
    for (const { text } of directive.words) {
      const [, directory, pattern] = /^(?:\/etc\/ssh\/)?(sshd_config\.d)\/([^/]+)$/.exec(text) ?? [];
      if (directory === undefined || !matchesName(ownName, pattern!)) return undefined;
      const path = newFile(`/etc/ssh/${directory}/${ownName}`);
      if (path === undefined) return undefined;
      const others = walk.files.filter(file => file !== main && file.path.includes('/sshd_config.d/'));
      if (others.some(file => compareCodePoints(file.path, path) < 0)) return undefined;
      return { path, file: walk.files.find(file => file.path === path) };
    }
  }
  return undefined;
}

function countsForAll({ walk }: Sshd, line: SshdDirective): boolean {
  return walk.steps.every(step => step.directive !== line || step.block === undefined);
}

function firstMatch({ walk }: Sshd, file: TextFile): SshdDirective | undefined {
  return walk.steps.find(({ directive }) => directive.file === file && directive.keyword === 'match')
    ?.directive;
}

/** Where no block has begun. */
function amongFirst(sshd: Sshd, file: TextFile, lines: readonly string[]): Edit {
  return aboveMatch(sshd, file, lines) ?? below(file, file.text.length, lines);
}

/** Where the first block of a file begins: below what stands above it. Undefined where there is no block. */
export function aboveMatch({ walk }: Sshd, file: TextFile, lines: readonly string[]): Edit | undefined {
  const ofFile = walk.steps.filter(({ directive }) => directive.file === file);
  const at = ofFile.findIndex(({ directive }) => directive.keyword === 'match');
  if (at < 0) return undefined;
  const last = ofFile[at - 1]?.directive;
  return last === undefined
    ? above(ofFile[at]!.directive, [...lines, ''])
    : below(file, last.valueSpan.end, lines, last.indent);
}

function above({ file, keywordSpan, indent }: SshdDirective, lines: readonly string[]): Edit {
  const { text } = file;
  let start = keywordSpan.start - indent.length;
  for (;;) {
    const before = text.lastIndexOf('\n', start - 2) + 1;
    if (before >= start || !/^[ \t]*#/.test(text.slice(before, start))) break;
    start = before;
  }
  const end = lineEnd(text);
  const added = lines.map(line => line + end).join('');
  return { kind: 'replace', at: atSpan(file, { start, end: start }), text: added };
}

function below(file: TextFile, offset: number, lines: readonly string[], indent = ''): Edit {
  const { text } = file;
  const end = lineEnd(text);
  const at = offset < text.length ? nextLineEnd(text, offset) : text.replace(/\r?\n$/, '').length;
  const added = lines.map(line => end + indent + line).join('');
  const whole = text === '' ? lines.join(end) + end : added;
  return { kind: 'replace', at: atSpan(file, { start: at, end: at }), text: whole };
}

function lineEnd(text: string): string {
  return /\r?\n/.exec(text)?.[0] ?? '\n';
}
