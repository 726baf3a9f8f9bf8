import { commandsOf } from './resolve-tree';

/** What is sent for a jail `j` with the filter `f`, without `add` and `start`. */
function sent(
  filter: string,
  jail = '',
  call = 'f',
  more: Readonly<Record<string, string>> = {},
): readonly string[] {
  const lines = commandsOf({
    'fail2ban.conf': '[Definition]\n',
    'jail.conf': `[j]\nenabled = true\nfilter = ${call}\n${jail}`,
    'filter.d/f.conf': filter,
    ...more,
  });
  return lines
    .filter(line => !/^\['(?:add|start)'/.test(line))
    .map(line => line.replace("['set', 'j', ", '['));
}

const definition = (text: string) => `[Definition]\n${text}`;

// Sections 8 and 10 of the semantics reference; each line is what `fail2ban-client -d` 1.0.2 prints.
test.each<readonly [string, readonly string[], readonly string[]]>([
  ['one regex', [definition('failregex = a\n')], ["['addfailregex', 'a']"]],
  ['several', [definition('failregex = a\n\n  b\n')], ["['multi-set', 'j', 'addfailregex', ['a', 'b']]"]],
  ['none', [definition('failregex =\n')], []],
  ['a helper', [definition('_p = x\nfailregex = %(_p)s<_p>\n')], ["['addfailregex', 'xx']"]],
  [
    'tags of the server',
    [definition('failregex = <HOST> <F-ID>y</F-ID>\n')],
    ["['addfailregex', '<HOST> <F-ID>y</F-ID>']"],
  ],
  ['[Init]', [definition('failregex = <x>\n[Init]\nx = 1\n')], ["['addfailregex', '1']"]],
  [
    'a parameter over [Init]',
    [definition('failregex = <x>\n[Init]\nx = 1\n'), '', 'f[x=2]'],
    ["['addfailregex', '2']"],
  ],
  [
    'what it replaces',
    [definition('failregex = <x>\n[Init]\nx = 1\n'), '', 'f[x="<known/x>2"]'],
    ["['addfailregex', '12']"],
  ],
  [
    'a parameter over the filter',
    [definition('failregex = a\n'), '', 'f[failregex=b]'],
    ["['addfailregex', 'b']"],
  ],
  [
    'a parameter in %()s',
    [definition('failregex = %(x)s\nx = 1\n'), '', 'f[x=2]'],
    ["['addfailregex', '2']"],
  ],
  [
    'a parameter in a helper',
    [definition('failregex = %(y)s\ny = <x>\nx = 1\n'), '', 'f[x=2]'],
    ["['addfailregex', '2']"],
  ],
  ['[DEFAULT] of the filter', ['[DEFAULT]\nfailregex = a\n[Definition]\n'], ["['addfailregex', 'a']"]],
  [
    '[DEFAULT] gives no [Init]',
    ['[DEFAULT]\nx = 1\n[Definition]\nfailregex = <x>\n[Init]\n'],
    ["['addfailregex', '1']"],
  ],
  ['the name of the section', [definition('failregex = %(__name__)s\n')], ["['addfailregex', 'Definition']"]],
  ['another section', [definition('failregex = <Other/x>\n[Other]\nx = 1\n')], ["['addfailregex', '1']"]],
  [
    '[DEFAULT] itself',
    ['[DEFAULT]\nx = 1\n[Definition]\nx = 2\nfailregex = <default/x>\n'],
    ["['addfailregex', '1']"],
  ],
  [
    'backend, filter and enabled',
    [definition('failregex = <backend> <filter> <enabled>\n')],
    ["['addfailregex', 'auto f True']"],
  ],
  [
    'maxretry is not known in time',
    [definition('failregex = <maxretry>\n'), 'maxretry = 5\n'],
    ["['addfailregex', '<maxretry>']", "['maxretry', 5]"],
  ],
  [
    'maxretry of the filter gives way',
    [definition('failregex = %(maxretry)s\nmaxretry = 3\n'), 'maxretry = 5\n'],
    ["['addfailregex', '5']", "['maxretry', 5]"],
  ],
  ['logtype', [definition('failregex = <logtype>\n')], ["['addfailregex', 'file']"]],
  [
    'logtype of the journal',
    [definition('failregex = <logtype>\n'), 'backend = systemd[x=1]\n'],
    ["['addfailregex', 'journal']"],
  ],
  [
    'logtype of the filter',
    [definition('failregex = <logtype>\nlogtype = short\n')],
    ["['addfailregex', 'short']"],
  ],
  [
    'logtype of the jail',
    [definition('failregex = <logtype>\n'), '', 'f[logtype=x]'],
    ["['addfailregex', 'x']"],
  ],
  [
    'usedns, prefregex and maxlines go first',
    [definition('failregex = a\nmaxlines = 2\nprefregex = p\nusedns = no\n')],
    ["['usedns', 'no']", "['prefregex', 'p']", "['maxlines', 2]", "['addfailregex', 'a']"],
  ],
  ['maxlines that is no number', [definition('failregex = a\nmaxlines = x\n')], ["['addfailregex', 'a']"]],
  [
    'ignoreregex and datepattern',
    [definition('ignoreregex = a\nfailregex = b\ndatepattern = c\n')],
    ["['addignoreregex', 'a']", "['addfailregex', 'b']", "['datepattern', 'c']"],
  ],
  [
    'journalmatch',
    [definition('journalmatch = A=1 + "B C"\n\n  D=2\n')],
    ["['addjournalmatch', 'A=1', '+', 'B C']", "['addjournalmatch', 'D=2']"],
  ],
  ['the jail replaces', [definition('failregex = a\n'), 'failregex = b\n'], ["['addfailregex', 'b']"]],
  ['the jail replaces by nothing', [definition('failregex = a\n'), 'failregex =\n'], []],
  [
    'the jail appends',
    [definition('failregex = a\n'), 'failregex = %(known/failregex)s\n  b\n'],
    ["['multi-set', 'j', 'addfailregex', ['a', 'b']]"],
  ],
  [
    'the jail asks for a helper',
    [definition('_p = <x>\n[Init]\nx = 1\n'), 'failregex = %(known/_p)s%(known/x)s\n'],
    ["['addfailregex', '11']"],
  ],
  [
    'the jail knows the parameter',
    [definition('x = 1\n'), 'failregex = %(known/x)s\n', 'f[x=2]'],
    ["['addfailregex', '2']"],
  ],
  [
    'a part of the word datepattern',
    [definition('failregex = a\n'), '', 'f[date=1]'],
    ["['addfailregex', 'a']", "['date', '1']"],
  ],
  ['no [Definition]', ['[Init]\nx = 1\n'], []],
])('%s', (_, [filter, jail, call], expected) => {
  expect(sent(filter!, jail, call)).toEqual(expected);
});

test('the files of a filter are merged', () => {
  const more = {
    'filter.d/common.conf': '[DEFAULT]\n_d = sshd\n',
    'filter.d/f.local': definition('failregex = %(known/failregex)s\n  b\n'),
    'filter.d/f.d/x.conf': definition('_d = other\n'),
  };
  const filter = `[INCLUDES]\nbefore = common.conf\n${definition('failregex = ^%(_d)s\n')}`;
  expect(sent(filter, '', 'f', more)).toEqual(["['multi-set', 'j', 'addfailregex', ['^other', 'b']]"]);
});

test.each([
  ['f ', '[Definition]\nfailregex = a\n', undefined],
  ['f [x=1]', '[Definition]\n', "Unable to read the filter 'f '"],
  ['missing', '[Definition]\n', "Unable to read the filter 'missing'"],
  ['f.conf', '[Definition]\n', "Unable to read the filter 'f.conf'"],
  ['f[x', '[Definition]\n', "Invalid filter definition 'f[x': unexpected option syntax"],
  ['f[x]', '[Definition]\n', "Invalid filter definition 'f[x]': expected option, wrong syntax at 0: x"],
  ["f[x='", '[Definition]\n', 'Invalid filter definition "f[x=\'": unexpected option syntax'],
])('filter = %s', (call, filter, message) => {
  const lines = sent(filter, '', call);
  const note = `Jail 'j' skipped, because of wrong configuration: ${message}`;
  const quoted = note.includes('"') ? `'${note.replaceAll("'", "\\'")}'` : `"${note}"`;
  expect(lines).toEqual(message === undefined ? ["['addfailregex', 'a']"] : [`['config-error', ${quoted}]`]);
});
