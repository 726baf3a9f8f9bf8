import type { Tried } from './tried';

/** Options of fail2ban.conf, by section. */
export const triedDaemonOptions: ReadonlyMap<string, Tried> = new Map([
  [
    'Definition.logtarget',
    {
      taken: [
        'STDOUT',
        'STDERR[format="%%(message)s"]',
        'STDERR[format="%%(message)d"]',
        'STDERR[format=""]',
        'STDERR[datetime=x]',
        'SYSLOG[facility=x]',
        'a b',
        'STDOUT[format="%%(é)S"]',
        'STDOUT[format="%%(a)*.*d"]',
        'x]',
      ],
      refused: [
        '',
        'x[',
        'STDERR[format=x]',
        '/a/',
        '/a/[x=1]',
        '[x]',
        'x[y]',
        'STDOUT[format="%%(a b)s"]',
        'STDOUT[format="%%(a)"]',
        'STDOUT[format="%%(a)Q"]',
        'x[y=1]z',
      ],
    },
  ],
  [
    'Definition.loglevel',
    {
      taken: [
        'INFO',
        'info',
        '10',
        '١',
        '99999999999999999999',
        'INFO ',
        'MSG',
        'NOTSET',
        'WARN',
        'TRACEDEBUG',
        'HEAVYDEBUG',
        'FATAL',
      ],
      refused: ['x', '', '²', '-1', '1.5', 'BASIC_FORMAT', 'Logger', '_STYLES', '_levelToName'],
    },
  ],
  [
    'Definition.dbfile',
    { taken: ['', 'None', 'none', 'NONE', '/a', 'a', ':memory:'], refused: ['/a/', 'None/'] },
  ],
  ['Definition.dbpurgeage', { taken: ['1d', 'None', '1,2'], refused: ['x', ''] }],
  ['Definition.dbmaxmatches', { taken: ['10', '-1', '0'], refused: ['x', ''] }],
  ['Definition.syslogsocket', { taken: ['', 'auto', 'x'], refused: [] }],
  ['Definition.allowipv6', { taken: ['', 'auto', 'x'], refused: [] }],
  [
    'Thread.stacksize',
    {
      taken: ['0', '32', '33', '256', '1_00', '+64', ' 64'],
      refused: [
        '',
        'x',
        '1',
        '31',
        '-1',
        '-5',
        '99999999',
        '99999999999',
        '137438953472',
        '137438953473',
        '9007199254740993',
        '9999999999999999999999',
      ],
    },
  ],
]);
