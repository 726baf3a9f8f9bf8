import type { RootFiles } from './root-files';

/** The log files that the rules of rsyslog name, in /etc/rsyslog.conf and /etc/rsyslog.d (rsyslog.conf(5)); a name put together is left out. */
export function syslogFiles(root: RootFiles): readonly string[] {
  const dropIns = root.entries('/etc/rsyslog.d');
  const names = typeof dropIns === 'string' ? [] : dropIns.map(({ name }) => `/etc/rsyslog.d/${name}`);
  return ['/etc/rsyslog.conf', ...names.filter(name => name.endsWith('.conf'))].flatMap(path =>
    (root.text(path) ?? '').split('\n').flatMap(line => fileOf(line) ?? []),
  );
}

/** `auth,authpriv.*  -/var/log/auth.log`, or `action(type="omfile" file="/var/log/auth.log")`. */
function fileOf(line: string): string | undefined {
  if (/^\s*#/.test(line)) return undefined;
  return (
    /^[ \t]*[\w*,=!-]+\.[\w*,;.=!-]+\s+-?(\/[^\s;%]+)(?:[\s;]|$)/.exec(line)?.[1] ??
    /\bfile="(\/[^"%]+)"/i.exec(line)?.[1]
  );
}
