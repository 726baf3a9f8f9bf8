import {
  atFile,
  atSpan,
  defineRule,
  type EditedFile,
  editedFiles,
  excerpt,
  type Fix,
  overrideFile,
  type Place,
  restoreCommand,
  type StockChange,
} from '../../src/api';

export default defineRule({
  id: 'resolution/conf-edited',
  severity: 'warning',
  summary: 'a file of the package that was edited in place',
  why: `The .conf files belong to the package. An upgrade replaces them, and the edit is gone; or the package manager asks, or keeps
the edited file as it is, and what the new release changes in it (regexes, paths, the names of filters) never arrives. fail2ban reads
NAME.local right behind NAME.conf for what you want otherwise, with the same sections and only those settings.`,
  fix: 'copy the settings that differ to the .local file, and put back the original',
  bad: {
    'fail2ban.conf':
      '[DEFAULT]\nloglevel = INFO\nlogtarget = /var/log/fail2ban.log\nsyslogsocket = auto\nsocket = /var/run/fail2ban/fail2ban.sock\npidfile = /var/run/fail2ban/fail2ban.pid\ndbfile = /var/lib/fail2ban/fail2ban.sqlite3\ndbpurgeage = 30d\ndbmaxmatches = 10\n[Definition]\n[Thread]\n',
  },
  good: {
    'fail2ban.conf':
      '[DEFAULT]\nloglevel = INFO\nlogtarget = /var/log/fail2ban.log\nsyslogsocket = auto\nsocket = /var/run/fail2ban/fail2ban.sock\npidfile = /var/run/fail2ban/fail2ban.pid\ndbfile = /var/lib/fail2ban/fail2ban.sqlite3\ndbpurgeage = 1d\ndbmaxmatches = 10\n[Definition]\n[Thread]\n',
    'fail2ban.local': '[DEFAULT]\ndbpurgeage = 30d\n',
  },
  evidence: [
    'fail2ban/fail2ban#2822',
    'fail2ban/fail2ban#3736',
    'fail2ban/fail2ban#2092',
    'fail2ban/fail2ban#3655',
    'fail2ban/fail2ban#3383',
    'fail2ban/fail2ban#3041',
    'fail2ban/fail2ban#2883',
    'fail2ban/fail2ban#1192',
    'MHSanaei/3x-ui#6392',
    'docker-mailserver/docker-mailserver#200',
  ],
  check(model, report) {
    for (const edited of editedFiles(model)) {
      const { file, release, changes } = edited;
      const [first, ...rest] = changes;
      const fix = copyFix(edited);
      report({
        at: placeOf(edited, first!),
        message: `${file.name} belongs to the package and was edited (${describe(changes)}): an upgrade overwrites that, or leaves the whole file behind - put it into ${overrideFile(file.name)}; ${restoreCommand(file.name, release)} brings back the original`,
        ...(changes.length === 1 && { option: first!.key }),
        ...(fix && { fix }),
        related: rest
          .slice(0, 5)
          .map(change => ({ at: placeOf(edited, change), message: describeOne(change) })),
      });
    }
  },
});

/** What was taken out can't be told in another file, nor can what is included. */
function copyFix({ file, changes }: EditedFile): Fix | undefined {
  const family = file.name.startsWith('jail.d/') ? 'jail' : file.name.replace(/\.conf$/, '');
  const edits = changes.flatMap(({ section, key: option, is: value }) =>
    value === undefined || section === 'INCLUDES'
      ? []
      : [{ kind: 'set', family, section, option, value } as const],
  );
  if (edits.length < changes.length) return undefined;
  const what = edits.length === 1 ? 'it' : `the ${edits.length} settings`;
  return {
    title: `copy ${what} to ${overrideFile(file.name)}`,
    edits,
    changes: [],
    decision: 'whether the edits are to stay',
  };
}

function placeOf({ file }: EditedFile, { option, written }: StockChange): Place {
  const end = option?.valueLines[0]?.end ?? option?.delimiter.end;
  if (option !== undefined && end !== undefined) return atSpan(file, { start: option.keySpan.start, end });
  return written === undefined ? atFile(file) : atSpan(file, written.header);
}

function describe(changes: readonly StockChange[]): string {
  const shown = changes.slice(0, 3).map(describeOne).join(', ');
  return changes.length > 3 ? `${shown} and ${changes.length - 3} more` : shown;
}

function describeOne({ kind, section, key, was, is }: StockChange): string {
  const name = `[${section}] ${key}`;
  if (kind === 'removed') return `${name} removed`;
  const isShort = is !== undefined && is !== '' && !is.includes('\n') && is.length <= 40;
  if (kind === 'added') return isShort ? `${name} = ${excerpt(is)} added` : `${name} added`;
  return isShort && was !== undefined && was !== ''
    ? `${name} ${excerpt(was)} -> ${excerpt(is)}`
    : `${name} changed`;
}
