import { atText, defineRule, excerpt, isPackagedFile, removeOption, valuesOf } from '../../src/api';

export default defineRule({
  id: 'daemon/unsafe-path',
  severity: 'warning',
  summary: 'a file of the daemon in a directory others can write to',
  why: `Whoever can create or replace the socket tells root's fail2ban what to do, which includes commands; with the pid file, the database
or the log he can stop it, free himself, or have it write over other files.`,
  fix: 'socket and pidfile below /run/fail2ban, dbfile below /var/lib/fail2ban, logtarget below /var/log',
  bad: {
    'fail2ban.local': '[Definition]\nsocket = /tmp/fail2ban.sock\n',
  },
  good: {
    'fail2ban.local': '[Definition]\nsocket = /run/fail2ban/fail2ban.sock\n',
  },
  evidence: ['https://cwe.mitre.org/data/definitions/379.html'],
  check(model, report) {
    for (const name of ['socket', 'pidfile', 'dbfile', 'logtarget']) {
      for (const { text, setting, option } of valuesOf(model, name)) {
        if (setting === undefined || isPackagedFile(setting.file.name)) continue;
        const [directory] = /^\/(?:tmp|var\/tmp|dev\/shm|home|var\/www)(?=\/)/.exec(text.value) ?? [];
        if (directory === undefined) continue;
        const who = /tmp|shm/.test(directory) ? 'every user can write to it' : 'it belongs to other users';
        report({
          at: atText(text, setting),
          message: `${option} = ${excerpt(text.value)} lies below ${directory}, and ${who}: what root's fail2ban does there can be turned against it`,
          option,
          fix: {
            ...removeOption('delete this line, so that the default holds', setting),
            decision: 'where fail2ban keeps its files',
          },
        });
      }
    }
  },
});
