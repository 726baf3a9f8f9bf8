import type { Tried } from './tried';

/** Names of jails. */
export const triedNames: ReadonlyMap<string, Tried> = new Map([
  [
    'name',
    {
      taken: [
        'logtarget',
        'syslogsocket',
        'allowipv6',
        'idle',
        'add',
        'start',
        'a b',
        'a/b',
        'é',
        '-x',
        '--x',
        'stop',
        'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
        'KNOWN',
        'Init',
        'x.y',
        '<x>',
        '"x"',
        "'x'",
        'x,y',
        'name',
        'x[1',
        'multi-set',
      ],
      refused: ['--all', 'loglevel', 'thread', 'dbmaxmatches', 'dbpurgeage'],
    },
  ],
  ['name (no database)', { taken: ['dbmaxmatches', 'dbpurgeage'], refused: ['dbfile'] }],
]);
