import { actionOptions } from '../../src/knowledge/reader-options';
import { commandsOf } from './resolve-tree';

type Files = Readonly<Record<string, string>>;

/** What is sent for the actions of a jail `j`. */
function sent(action: string, files: Files, jail = '', release?: string): readonly string[] {
  const tree = {
    'fail2ban.conf': '[Definition]\n',
    'jail.conf': `[j]\nenabled = true\naction = ${action}\n${jail}`,
    ...files,
  };
  return commandsOf(tree, release).filter(line => /'(?:addaction|action|config-error)'/.test(line));
}

const ban = (text: string): Files => ({ 'action.d/a.conf': `[Definition]\n${text}` });
const init = (text: string): Files => ban(`actionban = <x>\n[Init]\n${text}`);
const added = "['set', 'j', 'addaction', 'a']";
const names = "['name', 'j'], ['actname', 'a']";

const nones = actionOptions.map(({ name }) => `['${name}', None]`).join(', ');

/** The line that sets the options of the action. */
const set = (options: string) => [added, `['multi-set', 'j', 'action', 'a', [${options}]]`];

// Section 9 of the semantics reference; each line is what `fail2ban-client -d` 1.0.2 prints.
test.each<readonly [string, string, Files, readonly string[]]>([
  ['an option', 'a', ban('actionban = b\n'), set(`['actionban', 'b'], ${names}`)],
  ['none', 'a', ban(''), set(names)],
  [
    'in the order of the table, switches as such',
    'a',
    ban('actionunban = u\nnorestored = on\nactionstart_on_demand = x\nactionstart = s\n'),
    set(
      `['actionstart', 's'], ['actionstart_on_demand', False], ['actionunban', 'u'], ['norestored', True], ${names}`,
    ),
  ],
  [
    'helpers stay here',
    'a',
    ban('actionban = %(x)s <x> <y>\nx = 1\n'),
    set(`['actionban', '1 1 <y>'], ${names}`),
  ],
  [
    '[Init] is sent as well',
    'a',
    init('x = <y>\ny = 1\n'),
    set(`['actionban', '1'], ${names}, ['x', '<y>'], ['y', '1']`),
  ],
  [
    'a parameter over [Init]',
    'a[x=2, z=3]',
    init('x = 1\n'),
    set(`['actionban', '2'], ['x', '2'], ['z', '3'], ${names}`),
  ],
  [
    'what it replaces',
    'a[x="<known/x>2"]',
    init('x = 1\n'),
    set(`['actionban', '12'], ['x', '<known/x>2'], ${names}`),
  ],
  [
    'a parameter over an option',
    'a[actionban=c]',
    ban('actionban = b\n'),
    set(`['actionban', 'c'], ${names}`),
  ],
  [
    'what the server fills in stays',
    'a',
    ban('actionban = <ip> <matches> <ipmatches> <ipjailmatches> <bantime> <timeout>\n[Init]\ntimeout = 5\n'),
    set(
      `['actionban', '<ip> <matches> <ipmatches> <ipjailmatches> <bantime> <timeout>'], ${names}, ['timeout', '5']`,
    ),
  ],
  [
    'options of the jail',
    'a',
    ban('actionban = <maxretry> <backend> %(maxretry)s <port> %(name)s\n'),
    set(`['actionban', '5 auto 5 <port> j'], ${names}`),
  ],
  [
    'a conditional section',
    'a',
    ban('actionban = <x> <y>\n[Init]\nx = 4\ny = 1\n[Init?family=inet6]\nx = 6\n'),
    set(`['actionban', '<x> 1'], ${names}, ['x', '4'], ['y', '1'], ['x?family=inet6', '6']`),
  ],
  [
    'a parameter leaves the conditional value alone',
    'a[x=9]',
    ban('actionban = <x>\n[Init]\nx = 4\n[Init?family=inet6]\nx = 6\n'),
    set(`['actionban', '<x>'], ['x', '9'], ${names}, ['x?family=inet6', '6']`),
  ],
  ['no [Definition]', 'a', { 'action.d/a.conf': '[Init]\nx = 1\n' }, set(`${nones}, ${names}, ['x', '1']`)],
])('%s', (_, action, files, expected) => {
  expect(sent(action, files, 'maxretry = 5\nport = 22\n')).toEqual(expected);
});

test.each([
  ['a', 'a'],
  ['a[name=j]', 'a'],
  ['a[name=other]', 'a-other'],
  ['a[name=j-2]', 'a-2'],
  ['a[name=jx]', 'ax'],
  ['a[actname=b]', 'b'],
  ['a[actname=b, name=c]', 'b'],
])('the name of the action in %s is %s', (action, name) => {
  const lines = sent(action, ban('actionban = <name> <actname>\n'));
  expect(lines[0]).toBe(`['set', 'j', 'addaction', '${name}']`);
  const given = /name=(\w[\w-]*)/.exec(action.replace(/actname=\w+/, ''))?.[1] ?? 'j';
  expect(lines[1]).toContain(`['actionban', '${given} ${name}']`);
});

test.each([
  ['b.py', `'b', '/etc/fail2ban/action.d/b.py', '{}'`],
  ['b.py[x=1, y="a b"]', `'b', '/etc/fail2ban/action.d/b.py', '{"x": "1", "y": "a b"}'`],
  ['b.py[actname=c, x=1]', `'c', '/etc/fail2ban/action.d/b.py', '{"x": "1"}'`],
  [
    "b.py[name=é😀\\']",
    `'b', '/etc/fail2ban/action.d/b.py', '{"name": "\\\\u00e9\\\\ud83d\\\\ude00\\\\\\\\\\'"}'`,
  ],
  ['b.py[x=<y>%%]', `'b', '/etc/fail2ban/action.d/b.py', '{"x": "<y>%"}'`],
  ['/opt/b.py', `'/opt/b', '/opt/b.py', '{}'`],
  ['sub/b.py', `'sub/b', '/etc/fail2ban/action.d/sub/b.py', '{}'`],
  ['b.py[x="a\n  b"]', `'b', '/etc/fail2ban/action.d/b.py', '{"x": "a\\\\nb"}'`],
])('a Python action: %s', (action, expected) => {
  expect(sent(action, {})).toEqual([`['set', 'j', 'addaction', ${expected}]`]);
});

test.each([
  ['missing', "Unable to read action 'missing'"],
  ['a missing', "Unable to read action 'missing'"],
  ['a[', "Invalid action definition 'a[': unexpected option syntax"],
  [
    'a[x="1" , y=2]',
    `Invalid action definition 'a[x="1" , y=2]': unexpected syntax at 5 after option 'x':  , y=2`,
  ],
])('action = %s leaves the jail out', (action, message) => {
  const note = `Jail 'j' skipped, because of wrong configuration: ${message}`;
  const quoted = note.includes('"') ? `'${note.replaceAll("'", "\\'")}'` : `"${note}"`;
  expect(sent(action, ban('actionban = b\n'))).toEqual([`['config-error', ${quoted}]`]);
});

test('a text that refers to itself counts only if the jail is not left out', () => {
  const loop = ban('actionban = <actionban>\n');
  expect(sent('a', loop)).toEqual([]);
  expect(sent('a missing', loop)).toHaveLength(1);
});
