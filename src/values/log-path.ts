import { sliceText, type Text } from '../text/text';

/** A line of `logpath`. */
export interface LogPath {
  /** Without the `head` or `tail` behind it. */
  readonly path: Text;
  /** Offsets of the path in the value. */
  readonly start: number;
  readonly end: number;
  /** What stands behind the blank: where reading starts. */
  readonly behind: string;
}

/** The paths and patterns of a `logpath`, one from each line (client/jailreader.py). */
export function logPaths(text: Text): readonly LogPath[] {
  const paths: LogPath[] = [];
  let at = 0;
  for (const line of text.value.split('\n')) {
    const blank = line.lastIndexOf(' ');
    const end = at + (blank < 0 ? line.length : blank);
    if (end > at) {
      paths.push({
        path: sliceText(text, at, end),
        start: at,
        end,
        behind: text.value.slice(end + 1, at + line.length),
      });
    }
    at += line.length + 1;
  }
  return paths;
}

const compressed = /\.(?:gz|bz2|xz|zst|lz4|Z)$/;
const rotated = /(?:log|err|out|messages|secure|syslog)[\w.-]*\.(?:\d{1,2}|old|bak)$/;

/**
 * Whether a pattern takes in old logs beside the one that is written to, because of a `*` at its end (`access.log*`, `/var/log/fail2ban*`),
 * or names old ones. A `*` behind a hyphen may stand for the date in the name of the log itself, and what is outside /var/log and not
 * called a log may be anything.
 */
export function matchesOldLogs(path: string): boolean {
  const slash = path.lastIndexOf('/');
  const name = path.slice(slash + 1);
  if (compressed.test(name) || rotated.test(name) || /\.\[[0-9]/.test(name)) return true;
  const stem = name.replace(/[*?]+$/, '');
  if (!name.endsWith('*')) return false;
  if (/\.(?:log|err|out)/.test(stem) || /_log/.test(stem)) return true;
  if (/[-_]$/.test(stem)) return false;
  return path.startsWith('/var/log/') || /log/i.test(stem);
}
