import { spawnSync } from 'node:child_process';
import { appendFileSync, copyFileSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A root as Debian would have it, unpacked from its packages. Nothing of them is run. */
export interface DebianRoot {
  readonly packages: readonly string[];
  /** Units their maintainer scripts would enable, with the target that wants each. */
  readonly enabled: Readonly<Record<string, string>>;
}

/** Downloads packages into a directory that is empty, as they are in the release of this machine. */
export function downloadPackages(directory: string, names: readonly string[]): void {
  run('apt-get', ['-q', '-o', 'APT::Sandbox::User=root', 'download', ...names], directory);
}

/** Unpacks packages into a new root, registers them, and does by hand what their scripts would do when they are installed. */
export function unpackRoot(root: string, downloads: string, { packages, enabled }: DebianRoot): void {
  mkdirSync(join(root, 'var/lib/dpkg'), { recursive: true });
  const files = readdirSync(downloads);
  for (const name of packages) {
    const file = join(downloads, files.find(each => each.startsWith(`${name}_`)) ?? `${name} is missing`);
    run('dpkg-deb', ['-x', file, root], root);
    const control = run('dpkg-deb', ['-f', file], root);
    const stanza = control.replace('\n', '\nStatus: install ok installed\n');
    appendFileSync(join(root, 'var/lib/dpkg/status'), `${stanza.trimEnd()}\n\n`);
  }
  writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0:root:/root:/bin/bash\n');
  copyFileSync(join(root, 'usr/share/openssh/sshd_config'), join(root, 'etc/ssh/sshd_config'));
  for (const [unit, target] of Object.entries(enabled))
    link(root, `/etc/systemd/system/${target}.wants/${unit}`, `/lib/systemd/system/${unit}`);
  if (packages.includes('iptables')) {
    for (const name of ['iptables', 'ip6tables']) {
      link(root, `/usr/sbin/${name}`, `/etc/alternatives/${name}`);
      link(root, `/etc/alternatives/${name}`, `/usr/sbin/${name}-nft`);
    }
  }
}

function link(root: string, path: string, target: string): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  symlinkSync(target, join(root, path));
}

function run(command: string, args: readonly string[], directory: string): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd: directory, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}\n${stderr}`);
  return stdout;
}
