/**
 * Filters that find failed logins of mail users: those fail2ban has or had, and names under which guides and mail suites
 * ship their own. Filters of rejected or unwanted mail (postfix-rbl, sendmail-reject, exim-spam …) are not among them, and postfix is
 * one or the other by its mode.
 */
const loginFilters: ReadonlySet<string> = new Set(
  (
    'dovecot dovecot-auth dovecot-pop3imap dovecot-sasl courier-auth courier-smtp courierauth couriersmtp cyrus-imap exim exim-auth ' +
    'sieve solid-pop3d uwimap-auth perdition sendmail-auth postfix-sasl postfix-auth sasl ' +
    'roundcube-auth roundcube sogo-auth sogo squirrelmail horde rainloop snappymail'
  ).split(' '),
);

/** Whether a filter finds failed logins of mail users, judged by its name and, for postfix, by the failregex its mode gives it. */
export function findsMailLogins(filter: string, failregex: string): boolean {
  return loginFilters.has(filter) || (filter === 'postfix' && /\bSASL\b/.test(failregex));
}
