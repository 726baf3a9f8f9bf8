/** Stock filters that find failed logins (catalogue of rules); those of mail are told by `findsMailLogins`. */
const names: ReadonlySet<string> = new Set(
  (
    'sshd dropbear vsftpd proftpd pure-ftpd wuftpd gssftpd dovecot courier-auth courier-smtp cyrus-imap exim perdition sieve ' +
    'solid-pop3d uwimap-auth squirrelmail roundcube-auth sogo-auth horde apache-auth nginx-http-auth lighttpd-auth pam-generic ' +
    'webmin-auth froxlor-auth mysqld-auth mongodb-auth mssql-auth asterisk freeswitch ejabberd-auth gitlab grafana bitwarden ' +
    'guacamole phpmyadmin-syslog proxmox vaultwarden zoneminder selinux-ssh openhab nagios drupal-auth'
  ).split(' '),
);

/** Whether a filter of fail2ban itself finds failed logins of people. */
export function isStockLoginFilter(name: string): boolean {
  return names.has(name);
}

const byHits =
  /bot|scan|honey|trap|ddos|flood|limit|404|403|exploit|reject|rbl|spam|abuse|probe|attack|recidive|shellshock/i;

/** Whether a filter of an admin's own is for logins: its name, or what its regexes look for, speaks of them. */
export function speaksOfLogins(name: string, failregex: string): boolean {
  if (byHits.test(name)) return false;
  return /auth|login|passw|pwd/i.test(name) || /log.?in|auth(?!or)|passw/i.test(failregex);
}
