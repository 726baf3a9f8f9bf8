import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv/dist/2020';
import schema from '../../schemas/facts.schema.json';
import { makeRoot } from '../host/make-root';
import { temporaryDirectory } from '../temporary-directory';
import { builtCli, runCli } from './built-cli';

const script = builtCli();
const directory = temporaryDirectory();

const jail = '[web]\nenabled = true\nfilter = web\nlogpath = /srv/www/*/error.log\naction = drop[name=web]\n';
const tree = {
  'fail2ban.conf': '[Definition]\n',
  'jail.local': jail,
  'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  'action.d/drop.conf':
    '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\nactionunban = iptables -D INPUT -s <ip> -j DROP\n',
};
const below = (place: string, files: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(files).map(([name, text]) => [`${place}/${name}`, text]));

const root = makeRoot(directory, {
  ...below('/etc/fail2ban', tree),
  '/etc/ssh/sshd_config': 'Include /etc/ssh/sshd_config.d/*.conf\n',
  '/etc/os-release': 'ID=debian\nVERSION_ID="12"\n',
  '/usr/bin/sh': { program: '' },
  '/usr/sbin/nft': { program: '' },
  '/var/log/auth.log': '',
  '/srv/www/one/error.log': '',
  '/etc/systemd/system': 'directory',
});
const checkout = makeRoot(directory, below('/etc/fail2ban', tree));
const missing = 'action/missing-tool';

function rules(...args: readonly string[]): readonly string[] {
  const { status, stdout, stderr } = runCli(script, [
    'lint',
    '--format',
    'json',
    '--fail-on',
    'never',
    ...args,
  ]);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule);
}

test('facts prints a facts file, and on standard error how it came about', () => {
  const { status, stdout, stderr } = runCli(script, ['facts', '--root', root]);
  expect(status).toBe(0);
  const facts = JSON.parse(stdout);
  const validate = new Ajv({ allowUnionTypes: true }).compile(schema);
  expect(validate(facts) ? [] : validate.errors).toEqual([]);
  expect(facts).toMatchObject({
    os: 'debian12',
    firewall: 'nftables',
    journal: false,
    'log-files': ['/srv/www/one/error.log', '/var/log/auth.log'],
    commands: ['nft', 'sh'],
    units: [],
  });
  expect(stderr).toContain('os: /etc/os-release\n');
  expect(stderr).toContain('docker: unknown, there is no docker\n');
  expect(runCli(script, ['facts', '--root', root, '--quiet'])).toEqual({ status: 0, stdout, stderr: '' });
});

test('such a file does for lint what looking does', () => {
  const file = join(directory, 'facts.json');
  writeFileSync(file, runCli(script, ['facts', '--root', root]).stdout);
  expect(rules('--facts', file, join(checkout, 'etc/fail2ban'))).toContain(missing);
});

test('facts of a root are used where it is named, and can be left out', () => {
  expect(rules('--root', root)).toContain(missing);
  expect(rules('--root', root, '--no-host')).not.toContain(missing);
  expect(rules('--root', root, join(checkout, 'etc/fail2ban'))).toContain(missing);
  const none = join(directory, 'none.json');
  writeFileSync(none, '{}');
  expect(rules('--root', root, '--facts', none)).not.toContain(missing);
});

test('a copy is judged without a host', () => {
  expect(rules(join(checkout, 'etc/fail2ban'))).not.toContain(missing);
  expect(rules(root)).not.toContain(missing);
});

/** The paths that a run asks the system about. */
function tracePaths(...args: readonly string[]): string {
  const preload = join(directory, 'trace.cjs');
  writeFileSync(
    preload,
    `const fs = require('node:fs');
for (const name of ['openSync', 'readFileSync', 'statSync', 'lstatSync', 'readdirSync', 'realpathSync', 'existsSync']) {
  const real = fs[name];
  fs[name] = Object.assign((path, ...rest) => (fs.writeSync(2, path + '\\n'), real(path, ...rest)), real);
}`,
  );
  const run = spawnSync(process.execPath, ['--require', preload, script, 'lint', ...args], {
    encoding: 'utf8',
  });
  expect(run.status).toBe(0);
  return run.stderr;
}

