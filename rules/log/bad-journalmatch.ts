import { changeOf, defineRule, type Fix, type Model, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'log/bad-journalmatch',
  severity: 'error',
  summary: 'a journalmatch that the journal does not take',
  why: `\`journalmatch\` is a list of FIELD=value as journalctl takes it, with + for "or". The journal refuses a word without a field, such as
the bare name of a unit, and so does the server: fail2ban doesn't start, though \`fail2ban-client -t\` succeeds. A quote that is not
closed ends the load of everything, whichever backend the jail has.`,
  fix: 'write FIELD=value, such as _SYSTEMD_UNIT=ssh.service + _COMM=sshd, with quotes around a word that has blanks in it',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nbackend = systemd\njournalmatch = web.service\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nbackend = systemd\njournalmatch = _SYSTEMD_UNIT=web.service + _COMM=web\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['systemd.journal-fields(7)', 'journalctl(1)'],
  check(model, report) {
    for (const finding of reasonsOf(model, 'log/bad-journalmatch')) {
      const fix = mend(model, finding.jail);
      report({ ...finding, ...(fix && { fix }) });
    }
  },
});

/** The bare name of a unit can only be meant as that. */
function mend({ jails }: Model, name: string | undefined): Fix | undefined {
  const setting = jails.find(jail => jail.name === name)?.option('journalmatch')?.setting;
  const words = setting?.text.value.split(/(\s+)/) ?? [];
  const mended = words.map(word =>
    /^[\w@.-]+\.(?:service|socket)$/.test(word) ? `_SYSTEMD_UNIT=${word}` : word,
  );
  if (setting === undefined || mended.join('') === words.join('') || /["'\\]/.test(words.join('')))
    return undefined;
  return {
    title: `write ${mended.join('')}`,
    edits: [{ kind: 'value', setting, value: mended.join('') }],
    changes: [changeOf(setting)],
  };
}
