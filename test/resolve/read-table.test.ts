import { asVariables, readTable, type TypedValue } from '../../src/resolve/read-table';
import { resolveTree } from './resolve-tree';

function shown(value: TypedValue | undefined): string {
  if (value === undefined) return 'not there';
  if (value.kind === 'text') return `text ${JSON.stringify(value.text.value)}`;
  return value.kind === 'nothing' ? 'nothing' : `${value.kind} ${value.value}`;
}

/** An option of `[a]` as an enabled jail has it. */
function read(option: string, file: string): string {
  const [jail] = resolveTree({
    'jail.conf': file.startsWith('[DEFAULT]') ? file : `[a]\nenabled = 1\n${file}`,
  }).jails;
  return shown(jail?.options.get(option)?.value);
}

// Types and defaults of section 6.2, conversions of section 12 of the semantics reference (`options.typed` of the oracle).
test.each([
  ['enabled', '', 'bool true'],
  ['backend', '', 'text "auto"'],
  ['backend', 'backend =\n', 'text ""'],
  ['filter', '', 'text ""'],
  ['action', '', 'text ""'],
  ['maxretry', '', 'not there'],
  ['maxretry', 'maxretry = 5\n', 'int 5'],
  ['maxretry', 'maxretry = -0_7\n', 'int -7'],
  ['maxretry', 'maxretry = ٥\n', 'int 5'],
  ['maxretry', 'maxretry = 99999999999999999999\n', 'int 99999999999999999999'],
  ['maxretry', 'maxretry = 5m\n', 'nothing'],
  ['maxretry', 'maxretry = 5 # five\n', 'nothing'],
  ['maxretry', 'maxretry = 5 ; five\n', 'int 5'],
  ['maxretry', 'maxretry =\n', 'nothing'],
  ['maxretry', '[DEFAULT]\nmaxretry = 7\nenabled = yes\n[a]\n', 'int 7'],
  ['bantime', 'bantime = 1h\n', 'text "1h"'],
  ['bantime', 'bantime =\n', 'text ""'],
  ['ignoreself', '', 'not there'],
  ['ignoreself', 'ignoreself = ON\n', 'bool true'],
  ['ignoreself', 'ignoreself = Yes\n', 'bool true'],
  ['ignoreself', 'ignoreself = y\n', 'bool false'],
  ['ignoreself', 'ignoreself = "true"\n', 'bool false'],
  ['ignoreself', 'ignoreself = true # x\n', 'bool false'],
  ['ignoreself', 'ignoreself =\n', 'bool false'],
  ['ignoreself', 'ignoreself = 1\n more\n', 'bool false'],
  ['maxlines', 'maxlines = x\n', 'nothing'],
  ['port', 'port = 22\n', 'not there'],
])('%s of %j is %s', (option, file, expected) => {
  expect(read(option, file)).toBe(expected);
});

test('a section that is not there gives the defaults, and nothing for the rest', () => {
  const { daemon } = resolveTree({ 'fail2ban.conf': '[definition]\nloglevel = DEBUG\n' });
  expect(shown(daemon.options.get('loglevel')?.value)).toBe('text "INFO"');
  expect(shown(daemon.options.get('dbmaxmatches')?.value)).toBe('nothing');
  expect(daemon.options.get('loglevel')?.setting).toBeUndefined();
});

test('an option that cannot be put together is an error, the others are read', () => {
  const { jailLookup } = resolveTree({ 'jail.conf': '[a]\nx = %\ny = 1\n' });
  const table = readTable(jailLookup, 'a', [
    { name: 'x', type: 'text' },
    { name: 'y', type: 'int' },
  ]);
  expect(table.errors.map(({ option }) => option)).toEqual(['x']);
  expect([...table.options.keys()]).toEqual(['y']);
});

test('as variables everything is text', () => {
  const [jail] = resolveTree({ 'jail.conf': '[a]\nenabled = on\nmaxretry = 1_0\nmaxmatches = x\n' }).jails;
  const variables = asVariables(jail!.options);
  const shownAs = (name: string) => {
    const value = variables.get(name);
    return value && 'value' in value ? value.value : value;
  };
  expect(['enabled', 'maxretry', 'maxmatches', 'backend', 'bantime'].map(shownAs)).toEqual([
    'True',
    '10',
    null,
    'auto',
    undefined,
  ]);
});
