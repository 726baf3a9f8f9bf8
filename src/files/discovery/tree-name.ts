import { posix } from 'node:path';

/** Where in a configuration directory a file belongs, and which directory on disk stands for that one. */
export interface TreePlace {
  /** The directory on disk that stands for the configuration directory. */
  readonly directory: string;
  /** Below it: `jail.d/x.conf`. */
  readonly name: string;
}

/** Directories that a configuration directory has. */
export const partNames: ReadonlySet<string> = new Set(['jail.d', 'fail2ban.d', 'filter.d', 'action.d']);
const templateSuffix = /\.(?:j2|jinja2?|erb|epp|tmpl|tpl|gotmpl|template)$/i;

/** A file name without the suffixes of a template. */
export function withoutTemplateSuffix(name: string): string {
  const plain = name.replace(templateSuffix, '');
  return plain === name ? name : withoutTemplateSuffix(plain);
}

/** The place of a file whose path says it: `etc/fail2ban/jail.local`, `files/filter.d/x.conf.j2`. */
export function placeByPath(path: string): TreePlace | undefined {
  const name = withoutTemplateSuffix(posix.basename(path));
  const parent = posix.dirname(path);
  const part = posix.basename(parent);
  if (partNames.has(part) && /\.(?:conf|local)$/.test(name)) {
    return { directory: posix.dirname(parent), name: `${part}/${name}` };
  }
  if (isMainFile(name)) return { directory: parent, name };
  return isOfFail2ban(path) && /^paths-[\w-]+\.(?:conf|local)$/.test(name)
    ? { directory: parent, name }
    : undefined;
}

/** Whether a file (by its path) is the main one of a configuration. */
export function isMainFile(path: string): boolean {
  return /(?:^|\/)(?:jail|fail2ban)\.(?:conf|local)$/.test(path);
}

/** Whether a path names fail2ban, so that its content may tell where it belongs. */
export function isOfFail2ban(path: string): boolean {
  return /fail2ban/i.test(path);
}

/**
 * The place of a file of fail2ban's configuration by what it holds, as its path doesn't tell: `filters/x.conf`, `sshd.jail.j2`. Undefined
 * for what doesn't look like one.
 */
export function placeByContent(path: string, text: string): TreePlace | undefined {
  const name = withoutTemplateSuffix(posix.basename(path));
  const part = partOf(text);
  if (part === undefined) return undefined;
  const extension = /\.(?:conf|local)$/.exec(name)?.[0];
  if (extension === undefined && !/\.(?:jail|filter|action)$/.test(name) && name === posix.basename(path))
    return undefined;
  const parent = posix.dirname(path);
  const directory = /^(?:jails?|filters?|actions?|jail\.local\.d)$/.test(posix.basename(parent))
    ? posix.dirname(parent)
    : parent;
  return { directory, name: `${part}/${stemOf(name, part)}${extension ?? '.conf'}` };
}

/** People write filter-x.conf and x.filter for what becomes filter.d/x.conf. */
function stemOf(name: string, part: string): string {
  const kind = part.replace(/\.d$/, '');
  const stem = name.replace(/\.(?:conf|local|jail|filter|action)$/, '');
  return stem.replace(new RegExp(`^${kind}[-_](?=.)|(?<=.)[-_]${kind}$`), '');
}

/** Which directory holds files with such a text. The first header that tells decides. */
function partOf(text: string): string | undefined {
  if (/^\[(?:Definition|Init)\][ \t]*$/m.test(text)) {
    if (/^(?:failregex|ignoreregex|prefregex|datepattern)[ \t]*[=:]/m.test(text)) return 'filter.d';
    if (/^action(?:start|stop|check|ban|unban|reload|flush)[ \t]*[=:]/m.test(text)) return 'action.d';
    return /^(?:loglevel|logtarget|dbfile|dbpurgeage|pidfile)[ \t]*[=:]/m.test(text)
      ? 'fail2ban.d'
      : undefined;
  }
  const hasSection = /^\[[^\]\r\n]+\][ \t]*$/m.test(text);
  const saysJail =
    /^(?:enabled|filter|logpath|maxretry|findtime|bantime|banaction|action|ignoreip|backend)[ \t]*[=:]/m;
  return hasSection && saysJail.test(text) ? 'jail.d' : undefined;
}
