import { layeredSnapshot } from '../../src/files/layered';
import { memorySnapshot } from '../../src/files/snapshot';
import { lineMark } from '../../src/knowledge/line-mark';
import { isUnchangedStock } from '../../src/knowledge/stock';
import { stockReleases } from '../../src/knowledge/stock-facts';
import { preflight } from '../../src/preflight/preflight';
import { bundledBase } from '../../src/resolve/bundled-base';
import { chooseBase } from '../../src/resolve/choose-base';
import { inferRelease } from '../../src/resolve/infer-release';
import { missingPart } from '../../src/resolve/missing-part';
import { loadFails, resolve } from '../../src/resolve/setup';
import { opaque, withoutOpaque } from '../../src/text/opaque';

const root = '/etc/fail2ban';

// nothing sets the banaction of the image
test.each(stockReleases.filter(each => each !== 'linuxserver'))(
  '%s is a configuration fail2ban would start with every jail of',
  release => {
    const base = bundledBase(release, root)!;
    const { release: inferred } = inferRelease(base);
    const jails = resolve(base, inferred).jails.map(({ name }) => name);
    expect(jails.length).toBeGreaterThan(50);
    // pass2allow-ftp wants a variable of its own
    const enabled = jails
      .filter(name => name !== 'pass2allow-ftp')
      .map(name => `[${name}]\nenabled = true\n`);
    const tree = memorySnapshot(new Map([['jail.local', enabled.join('')]]), root);
    const setup = resolve(layeredSnapshot(tree, base, { name: release }), inferred);
    expect(loadFails(setup)).toBe(false);
    expect(missingPart(base)).toBeUndefined();
  },
);

test('a name that is no release has no base', () => {
  expect(bundledBase('debian-9', root)).toBeUndefined();
});

test('what stands for a file counts as that file', () => {
  const base = bundledBase('debian-1.0.2', root)!;
  const entry = base.entry(`${root}/filter.d/sshd.conf`)!;
  expect(entry).toMatchObject({ kind: 'text', standsFor: 'debian-1.0.2' });
  expect(isUnchangedStock({ name: 'filter.d/sshd.conf', entry })).toBe(true);
  const { text } = entry as { text: string };
  expect(text).toContain('before = common.conf\n');
  expect(text).toMatch(/^failregex = %\(cmnfailre\)s\n {12}<mdre-<mode>>$/m);
  expect(text).toContain(opaque);
});

test('stock jails come up on it', () => {
  const tree = memorySnapshot(
    new Map([['jail.local', '[sshd]\nenabled = true\n[nginx-http-auth]\nenabled = true\n']]),
    root,
  );
  const snapshot = layeredSnapshot(tree, bundledBase('1.1.1', root)!, { name: '1.1.1' });
  const { verdict, jails } = preflight(resolve(snapshot, inferRelease(snapshot).release));
  expect(verdict).toBe('up');
  expect([...jails]).toEqual([
    ['sshd', 'up'],
    ['nginx-http-auth', 'up'],
  ]);
});

test('people see an ellipsis', () => {
  expect(withoutOpaque(`^${opaque}${lineMark('x')}${opaque}<HOST>`)).toBe('^…<HOST>');
});

describe('which base', () => {
  const chosen = (files: Readonly<Record<string, string>>, release?: string) =>
    chooseBase(memorySnapshot(new Map(Object.entries(files)), root), release);

  test.each([
    ['[sshd]\nenabled = true\n', 'debian-1.0.2'],
    ['[xrdp]\nenabled = true\n', '1.1.1'],
    ['[dante]\nenabled = true\n', '1.1.0'],
    ['[web]\nfilter = vaultwarden[mode=x]\n', '1.1.1'],
    // what only old releases have is a mistake
    ['[DEFAULT]\naction = badips\n', 'debian-1.0.2'],
    ['[sshd]\nlogpath = /remotelogs/nginx/error.log\n', 'linuxserver'],
  ])('%j lies on %s', (text, name) => {
    expect(chosen({ 'jail.local': text })).toMatchObject({ name });
  });

  test('a filter of the tree asks for nothing', () => {
    const files = { 'jail.local': '[xrdp]\nenabled = true\n', 'filter.d/xrdp.conf': '[Definition]\n' };
    expect(chosen(files).name).toBe('debian-1.0.2');
  });

  test('the release that was said', () => {
    expect(chosen({ 'jail.local': '[xrdp]\n' }, '0.11').name).toBe('0.11.2');
    expect(chosen({ 'jail.local': '' }, '1.1.0').name).toBe('1.1.0');
  });

  test('what a tree lacks', () => {
    const lacks = (files: Readonly<Record<string, string>>) =>
      missingPart(memorySnapshot(new Map(Object.entries(files)), root));
    const rest = { 'fail2ban.conf': '', 'filter.d/own.conf': '', 'action.d/own.conf': '' };
    expect(lacks({ 'jail.local': '' })).toBe('it has no jail.conf');
    expect(lacks({ 'jail.conf': '[sshd]\n', ...rest })).toContain('filter.d/sshd.conf');
    expect(lacks({ 'jail.conf': '[own]\n', ...rest })).toBeUndefined();
    expect(lacks({ 'jail.conf': '[sshd]\n', ...rest, 'filter.d/sshd.conf': '' })).toBeUndefined();
  });
});
