import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { builtCli, runCli } from '../cli/built-cli';
import { temporaryDirectory } from '../temporary-directory';
import { type DebianRoot, downloadPackages, unpackRoot } from './debian-root';

const script = builtCli();
const directory = temporaryDirectory();
const downloads = join(directory, 'downloads');

const packages = ['base-files', 'dash', 'systemd', 'openssh-server', 'nftables', 'fail2ban'];
const enabled = { 'ssh.service': 'multi-user.target', 'fail2ban.service': 'multi-user.target' };

/** Debian 12 with fail2ban, the same with rsyslog, and with firewalld. */
const roots: Readonly<Record<string, DebianRoot>> = {
  plain: { packages, enabled },
  rsyslog: {
    packages: [...packages, 'rsyslog'],
    enabled: { ...enabled, 'rsyslog.service': 'multi-user.target' },
  },
  firewalld: {
    packages: [...packages, 'firewalld', 'iptables'],
    enabled: { ...enabled, 'firewalld.service': 'multi-user.target' },
  },
};

beforeAll(() => {
  mkdirSync(downloads);
  downloadPackages(downloads, [...new Set(Object.values(roots).flatMap(root => root.packages))]);
  for (const [name, root] of Object.entries(roots)) unpackRoot(join(directory, name), downloads, root);
});

function facts(name: string) {
  const { status, stdout } = runCli(script, ['facts', '--root', join(directory, name)]);
  expect(status).toBe(0);
  return JSON.parse(stdout);
}

interface Finding {
  readonly rule: string;
  readonly severity: string;
  readonly file: string;
  readonly line: number;
  readonly message: string;
}

function findings(...args: readonly string[]): readonly Finding[] {
  const { status, stdout } = runCli(script, ['lint', '--format', 'json', '--fail-on', 'never', ...args]);
  expect(status).toBe(0);
  return JSON.parse(stdout).findings;
}

function summary(root: string): readonly string[] {
  const inRoot = (file: string) => file.slice(root.length + 1);
  return findings('--root', root)
    .filter(({ rule }) => rule !== missingLog)
    .map(({ severity, rule, file, line }) => `${severity} ${rule} ${inRoot(file)}:${line}`);
}

const missingLog = 'log/file-missing';
const jail = 'etc/fail2ban/jail.d/defaults-debian.conf';
const passwords = 'info sshd/password-authentication etc/ssh/sshd_config:1';

describe('roots unpacked from the packages of Debian 12', () => {
  const shared = { os: 'debian12', 'fail2ban-version': '1.0.2', 'openssh-version': '9.2p1', journal: true };

  test('plain: nftables, the journal, and no iptables for the stock ban action', () => {
    expect(facts('plain')).toMatchObject({
      ...shared,
      firewall: 'nftables',
      'log-files': [],
      units: ['fail2ban.service', 'ssh.service'],
      commands: expect.arrayContaining(['nft', 'sh', 'sshd']),
    });
    // what another user unpacks belongs to that user
    if (process.getuid?.() === 0)
      expect(facts('plain').modes).toMatchObject({
        'jail.conf': { mode: '0644', owner: 'root' },
        '/etc/ssh/moduli': { mode: '0644', owner: 'root' },
      });
    expect(summary(join(directory, 'plain'))).toEqual([`error action/missing-tool ${jail}:2`, passwords]);
  });

  test('rsyslog: it will write auth.log', () => {
    expect(facts('rsyslog')).toMatchObject({
      ...shared,
      'log-files': expect.arrayContaining(['/var/log/auth.log', '/var/log/syslog']),
      units: ['fail2ban.service', 'rsyslog.service', 'ssh.service'],
    });
    expect(summary(join(directory, 'rsyslog'))).toEqual([`error action/missing-tool ${jail}:2`, passwords]);
    expect(findings('--root', join(directory, 'rsyslog')).map(({ rule }) => rule)).not.toContain(missingLog);
    expect(verdict('--root', join(directory, 'rsyslog'))).toBe('up');
  });

  test('firewalld: bans of iptables do not last beside it', () => {
    expect(facts('firewalld')).toMatchObject({ ...shared, firewall: 'firewalld', 'log-files': [] });
    expect(summary(join(directory, 'firewalld'))).toEqual([
      `warning coverage/firewall-mismatch ${jail}:2`,
      passwords,
    ]);
  });

  // switch on (test) when log/file-missing is there
  test.each(['plain', 'firewalld'])('%s: auth.log, which nobody writes', name => {
    const root = join(directory, name);
    expect(findings('--root', root).filter(({ rule }) => rule === missingLog)).toMatchObject([
      { severity: 'error', file: join(root, jail), message: expect.stringContaining('/var/log/auth.log') },
    ]);
    expect(verdict('--root', root)).toBe('down');
  });
});

function verdict(...args: readonly string[]): string {
  return JSON.parse(runCli(script, ['preflight', '--format', 'json', ...args]).stdout).verdict;
}

/** What fail2ban itself says of a configuration, without starting anything. */
function fail2banTest(tree: string): { readonly passes: boolean; readonly output: string } {
  const { status, stdout, stderr } = spawnSync('fail2ban-client', ['-c', tree, '-t'], { encoding: 'utf8' });
  return { passes: status === 0, output: stdout + stderr };
}

describe('on this host, with the packages installed', () => {
  const live = '/etc/fail2ban';

  test('the facts are those of the installation', () => {
    const { stdout } = runCli(script, ['facts']);
    const isThere = existsSync('/var/log/auth.log');
    const found = JSON.parse(stdout);
    expect(found).toMatchObject({ 'fail2ban-version': '1.0.2', 'openssh-version': '9.2p1' });
    expect(found['log-files'].includes('/var/log/auth.log')).toBe(isThere);
    expect(found.commands).toContain('fail2ban-client');
  });

  // switch on (test) when log/file-missing is there
  test('lint and preflight say what keeps the stock installation from starting', () => {
    const { passes, output } = fail2banTest(live);
    expect(verdict(live)).toBe(passes ? 'up' : 'down');
    const missing = findings(live).filter(({ rule }) => rule === missingLog);
    expect(missing.length > 0).toBe(/Have not found any log file for sshd jail/.test(output));
    expect(findings('--no-host', live).map(({ rule }) => rule)).not.toContain(missingLog);
  });

  test('with the journal as its backend it starts', () => {
    const copy = join(directory, 'copy/etc/fail2ban');
    cpSync(live, copy, { recursive: true });
    writeFileSync(join(copy, 'jail.d/zz.local'), '[sshd]\nbackend = systemd\n');
    expect(fail2banTest(copy)).toMatchObject({ passes: true });
    expect(verdict('--host', copy)).toBe('up');
    expect(findings('--host', copy).map(({ rule }) => rule)).not.toContain(missingLog);
  });
});
