import { jailFile, predict, reasonsOf, type Tree } from './predict';
import type { Tried } from './tried';
import { triedDaemonOptions } from './tried-daemon-options';
import { triedFilterOptions } from './tried-filter-options';
import { triedJailOptions } from './tried-jail-options';
import { triedNames } from './tried-names';
import { triedTimes } from './tried-times';

/** A tree in which `value` stands where `what` says. */
function treeWith(what: string, value: string): Tree {
  if (what === 'name') return { 'jail.conf': jailFile(value, '') };
  if (what === 'name (no database)') {
    return { 'jail.conf': jailFile(value, ''), 'fail2ban.conf': '[Definition]\ndbfile = None\n' };
  }
  if (what === 'filter parameter') return { 'jail.conf': jailFile('test', `filter = test[${value}]`) };
  if (what === 'journalmatch (systemd)') {
    return { 'jail.conf': jailFile('test', `backend = systemd\njournalmatch = ${value}`) };
  }
  const [, section, option] = /^(Definition|Thread)\.(.*)$/.exec(what) ?? [];
  if (section === undefined) return { 'jail.conf': jailFile('test', `${what} = ${value}`) };
  const definition = section === 'Thread' ? '[Definition]\n' : '';
  return { 'fail2ban.conf': `${definition}[${section}]\n${option} = ${value}\n` };
}

const all: readonly (readonly [string, Tried])[] = [
  ...triedTimes,
  ...triedJailOptions,
  ...triedFilterOptions,
  ...triedDaemonOptions,
  ...triedNames,
];

describe.each(all)('%s', (what, { taken, refused }) => {
  if (taken.length > 0) {
    test.each(taken)('takes %j', value => {
      const tree = treeWith(what, value);
      expect([predict(tree).verdict, reasonsOf(tree)]).toEqual(['up', []]);
    });
  }
  if (refused.length > 0) {
    test.each(refused)('refuses %j', value => {
      const tree = treeWith(what, value);
      expect(predict(tree).verdict).toBe('down');
      expect(reasonsOf(tree)).not.toEqual([]);
    });
  }
});
