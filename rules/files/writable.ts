import {
  atFile,
  defineRule,
  excerpt,
  type Fix,
  onceUsed,
  shellQuote,
  type WritableFile,
  writableFiles,
} from '../../src/api';

export default defineRule({
  id: 'files/writable',
  severity: 'error',
  summary: 'a configuration file that others than root can change',
  why: `fail2ban runs as root. Its actions are commands for a shell, and times are worked out as expressions of Python: whoever can change one of its
files, or put one of his own beside them, has root run what he likes. Of sshd_config the same is true: it says who may log in, and how.
Known from the host's facts; without them f2blint says nothing.`,
  fix: 'chown root:root FILE and chmod 0644 FILE, 0755 for directories; 0640 or 0600 where there are secrets in it',
  bad: {
    'facts.json': '{"modes": {"jail.local": {"mode": "0666", "owner": "root"}}}',
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'facts.json': '{"modes": {"jail.local": {"mode": "0640", "owner": "root"}}}',
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['bdamele/unix-privesc-check#22', 'fail2ban/fail2ban#3773'],
  check(model, report) {
    const groups = new Map<string, WritableFile[]>();
    for (const each of writableFiles(model)) {
      const { isDirectory, file, who, mode, isRead } = each;
      const directory = isDirectory ? each.name : file.path.replace(/[^/]*$/, '');
      const key = [isDirectory, directory, who, mode, isRead].join('\n');
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
    for (const group of groups.values()) {
      // all files of a directory are one mistake
      const isOne = group.length > mostAlone;
      for (const each of isOne ? group.slice(0, 1) : group) {
        report({
          at: atFile(each.file),
          message: `${subjectOf(each, isOne ? group.length - 1 : 0)} writable by ${excerpt(each.who)} (mode ${each.mode}): ${effectOf(each)}`,
          severity: each.isRead ? 'error' : 'warning',
          fix: fixFor(isOne ? group : [each]),
        });
      }
    }
  },
});

/** Mode and owner are no text, so it is for the admin to run. */
function fixFor(group: readonly WritableFile[]): Fix {
  const paths = group.map(({ path }) => shellQuote(path)).join(' ');
  // a mode that keeps others from reading is left as it is
  const command = group[0]!.who.endsWith(' owns it') ? 'chown root:root' : 'chmod go-w';
  return {
    title: 'let nobody but root write to it',
    edits: [],
    changes: [],
    command: `${command} ${paths}`,
  };
}

const mostAlone = 3;

function subjectOf({ name, isDirectory }: WritableFile, others: number): string {
  if (isDirectory) return `the directory ${name === '.' ? 'of the configuration' : name} is`;
  return others > 0 ? `${excerpt(name)} and ${others} more files beside it are` : `${excerpt(name)} is`;
}

function effectOf({ kind, isDirectory, isRead }: WritableFile): string {
  if (kind === 'sshd') return 'who changes it decides who may log in, as root too';
  if (kind === 'filter')
    return `who changes it decides whom fail2ban bans${isRead ? '' : onceUsed('unused')}`;
  const what = isDirectory ? 'who puts a file there' : 'who changes it';
  return `${what} has fail2ban run commands as root${isRead ? '' : onceUsed('unused')}`;
}