test('nothing of the host is looked at for a copy, unless that is asked for', () => {
  const copy = join(checkout, 'etc/fail2ban');
  const ofHost = /^\/(?:var\/|run\/|proc\/|etc\/|usr\/s?bin)/m;
  const paths = tracePaths('--fail-on', 'never', copy);
  expect(paths).toContain(`${copy}/jail.local\n`);
  expect(paths).not.toMatch(ofHost);
  expect(tracePaths('--fail-on', 'never', '--host', copy)).toMatch(ofHost);
});

test('preflight takes the same options', () => {
  const file = join(directory, 'empty.json');
  writeFileSync(file, '{}');
  for (const args of [
    ['--root', root],
    ['--facts', file, root],
    ['--no-host', root],
    ['--root', root, '--no-host'],
  ]) {
    expect(runCli(script, ['preflight', ...args])).toMatchObject({ status: 0, stderr: '' });
  }
  expect(runCli(script, ['preflight', '--facts', join(directory, 'no.json'), root]).status).toBe(2);
});

test.each([
  [['lint', '--root', join(directory, 'nowhere')], 2, 'does not exist'],
  [['lint', '--root', __filename], 2, 'is not a directory'],
  [['facts', '--root', join(directory, 'nowhere')], 2, 'does not exist'],
  [['preflight', '--root', join(checkout, 'etc')], 3, 'there is no'],
  [['lint', '--root', join(checkout, 'etc')], 3, 'there is no'],
  [['facts', join(directory, 'nowhere')], 2, 'does not exist'],
])('%j ends with %d', (args, status, message) => {
  const run = runCli(script, args);
  expect(run).toMatchObject({ status, stdout: '' });
  expect(run.stderr).toContain(message);
});

test('facts of a root without fail2ban', () => {
  const { status, stdout } = runCli(script, ['facts', '--root', join(checkout, 'etc')]);
  expect(status).toBe(0);
  expect(Object.keys(JSON.parse(stdout)).filter(name => name !== 'modes')).toEqual([]);
});

describe('links of a root stay in it', () => {
  const outside = join(directory, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'jail.local'), '[outside]\nenabled = true\n');
  const image = makeRoot(directory, {
    '/srv/fail2ban/fail2ban.conf': '[Definition]\n',
    '/srv/fail2ban/jail.conf':
      '[INCLUDES]\nbefore = /srv/shared.conf\nafter = ../../../../../../../../etc/extra.conf\n',
    '/etc/fail2ban': { link: '/srv/fail2ban' },
    '/srv/shared.conf': '[shared]\nenabled = false\n',
    '/etc/extra.conf': '[extra]\nenabled = false\n',
    '/srv/own.local': '[own]\nenabled = false\n',
    '/srv/fail2ban/jail.local': { link: '/srv/own.local' },
    '/srv/fail2ban/jail.d/a.conf': { link: join(outside, 'jail.local') },
    '/srv/fail2ban/jail.d/b.conf': { link: '../../../../../../../../../../../etc/passwd' },
    '/srv/fail2ban/jail.d/c.conf': { link: 'c.conf' },
    '/srv/fail2ban/jail.d/d.conf': { link: '/dev/null' },
  });
  symlinkSync(outside, join(image, 'srv/fail2ban/filter.d'));

  test('absolute ones start at its top', () => {
    const { status, stdout, stderr } = runCli(script, ['lint', '--root', image, '--format', 'json']);
    expect(stderr).toBe('');
    expect(status).toBe(1);
    const { setups, findings } = JSON.parse(stdout);
    expect(setups).toMatchObject([{ path: join(image, 'etc/fail2ban'), jails: { defined: 3, enabled: 0 } }]);
    expect(findings.map(({ message }: { message: string }) => message).join('\n')).toMatch(
      /loop of symbolic links/,
    );
    expect(stdout).not.toContain('root:');
  });

  test('so do those of sshd', () => {
    const text = readFileSync(join(root, 'etc/ssh/sshd_config'), 'utf8');
    const host = makeRoot(directory, {
      ...below('/etc/fail2ban', tree),
      '/etc/ssh/sshd_config': text,
      '/etc/ssh/sshd_config.d/a.conf': { link: '/srv/sshd.conf' },
      '/srv/sshd.conf': 'Prot 22\n',
    });
    expect(rules('--root', host, '--no-host')).toContain('sshd/bad-keyword');
  });
});
