import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const example = join(__dirname, '../examples/mail-host/etc/fail2ban');

/** A `jail.local` in which nothing is wrong, and one with a `bantime` in line 2 that keeps fail2ban from starting. */
export const goodJails = '[DEFAULT]\nignoreip = 127.0.0.1/8 ::1 192.0.2.0/24\n\n[sshd]\nenabled = true\n';
export const badJails = goodJails.replace('[DEFAULT]\n', '[DEFAULT]\nbantime = 1 fortnight\n');

/** Lays a whole tree in which nothing is wrong into a directory. */
export function laySoundTree(directory: string): void {
  cpSync(example, directory, { recursive: true });
  rmSync(join(directory, 'jail.d'), { recursive: true });
  const daemon = join(directory, 'fail2ban.conf');
  // limits of jails have no place there
  writeFileSync(daemon, readFileSync(daemon, 'utf8').replace(/^(?:maxretry|findtime|bantime) .*\n/gm, ''));
  writeFileSync(join(directory, 'jail.local'), goodJails);
}
