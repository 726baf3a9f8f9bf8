import {
  atText,
  defineRule,
  excerpt,
  isRecidive,
  logLevelNumber,
  nameJails,
  replaceValue,
  valuesOf,
} from '../../src/api';

export default defineRule({
  id: 'policy/recidive-loglevel',
  severity: 'error',
  summary: 'a log level with which a recidive jail finds no ban, or its own steps',
  why: `Bans are logged at NOTICE, and recidive finds them in the log. From WARNING up they are not written, so it has nothing to count. At
DEBUG and below every line it reads makes fail2ban write several more, which it reads again, until the processor does nothing else.`,
  fix: 'loglevel = INFO',
  bad: {
    'jail.local': '[recidive]\nenabled = true\nfilter = recidive\nlogpath = /var/log/fail2ban.log\n',
    'fail2ban.local': '[Definition]\nloglevel = ERROR\n',
    'filter.d/recidive.conf': '[Definition]\nfailregex = ^Ban <HOST>$\n',
  },
  good: {
    'jail.local': '[recidive]\nenabled = true\nfilter = recidive\nlogpath = /var/log/fail2ban.log\n',
    'fail2ban.local': '[Definition]\nloglevel = NOTICE\n',
    'filter.d/recidive.conf': '[Definition]\nfailregex = ^Ban <HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#4046',
    'fail2ban/fail2ban#1340',
    'fail2ban/fail2ban#661',
    'fail2ban/fail2ban#2812',
    'fail2ban/fail2ban#2327',
  ],
  check(model, report) {
    const recidive = model.jails.filter(jail => jail.enabled && isRecidive(jail));
    if (recidive.length === 0) return;
    const names = nameJails(recidive, '', '').trim();
    for (const { text, setting, option } of valuesOf(model, 'loglevel')) {
      const level = logLevelNumber(text.value);
      if (level === undefined || setting === undefined || (level > 10 && level <= 25)) continue;
      const effect =
        level > 25
          ? `hides the bans, which are logged at NOTICE: ${names} has nothing to count`
          : `logs every line that is read, and ${names} reads these lines again: the log feeds itself`;
      report({
        at: atText(text, setting),
        message: `loglevel = ${excerpt(text.value)} ${effect}`,
        option,
        fix: {
          ...replaceValue('write loglevel = INFO', setting, 'INFO'),
          decision: 'how much fail2ban logs',
        },
      });
    }
  },
});
