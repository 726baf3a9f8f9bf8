import { choiceFindings, defineRule, withReasons } from '../../src/api';

export default defineRule({
  id: 'value/unknown-choice',
  severity: 'error',
  summary: 'a word that is none of those an option can have',
  why: `\`backend\`, \`logencoding\` and \`loglevel\` take one of a few words. With another one fail2ban doesn't start, and \`fail2ban-client -t\`
notices that of loglevel alone. An unknown \`usedns\` or \`allowipv6\` counts as no, with a line in the log at most.`,
  fix: 'write one of the words that the message names',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nbackend = poling\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nusedns = warn\nlogencoding = utf-8\n[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nbackend = Polling\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#2008', 'fail2ban/fail2ban#690'],
  check(model, report) {
    withReasons(model, 'value/unknown-choice', choiceFindings(model)).forEach(report);
  },
});
