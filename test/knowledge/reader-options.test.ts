import type { KnownOption, Reader } from '../../src/knowledge/known-option';
import { optionsOf } from '../../src/knowledge/options';
import {
  actionOptions,
  daemonOptions,
  earlyDaemonOptions,
  filterOptions,
  firstJailOptions,
  jailOptions,
  type ReaderOption,
  threadOptions,
} from '../../src/knowledge/reader-options';
import { findRelease, isAtLeast, type Release, releaseNames } from '../../src/knowledge/release';

/** Names, types and defaults as the readers of each release have them (`_configOpts` in client/*.py, read with Python). */
function shown(options: ReturnType<typeof jailOptions>): readonly string[] {
  return options.map(
    ({ name, type, fallback }) => `${name} ${type}${fallback === undefined ? '' : ` ${fallback}`}`,
  );
}

const filter = [
  'usedns',
  'prefregex',
  'ignoreregex',
  'failregex',
  'maxlines int',
  'datepattern',
  'journalmatch',
];
const jail = [
  ...['enabled bool false', 'backend text auto', 'maxretry int', 'maxmatches int', 'findtime', 'bantime'],
  ...[
    'bantime.increment bool',
    'bantime.factor',
    'bantime.formula',
    'bantime.multipliers',
    'bantime.maxtime',
  ],
  ...['bantime.rndtime', 'bantime.overalljails bool', 'ignorecommand', 'ignoreself bool', 'ignoreip'],
  ...['ignorecache', 'filter text ', 'logtimezone', 'logencoding', 'logpath', 'action text ', ...filter],
];
const withType = (names: readonly string[]) =>
  names.map(name => (name.includes(' ') ? name : `${name} text`));

test.each(releaseNames)('jails in %s', name => {
  const newest = ['skip_if_nologs bool false', 'systemd_if_nologs bool true'];
  const expected = withType(jail);
  if (name === '1.1.1' || name === 'master')
    expected.splice(expected.indexOf('logpath text') + 1, 0, ...newest);
  expect(shown(jailOptions(findRelease(name)!))).toEqual(expected);
});

test('filters and actions', () => {
  expect(shown(filterOptions)).toEqual(withType(filter));
  expect(shown(actionOptions)).toEqual(
    withType([
      ...['actionstart', 'actionstart_on_demand bool', 'actionstop', 'actionflush', 'actionreload'],
      ...['actioncheck', 'actionrepair', 'actionrepair_on_unban bool', 'actionban', 'actionprolong'],
      ...['actionreban', 'actionunban', 'norestored bool'],
    ]),
  );
});

test('allowipv6 came with 1.0', () => {
  const has = (name: string) => daemonOptions(findRelease(name)!).some(option => option.name === 'allowipv6');
  expect(releaseNames.filter(has)).toEqual(['1.0', '1.1.0', '1.1.1', 'master']);
});

describe.each(releaseNames)('what the readers of %s ask for is what schemas/options says', name => {
  const release = findRelease(name)!;
  test.each<[Reader, readonly ReaderOption[]]>([
    ['jail', [...firstJailOptions, ...jailOptions(release)]],
    // what is read early wins
    ['daemon', [...daemonOptions(release), ...earlyDaemonOptions]],
    ['thread', threadOptions],
    ['filter', filterOptions],
    ['action', actionOptions],
  ])('%s', (reader, asked) => {
    const described = [...optionsOf(reader).values()].filter(option => isAskedFor(option, release));
    const byName = new Map(asked.map(option => [option.name, option]));
    expect([...byName.keys()].sort()).toEqual(described.map(option => option.name).sort());
    for (const option of described) {
      const { type, fallback } = byName.get(option.name)!;
      expect([option.name, typeOf(option)]).toEqual([option.name, type]);
      if (fallback !== undefined)
        expect([option.name, option.default]).toEqual([option.name, String(fallback)]);
    }
  });
});

function isAskedFor({ isVariable, since, until }: KnownOption, release: Release): boolean {
  const isOld = since === undefined || since === '0.10' || isAtLeast(release, since);
  return (
    !isVariable && isOld && (until === undefined || !isAtLeast(release, until) || release.name === until)
  );
}

function typeOf({ format }: KnownOption): ReaderOption['type'] {
  if (format === 'boolean') return 'bool';
  return format === 'integer' ? 'int' : 'text';
}
