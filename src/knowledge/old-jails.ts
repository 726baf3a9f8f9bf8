/**
 * Names of jails that are no longer in jail.conf, with what they are called since 0.9, which named each jail after its filter
 * (ChangeLog of 0.9.0). The second half is that of the packages of Debian and Ubuntu, which had a jail.conf of their own until 0.8.
 */
const oldJails: ReadonlyMap<string, string> = new Map([
  ...['ssh-iptables', 'ssh-tcpwrapper', 'ssh-route', 'ssh-ipfw', 'ssh-bsd-ipfw', 'ssh-pf', 'bsd-ssh-pf'].map(
    name => [name, 'sshd'] as const,
  ),
  ...['ssh-iptables-ipset4', 'ssh-iptables-ipset6', 'osx-ssh-ipfw', 'osx-ssh-afctl'].map(
    name => [name, 'sshd'] as const,
  ),
  ['proftpd-iptables', 'proftpd'],
  ['vsftpd-iptables', 'vsftpd'],
  ['vsftpd-notification', 'vsftpd'],
  ['pure-ftpd-iptables', 'pure-ftpd'],
  ['wuftpd-iptables', 'wuftpd'],
  ['dropbear-iptables', 'dropbear'],
  ['sasl-iptables', 'postfix-sasl'],
  ['postfix-tcpwrapper', 'postfix'],
  ['apache-tcpwrapper', 'apache-auth'],
  ['apache-shorewall', 'apache-noscript'],
  ['lighttpd-fastcgi', 'suhosin'],
  ['roundcube-iptables', 'roundcube-auth'],
  ['sogo-iptables', 'sogo-auth'],
  ['mysqld-iptables', 'mysqld-auth'],
  ['named-refused-tcp', 'named-refused'],
  ['named-refused-udp', 'named-refused'],
  ['asterisk-tcp', 'asterisk'],
  ['asterisk-udp', 'asterisk'],

  ['ssh', 'sshd'],
  ['ssh-ddos', 'sshd'],
  ['apache', 'apache-auth'],
  ['apache-multiport', 'apache-auth'],
  ['sasl', 'postfix-sasl'],
  ['couriersmtp', 'courier-smtp'],
  ['courierauth', 'courier-auth'],
  ['dovecot-pop3imap', 'dovecot'],
]);

/** What a jail of 0.8, or of Debian's packages of it, is called since 0.9; undefined for any other name. */
export function newJailName(name: string): string | undefined {
  return oldJails.get(name);
}
