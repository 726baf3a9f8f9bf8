import { type Found, found, unknown } from './found';
import { installedPackage } from './packages';
import type { RootFiles } from './root-files';

/** The release of OpenSSH's server, such as `9.2p1`. */
export function findOpensshVersion(root: RootFiles): Found<string> {
  const installed = installedPackage(root, ['openssh-server', 'openssh']);
  // apk writes 9.7_p1-r4
  const version = installed && /(?:^|:)(\d+(?:\.\d+)+)_?(p\d+)?/.exec(installed.version);
  if (!installed || !version) return unknown('no package database has openssh-server');
  return found(version[1]! + (version[2] ?? ''), installed.source);
}

/** The release of fail2ban, such as `1.0.2`: one that somebody installed by hand is found first when it starts. */
export function findFail2banVersion(root: RootFiles): Found<string> {
  const ofPython = moduleVersion(root, '/usr/local/lib');
  if (ofPython !== undefined) return ofPython;
  const installed = installedPackage(root, ['fail2ban', 'fail2ban-server']);
  const version = installed && /(?:^|:)(\d+(?:\.\d+)+)/.exec(installed.version)?.[1];
  if (installed && version) return found(version, installed.source);
  return moduleVersion(root, '/usr/lib') ?? unknown('no package database has fail2ban');
}

/** What version.py says, read as text. */
function moduleVersion(root: RootFiles, library: string): Found<string> | undefined {
  const entries = root.entries(library);
  if (typeof entries === 'string') return undefined;
  for (const { name } of entries) {
    if (!/^python3(?:\.\d+)?$/.test(name)) continue;
    for (const packages of ['dist-packages', 'site-packages']) {
      const file = `${library}/${name}/${packages}/fail2ban/version.py`;
      const version = /^version\s*=\s*["']([\w.]+)["']/m.exec(root.text(file) ?? '')?.[1];
      if (version !== undefined) return found(version, file);
    }
  }
  return undefined;
}
