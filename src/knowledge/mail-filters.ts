/** Programs mail users log in to, as filters are named after them by fail2ban, by guides and by mail suites. */
const services: ReadonlySet<string> = new Set(
  (
    'dovecot dovecotimap courier courierauth courierlogin courierpop3 courierimap couriersmtp cyrus uwimap perdition solid sieve ' +
    'postfix sasl exim exim4 sendmail roundcube sogo squirrelmail horde rainloop snappymail webmail openwebmail'
  ).split(' '),
);

/** Filters of mail that was turned away, whatever their regexes quote. */
const rejections: ReadonlySet<string> = new Set(['reject', 'rejects', 'rbl', 'spam', 'ddos', 'pregreet']);

/**
 * Whether a filter finds failed logins of mail users: it is named after a program they log in to (`dovecot`, `courier-auth`,
 * `dovecot-custom`), and its regexes speak of logins. postfix is one in its modes auth, extra and aggressive: `more`
 * and `normal` find rejected mail (filter.d/postfix.conf of 0.10 to 1.1.1).
 */
export function findsMailLogins(filter: string, failregex: string): boolean {
  const words = filter.toLowerCase().split(/[-_. ]/);
  if (!words.some(word => services.has(word)) || words.some(word => rejections.has(word))) return false;
  return /sasl|auth|log_?in|passw/i.test(failregex);
}
