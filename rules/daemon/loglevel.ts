import { atText, defineRule, excerpt, parseExactInteger, replaceText, valuesOf } from '../../src/api';

export default defineRule({
  id: 'daemon/loglevel',
  severity: 'warning',
  summary: 'a log level that hides bans or logs everything',
  why: `The levels are CRITICAL, ERROR, WARNING, NOTICE, INFO, DEBUG and below. Bans are logged at NOTICE, so from WARNING up the log
shows none, and a recidive jail never finds one. DEBUG and what is below it writes several lines for every line that fail2ban
reads. The numbers 1 to 4 of fail2ban 0.8 count as levels below all others since 0.9: 3, once INFO, now logs everything.`,
  fix: 'loglevel = INFO',
  bad: {
    'fail2ban.local': '[Definition]\nloglevel = 3\n',
  },
  good: {
    'fail2ban.local': '[Definition]\nloglevel = INFO\n',
  },
  evidence: [
    'debops/ansible-fail2ban#8',
    'Oefenweb/ansible-fail2ban#23',
    'fail2ban/fail2ban#2008',
    'MichaIng/DietPi#2727',
    'fail2ban/fail2ban#4046',
  ],
  check(model, report) {
    for (const { text, setting, option } of valuesOf(model, 'loglevel')) {
      const effect = effectOf(text.value);
      if (effect === undefined || setting === undefined) continue;
      const at = atText(text, setting);
      const fix = replaceText(model.setup, 'write INFO', at, 'INFO');
      report({
        at,
        message: `loglevel = ${excerpt(text.value)} ${effect}`,
        option,
        // 3 was INFO
        fix: text.value === '3' ? fix : { ...fix, decision: 'how much is logged' },
      });
    }
  },
});

const hiding: ReadonlySet<string> = new Set(['CRITICAL', 'FATAL', 'ERROR', 'WARNING', 'WARN']);
const flooding: ReadonlySet<string> = new Set(['DEBUG', 'TRACEDEBUG', 'HEAVYDEBUG', 'NOTSET']);

/** Numbers from 10 to 50 are levels of Python, which somebody chose who knows them. */
function effectOf(level: string): string | undefined {
  const number = parseExactInteger(level);
  if (number !== undefined) {
    return number >= 0n && number < 5n
      ? 'is a number of fail2ban 0.8: since 0.9 it means that everything is logged'
      : undefined;
  }
  const word = level.toUpperCase();
  if (hiding.has(word))
    return 'hides the bans, which are logged at NOTICE; a recidive jail finds none of them';
  return flooding.has(word)
    ? 'logs every step: the log grows by several lines for each line that fail2ban reads'
    : undefined;
}
