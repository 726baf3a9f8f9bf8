import { atText, defineRule, includeFix, missingIncludes, onceUsed, removedInclude } from '../../src/api';

export default defineRule({
  id: 'resolution/include-missing',
  severity: 'warning',
  summary: '`before` or `after` of [INCLUDES] names a file that does not exist',
  why: `fail2ban passes over an include it can't find without a word. What the file would have set is missing then: a tag such as
\`<iptables>\` stays in the ban command as it is, and the shell takes it for a redirection, so that every ban fails; a regex with such a
tag never matches. The name is taken from the directory of the file that includes it.`,
  fix: 'write the name of the file as it is, or delete the line',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = edge\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/edge.conf': '[INCLUDES]\nbefore = edge-comon.conf\n[Definition]\nactionban = <edge> add <ip>\n',
    'action.d/edge-common.conf': '[Init]\nedge = /usr/local/bin/edge\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = edge\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/edge.conf':
      '[INCLUDES]\nbefore = edge-common.conf\n[Definition]\nactionban = <edge> add <ip>\n',
    'action.d/edge-common.conf': '[Init]\nedge = /usr/local/bin/edge\n',
  },
  evidence: ['mitchellkrogza/apache-ultimate-bad-bot-blocker#114', 'jail.conf(5)'],
  check(model, report) {
    for (const include of missingIncludes(model)) {
      if (removedInclude(model, include) !== undefined) continue;
      const { setting, name, start, kind, isUsed, unresolved, suggestion } = include;
      const fault = kind === 'filter' ? 'its regex never matches' : 'the ban command fails';
      const effect = unresolved === undefined ? '' : `: nothing stands for ${unresolved} then, and ${fault}`;
      const question = suggestion === undefined ? '' : ` - did you mean ${suggestion}?`;
      const fix = suggestion === undefined ? undefined : includeFix(model.setup, include, suggestion);
      report({
        at: atText(setting.text, setting, start, start + name.length),
        message: `${name}, which ${setting.file.name} includes, does not exist, and fail2ban goes on without it${onceUsed(isUsed ? 'used' : 'unused')}${effect}${question}`,
        severity: unresolved === undefined ? 'warning' : 'error',
        ...(fix && { fix }),
      });
    }
  },
});
