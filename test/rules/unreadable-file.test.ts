import unreadableFile from '../../rules/resolution/unreadable-file';
import { lintEntries } from './lint-entries';
import { testRule } from './test-rule';

const skipped = 'fail2ban skips the whole file';

testRule(unreadableFile, {
  valid: {
    'directories that belong there': {
      'jail.d/a.conf': '[a]\n',
      'filter.d/sshd.d/a.conf': '[Definition]\n',
      'action.d/scripts/a.sh': '',
    },
    'a directory under a name nobody reads': { 'jail.d/old/a.conf': '[a]\n', 'jail.local.d/a': '' },
    'an include that is not there': { 'jail.local': '[INCLUDES]\nbefore = nosuch.conf\n' },
  },
  invalid: {
    'in place of jail.local': {
      tree: { 'jail.local/README': '' },
      messages: [`jail.local is a directory, not a file; ${skipped}`],
      places: ['jail.local:1:1-1:1'],
      severity: 'error',
    },
    'in jail.d, and in place of an include': {
      tree: { 'jail.d/a.conf/x': '', 'jail.local': '[INCLUDES]\nafter = more\n', 'more/x': '' },
      messages: [
        `jail.d/a.conf is a directory, not a file; ${skipped}`,
        `more is a directory, not a file; ${skipped}`,
      ],
      places: ['jail.d/a.conf:1:1-1:1', 'more:1:1-1:1'],
    },
    'in place of the filter of a jail': {
      tree: { 'jail.local': '[a]\nenabled = true\nfilter = x\n', 'filter.d/x.conf/y': '' },
      messages: [`filter.d/x.conf is a directory, not a file; ${skipped} and every jail that uses it`],
      places: ['filter.d/x.conf:1:1-1:1'],
    },
  },
});

const waits = 'fail2ban waits for somebody to write to it, and does not start before';
const unchecked = 'fail2ban may be able to read it, but f2blint is not, so nothing it sets is checked';

test.each([
  ['jail.local', '1.1.0', 'a socket', `error jail.local: a socket; ${skipped}`],
  ['jail.local', '1.1.1', 'a socket', 'error jail.local: a socket; fail2ban will not start'],
  [
    'filter.d/x.conf',
    '1.1.1',
    'a socket',
    `warning filter.d/x.conf: a socket; ${skipped} once a jail uses it`,
  ],
  ['jail.d/x.conf', '1.0.2', 'a named pipe', `error jail.d/x.conf: a named pipe; ${waits}`],
  ['jail.local', '1.0.2', 'permission denied', `warning jail.local: permission denied; ${unchecked}`],
] as const)('%s of %s is %s', (name, release, reason, message) => {
  const found = lintEntries(unreadableFile, { [name]: { kind: 'unreadable', reason } }, release);
  expect(found).toEqual([`${name}:1:1 ${message}`]);
});
