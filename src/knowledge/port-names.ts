import { editDistance } from '../text/closest-name';

/** Names of services that stand in /etc/services everywhere and that jails are made for. */
const common: readonly string[] =
  'ssh http https smtp smtps submission submissions imap imaps imap2 pop3 pop3s ftp ftps ftp-data ftps-data ldap ldaps domain sieve mysql sip'.split(
    ' ',
  );

/** Names near to those that are services as well (IANA's registry). */
const neighbours: ReadonlySet<string> = new Set(
  'pop2 tftp tftps sftp nntp nntps imsp ssmtp lmtp httpx httpx2 mysqlx sips snmp sntp rip smpp rtip mtp stp ldapx'.split(
    ' ',
  ),
);

/** What people write for a service, and its name: programs, protocols, and imap3, which /etc/services had until 2021. */
const misnamed: ReadonlyMap<string, string> = new Map([
  ['imap3', 'imap'],
  ['imap4', 'imap'],
  ['imap-ssl', 'imaps'],
  ['imapssl', 'imaps'],
  ['pop', 'pop3'],
  ['pop3-ssl', 'pop3s'],
  ['pops', 'pop3s'],
  ['smtp-ssl', 'submissions'],
  ['sshd', 'ssh'],
  ['shh', 'ssh'],
  ['ssl', 'https'],
  ['tls', 'https'],
  ['web', 'http,https'],
  ['httpd', 'http,https'],
  ['apache', 'http,https'],
  ['apache2', 'http,https'],
  ['nginx', 'http,https'],
  ['postfix', 'smtp,submission'],
  ['exim', 'smtp,submission'],
  ['dovecot', 'imap,imaps,pop3,pop3s'],
  ['vsftpd', 'ftp,ftp-data'],
  ['proftpd', 'ftp,ftp-data'],
  ['dns', 'domain'],
]);

/**
 * The service that a name stands for which is none: a program, a word in capitals, a slip of the pen. Undefined for names of
 * services, and for all others, which the /etc/services of a host may have.
 */
export function meantService(name: string): string | undefined {
  const lower = name.toLowerCase();
  const known = misnamed.get(lower);
  if (known !== undefined || common.includes(name) || neighbours.has(lower)) return known;
  if (common.includes(lower)) return lower;
  return common.find(
    each => each.length > 3 && each.length <= lower.length + 1 && editDistance(lower, each, 1) === 1,
  );
}

const numbers: ReadonlyMap<string, string> = new Map([
  ['ssh', '22'],
  ['http', '80'],
  ['https', '443'],
  ['smtp', '25'],
  ['smtps', '465'],
  ['ssmtp', '465'],
  ['submissions', '465'],
  ['submission', '587'],
  ['imap', '143'],
  ['imap2', '143'],
  ['imaps', '993'],
  ['pop3', '110'],
  ['pop3s', '995'],
  ['ftp', '21'],
]);

/** The ports of a list, the best known by their numbers; a range stays as it is, and one from 0 or 1 is every port: an empty list. */
export function portNumbers(ports: string): readonly string[] {
  const words = ports.split(/[\s,]+/).filter(word => word !== '');
  if (words.some(word => /^[01][:-]65535$|^(?:all|any|anyport)$/.test(word))) return [];
  return words.map(word => numbers.get(word) ?? word);
}
