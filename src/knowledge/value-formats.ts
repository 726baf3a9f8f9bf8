/** How the values of options are written, in words that follow the name of an option; sections 12 and 13 of the semantics reference. */
export const valueFormats = {
  boolean: 'a yes or no: true, yes, on and 1 mean yes, everything else means no',
  integer: 'a whole number',
  integers: 'whole numbers with one blank between them',
  time: 'a time: seconds, or numbers with units s, m, h, d, w, mo (months) and y, such as 10m or 1d 12h',
  expression: 'an expression of Python, or a plain number',
  choice: 'one of a few words',
  text: 'a text',
  path: 'the path of a file',
  'file-names': 'file names, one per line, seen from the directory of the file they stand in',
  'log-level': 'one of a few words, or a number',
  'log-target':
    'a file, or STDOUT, STDERR, SYSLOG, SYSOUT or SYSTEMD-JOURNAL, with format, datetime, padding or facility in brackets',
  backend:
    'auto, pyinotify, polling or systemd, up to 1.0 also gamin; systemd takes arguments in brackets, such as journalpath',
  addresses: 'addresses, networks and names of hosts, with blanks or commas between them',
  ports: 'ports or names of services with commas between them; a colon makes a range',
  'log-paths':
    'a path per line, in which *, ? and [ ] stand for what varies; " head" or " tail" behind it says from where a file is read',
  encoding: 'auto, or an encoding that Python knows',
  'time-zone': 'an offset such as +0200 or UTC+0200, or an abbreviation such as CET; not Europe/Berlin',
  regex: 'a regular expression of Python with tags such as <HOST> and <F-CONTENT>; a % is written %%',
  regexes: 'a regular expression of Python per line, with tags such as <HOST>; a % is written %%',
  'date-pattern':
    'fields such as %%Y-%%m-%%d between regular expressions, or EPOCH, {DATE} and the like; each % is written twice',
  'journal-matches':
    'FIELD=value as journalctl takes it: all of a line have to fit, a + between them means or, and so does a new line',
  'filter-call': 'the name of a filter, with its parameters in brackets',
  'action-calls': 'the names of actions, one per line, each with its parameters in brackets',
  cache: 'key="what tells addresses apart", max-count=how many answers, max-time=how long',
  command: 'commands for the shell, in which tags such as <ip> and <name> are filled in',
} as const satisfies Readonly<Record<string, string>>;

export type ValueFormat = keyof typeof valueFormats;
