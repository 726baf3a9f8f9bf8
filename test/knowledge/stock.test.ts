import { releasesWith, stockFile, stockNames } from '../../src/knowledge/stock';

describe('what releases have', () => {
  test('a filter that was removed', () => {
    expect(stockNames('filter').get('sshd-ddos')).toEqual(['0.9.7', 'epel7-0.9']);
  });
  test('an action of the newest releases', () => {
    expect(stockNames('action').get('csf')).toEqual(['1.1.1', 'master']);
  });
  test('jails are the sections of jail.conf', () => {
    expect(stockNames('jail').has('sshd')).toBe(true);
    expect(stockNames('jail').has('DEFAULT')).toBe(false);
    expect(stockNames('jail').has('ssh')).toBe(false);
  });
  test('a file that never was', () => {
    expect(stockFile('filter.d/toString.conf')).toBeUndefined();
    expect(stockFile('__proto__')).toBeUndefined();
  });
});

describe('what a setting was', () => {
  const valuesOf = (file: string, section: string, option: string) =>
    stockFile(file)?.sections.get(section)?.options.get(option) ?? [];

  test('plain settings are kept', () => {
    expect(valuesOf('jail.conf', 'DEFAULT', 'bantime').map(({ value }) => value)).toEqual(['600', '10m']);
    expect(releasesWith(valuesOf('jail.conf', 'DEFAULT', 'bantime'), '10m')).toContain('1.0.2');
    expect(releasesWith(valuesOf('jail.conf', 'DEFAULT', 'bantime'), '1h')).toEqual([]);
  });
  test('of regexes and commands only the hash', () => {
    const regexes = valuesOf('filter.d/sshd.conf', 'Definition', 'failregex');
    expect(regexes.length).toBeGreaterThan(1);
    expect(regexes.every(({ value }) => value === undefined)).toBe(true);
    const commands = valuesOf('action.d/iptables.conf', 'Definition', 'actionban');
    expect(commands.every(({ value }) => value === undefined)).toBe(true);
  });
});
