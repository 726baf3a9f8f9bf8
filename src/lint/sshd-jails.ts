import type { Jail, Model } from './model';

/** The enabled jails that see failed logins of sshd, by their filters: sshd, one named after it, or one for all of PAM. */
export function sshdJails({ jails }: Model): readonly Jail[] {
  return jails.filter(jail => {
    const name = jail.reading.filter?.name.value ?? jail.text('filter')?.replace(/\[.*$/s, '') ?? '';
    return jail.enabled && /sshd|^ssh$|^pam-generic$/.test(name.trim());
  });
}
