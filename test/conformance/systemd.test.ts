import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { version } from '../../package.json';
import { hookTexts } from '../../src/cli/init/hook-texts';
import { builtCli } from '../cli/built-cli';
import { badJails, laySoundTree } from '../sound-tree';
import { temporaryDirectory } from '../temporary-directory';

const place = temporaryDirectory();
const program = join(place, 'f2blint');
const tree = join(place, 'etc/fail2ban');
const dropIn = readFileSync(join(__dirname, '../../examples/systemd/f2blint.conf'), 'utf8');
const script = builtCli();

beforeAll(() => {
  writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${script}' "$@"\n`);
  chmodSync(program, 0o755);
  mkdirSync(join(place, 'fail2ban.service.d'));
  // what Debian has
  copyFileSync('/lib/systemd/system/fail2ban.service', join(place, 'fail2ban.service'));
});

/** What systemd says of the unit of Debian with a drop-in. */
function verify(text: string) {
  const ours = text.replaceAll('/usr/local/bin/f2blint', program);
  writeFileSync(join(place, 'fail2ban.service.d/f2blint.conf'), ours);
  const unit = join(place, 'fail2ban.service');
  const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', unit], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

test('the drop-in is what the pages and init say', () => {
  expect(dropIn.replace(/^#.*\n/gm, '')).toBe(hookTexts(version).get('systemd')!.text);
  expect(readFileSync(join(__dirname, '../../docs/recipes.md'), 'utf8')).toContain(
    hookTexts(version).get('systemd')!.text,
  );
});

test('systemd takes it without a word', () => {
  expect(verify(dropIn)).toEqual({ status: 0, said: '' });
  expect(verify(dropIn.replace('ExecStartPre', 'ExecBeforeStart')).said).toContain('ExecBeforeStart');
});

test.each([
  ['a good tree', 0],
  ['a bad one', 1],
])('%s: what it runs before a start and a reload ends with the right code', (name, code) => {
  laySoundTree(tree);
  if (name !== 'a good tree') writeFileSync(join(tree, 'jail.local'), badJails);
  const commands = [...dropIn.matchAll(/^(ExecStartPre|ExecReload)=(-?)(\S*f2blint) (.*)$/gm)];
  const ends = commands.map(([, when, isIgnored, , words = '']) => {
    const given = words.replace('/etc/fail2ban', tree).split(' ');
    return [when, isIgnored, spawnSync(program, given).status];
  });
  // the - lets a start go on
  expect(ends).toEqual([
    ['ExecStartPre', '-', code],
    ['ExecReload', '', code],
  ]);
});
