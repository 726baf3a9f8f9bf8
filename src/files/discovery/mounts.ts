import { posix } from 'node:path';

/** A file or directory of a repository that is put below /etc/fail2ban somewhere. */
export interface Mount {
  /** In the repository, as it may be meant: relative to the file that says so, and to directories files are taken from. */
  readonly sources: readonly string[];
  /** Below the configuration directory; empty for the directory itself. */
  readonly name: string;
}

/** Whether a file may say where others go: compose files, tasks, Dockerfiles. */
export function maySayMounts(path: string): boolean {
  return /\.ya?ml$|(?:^|\/)(?:Dockerfile|Containerfile)[^/]*$|\.(?:Dockerfile|sls|pp)$/i.test(path);
}

const target = '(?:/etc/fail2ban|/config/fail2ban)';
const volume = new RegExp(String.raw`(?:^|[\s"'])((?:\.{1,2}/|[\w-]+/)[^\s:"']+):(${target}[^\s:"']*)`, 'gm');
const copied = /^[ \t]*(?:COPY|ADD)[ \t]+(?:--\S+[ \t]+)*(\S+)[ \t]+(\/etc\/fail2ban\S*)/gm;
const installed = /\b(?:dest|path|destination)[ \t]*:[ \t]*["']?(\/etc\/fail2ban[^\s"',}]*)/g;

/**
 * The mounts a file tells of: volumes of compose (`./jails:/etc/fail2ban/jail.d:ro`), COPY of a Dockerfile, `src` and `dest` of a task.
 * They only help to find files: a template in a path, or a source that isn't there, is passed over.
 */
export function readMounts(path: string, text: string): readonly Mount[] {
  if (!/fail2ban/.test(text) || text.length > largest) return [];
  const base = posix.dirname(path);
  const mounts: Mount[] = [];
  for (const [, source = '', goal = ''] of text.matchAll(volume)) {
    add([posix.join(base, source)], goal, source);
  }
  for (const [, source = '', goal = ''] of text.matchAll(copied))
    add([posix.join(base, source), posix.normalize(source)], goal, source);
  for (const match of text.matchAll(installed)) {
    const source = sourceNear(text, match.index);
    if (source === undefined) continue;
    const role = posix.dirname(base);
    const places = ['templates', 'files'].flatMap(each => [posix.join(role, each), posix.join(base, each)]);
    add(
      [base, ...places].map(each => posix.join(each, source)),
      match[1]!,
      source,
    );
  }
  return mounts;

  function add(sources: readonly string[], goal: string, source: string): void {
    if (/[{}$*<>]/.test(goal + source)) return;
    const below = goal.replace(/^\/(?:etc|config)\/fail2ban\/?/, '');
    const name = goal.endsWith('/') && below !== '' ? posix.join(below, posix.basename(source)) : below;
    mounts.push({ sources: sources.map(each => each.replace(/\/$/, '')), name: name.replace(/\/$/, '') });
  }
}

/** Larger ones are no task or compose file of anybody's hand. */
const largest = 500_000;

/** The `src` of the task around an offset. */
function sourceNear(text: string, offset: number): string | undefined {
  const before = text.slice(Math.max(0, offset - 600), offset);
  const task = before.slice(before.search(/\n[ \t]*-[ \t](?![\s\S]*\n[ \t]*-[ \t])/) + 1);
  const after = /^[\s\S]{0,600}?(?=\n[ \t]*-[ \t]|$)/.exec(text.slice(offset))?.[0] ?? '';
  return /\bsrc(?:_file)?[ \t]*:[ \t]*["']?([^\s"',}]+)/.exec(task + after)?.[1];
}
