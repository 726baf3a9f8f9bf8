import type { TextFile } from '../resolve/source';
import type { Word } from './arguments';
import type { SshdFiles } from './files';
import { type Conditions, readConditions } from './match';
import { readDirectives, type SshdDirective } from './read';
import type { Refusal } from './refusal';

/** A `Match` line, under whose conditions alone the lines below it count. */
export interface Block {
  readonly match: SshdDirective;
  readonly conditions: Conditions;
  /** The block in which the `Include` of this file stands. */
  readonly outer: Block | undefined;
}

/** A line where sshd comes to it. A file that is included twice gives each line twice. */
export interface Step {
  readonly directive: SshdDirective;
  readonly block: Block | undefined;
  /** The `Include` lines that lead here, the outermost first. */
  readonly includes: readonly SshdDirective[];
}

/** All lines in the order in which sshd reads them, those of included files where their `Include` stands. */
export interface Walk {
  readonly steps: readonly Step[];
  /** Every file that was read, each once. */
  readonly files: readonly TextFile[];
  readonly refusals: readonly Refusal[];
  /** Files f2blint can't look into, though sshd may. */
  readonly unread: readonly UnreadFile[];
}

/** A file that may set anything. */
export interface UnreadFile {
  readonly file: TextFile;
  readonly reason: string;
  /** The step that would come next. */
  readonly before: number;
}

/** `SERVCONF_MAX_DEPTH` of servconf.c. */
const deepest = 16;

/** sshd has no limit, and would take for ever over files that include each other often enough. */
const mostIncludes = 2000;
const mostSteps = 200_000;

/** Follows the `Include` lines of an sshd_config (`parse_server_config_depth` of OpenSSH 9.2's servconf.c). */
export function walk(main: TextFile, files: SshdFiles): Walk {
  const steps: Step[] = [];
  const refusals: Refusal[] = [];
  const unread: UnreadFile[] = [];
  const known = new Map<TextFile, readonly SshdDirective[]>();
  const conditionsOf = new Map<SshdDirective, Conditions>();
  let included = 0;
  let isStopped = false;

  function visit(file: TextFile, outer: Block | undefined, includes: readonly SshdDirective[]): void {
    const reason = unreadable(file);
    if (reason !== undefined) {
      if (!unread.some(each => each.file === file)) unread.push({ file, reason, before: steps.length });
      return;
    }
    const directives = known.get(file) ?? readDirectives(file, mostSteps + 1);
    known.set(file, directives);
    let block = outer;
    for (const directive of directives) {
      if (isStopped) return;
      if (directive.keyword === 'match') {
        const conditions = conditionsOf.get(directive) ?? readConditions(directive);
        conditionsOf.set(directive, conditions);
        block = { match: directive, conditions, outer };
      }
      steps.push({ directive, block, includes });
      if (steps.length > mostSteps) stop(file);
      if (directive.keyword === 'include' && !directive.isQuoteOpen) follow(directive, block, includes);
    }
  }

  function follow(line: SshdDirective, block: Block | undefined, includes: readonly SshdDirective[]): void {
    for (const word of line.words) {
      if (word.text === '') {
        refuse(line, word, 'a file name is empty');
        return;
      }
      const paths = files.matching(/^[/~]/.test(word.text) ? word.text : `/etc/ssh/${word.text}`);
      for (const path of paths) {
        if (isStopped) return;
        const isLoop = includes.includes(line);
        if (isLoop || includes.length >= deepest) {
          const message = isLoop
            ? `files include each other without end, ${path} among them`
            : `files are included ${deepest + 1} levels deep, and sshd follows ${deepest}`;
          refuse(line, word, message);
          isStopped = true;
          return;
        }
        if (++included > mostIncludes) {
          stop(line.file);
          return;
        }
        enter(path, line, word, block, [...includes, line]);
      }
    }
  }

  function enter(
    path: string,
    line: SshdDirective,
    word: Word,
    block: Block | undefined,
    includes: readonly SshdDirective[],
  ): void {
    const file = files.read(path);
    if (file === undefined) refuse(line, word, `${path} is a link that leads nowhere`);
    else visit(file, block, includes);
  }

  function stop(file: TextFile): void {
    if (!isStopped) unread.push({ file, reason: 'more than f2blint follows', before: steps.length });
    isStopped = true;
  }

  function refuse(directive: SshdDirective, word: Word, message: string): void {
    const { span } = word;
    if (refusals.some(each => each.directive === directive && each.message === message)) return;
    refusals.push({ file: directive.file, directive, span, message });
  }

  visit(main, undefined, []);
  return { steps, files: [...known.keys()], refusals, unread };
}

/** Why a file can't be looked into. A directory is read as an empty file; sshd does so, too. */
function unreadable(file: TextFile): string | undefined {
  if (file.entry.kind === 'unreadable') return file.entry.reason;
  if (file.entry.kind === 'undecodable' && file.entry.bytes === undefined) return 'not in UTF-8';
  if (file.text.includes('\0')) return 'no text: it holds NUL bytes';
  return /^[ \t]*(?:\{%|\{\{|<%|\{#)/m.test(file.text) ? 'a template that has to be filled in' : undefined;
}
