import { rules } from '../../rules/index';
import type { KnownOption } from '../../src/knowledge/known-option';
import { knownOptions } from '../../src/knowledge/option-table';
import { lintExample } from '../../src/lint/example';

const defaults = [
  ...['mode = normal', 'port = 0:65535', 'protocol = tcp', 'chain = INPUT', 'sender = a@example.org'],
  ...['banaction = note', 'banaction_allports = note', 'action_ = %(banaction)s[port="%(port)s"]'],
  ...['action_mw = %(action_)s', 'filter = web', 'action = %(action_)s', 'backend = auto', 'ignorecommand ='],
];

const files = {
  'fail2ban.conf': '[Definition]\ndbmaxmatches = 10\n',
  'jail.conf': `[DEFAULT]\n${defaults.join('\n')}\n`,
  'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  'filter.d/sshd.conf': '[Definition]\nmode = normal\nfailregex = ^bad login from <HOST>$\n',
  ...Object.fromEntries(
    ['note', 'nftables', 'ufw'].map(name => [
      `action.d/${name}.conf`,
      '[Definition]\nactionban = note <ip>\nactionunban = note <ip>\n[Init]\nport = 80\ntype = multiport\n',
    ]),
  ),
};
const jail = '[web]\nenabled = true\nlogpath = /var/log/web.log\n';
const ban = 'actionban = note <ip>\nactionunban = note <ip>\n';
const find = 'failregex = ^bad login from <HOST>$\n';

/** A tree in which an option has a value, everything else being sound. */
function treeWith({ reader, name }: KnownOption, value: string): Readonly<Record<string, string>> {
  const line = `${name} = ${value}\n`;
  const without = (text: string) => text.replace(new RegExp(`^${name} = .*\\n`, 'm'), '');
  const web = { ...files, 'jail.local': jail };
  switch (reader) {
    case 'jail':
      return { ...files, 'jail.local': `${without(jail)}${line}` };
    case 'daemon':
      return { ...web, 'fail2ban.local': `[Definition]\n${line}` };
    case 'thread':
      return { ...web, 'fail2ban.local': `[Thread]\n${line}` };
    case 'filter':
      return { ...web, 'filter.d/web.conf': `[Definition]\n${without(find)}${line}` };
    case 'filter-parameter':
      return { ...web, 'filter.d/web.conf': `[Definition]\n${find}[Init]\n${line}` };
    case 'action':
      return { ...web, 'action.d/note.conf': `[Definition]\n${without(ban)}${line}` };
    case 'action-parameter':
      return { ...web, 'action.d/note.conf': `[Definition]\n${ban}[Init]\n${line}` };
    case 'includes':
      return { ...web, 'jail.d/more.conf': `[INCLUDES]\n${line}`, [`jail.d/${value}`]: '' };
  }
}

const examples = knownOptions.flatMap(option =>
  (option.examples ?? []).map(
    example => [`${option.reader}: ${option.name} = ${example}`, option, example] as const,
  ),
);

/** Nothing stops because of it, and there is no warning about how it is written; that it may be unwise is another matter. */
function faultsOf(tree: Readonly<Record<string, string>>): readonly string[] {
  return lintExample(tree, rules)
    .diagnostics.filter(({ severity }) => severity !== 'info')
    .filter(({ rule, severity }) => severity === 'error' || /^(?:syntax|value|filter)\//.test(rule))
    .map(({ rule, severity, message }) => `${rule} ${severity} ${message}`);
}

test.each(examples)('%s is taken', (_, option, example) => {
  expect(faultsOf(treeWith(option, example))).toEqual([]);
});

test('the values are looked at', () => {
  const option = knownOptions.find(({ name }) => name === 'bantime')!;
  expect(faultsOf(treeWith(option, 'long'))).not.toEqual([]);
});
