import { findOptions } from '../../knowledge/options';
import type { ValueFormat } from '../../knowledge/value-formats';
import type { IniPlace } from '../../syntax/template/ini-place';

/** Which of three texts stands in the place of an expression: those of 1 and 2 always differ, so that what depends on it shows. */
export type ValueSet = 0 | 1 | 2;

type Three = readonly [string, string, string];

/** Texts that mean nothing. */
export const words: Three = ['alpha', 'omega', 'kappa'];
const digits: Three = ['10', '47', '33'];

const byFormat: Readonly<Record<ValueFormat, Three>> = {
  boolean: ['true', 'false', 'true'],
  integer: digits,
  integers: ['1 2 4', '1 5 30', '1 3 9'],
  time: ['10m', '5w', '9h'],
  expression: ['2', '24', '3'],
  choice: words,
  text: words,
  path: ['/run/alpha', '/var/lib/omega', '/run/kappa'],
  'file-names': ['common.conf', 'apache-common.conf', 'common.conf'],
  'log-level': ['INFO', 'NOTICE', 'INFO'],
  'log-target': ['/var/log/fail2ban.log', 'SYSLOG', 'SYSTEMD-JOURNAL'],
  backend: ['auto', 'systemd', 'polling'],
  addresses: ['192.0.2.17', '127.0.0.1/8 198.51.100.0/24', '203.0.113.5'],
  ports: ['0:65535', '8447', '7443,7444'],
  'log-paths': ['/var/log/alpha.log', '/srv/omega/omega.log', '/opt/kappa.log'],
  encoding: ['auto', 'utf-8', 'auto'],
  'time-zone': ['UTC', '+0200', 'UTC-0300'],
  regex: [
    '^alpha: <F-CONTENT>.+</F-CONTENT>$',
    '^omega: <F-CONTENT>.+</F-CONTENT>$',
    '^kappa: <F-CONTENT>.+</F-CONTENT>$',
  ],
  regexes: ['^alpha from <HOST>$', '^omega by <HOST>$', '^kappa of <HOST>$'],
  'date-pattern': ['{^LN-BEG}', '^EPOCH', '{^LN-BEG}'],
  'journal-matches': [
    '_SYSTEMD_UNIT=alpha.service',
    '_SYSTEMD_UNIT=omega.service',
    '_SYSTEMD_UNIT=kappa.service',
  ],
  'filter-call': ['sshd', 'postfix', 'dovecot'],
  'action-calls': ['%(action_)s', '%(action_mw)s', '%(action_)s'],
  cache: [
    'key="<ip>", max-count=1000, max-time=10m',
    'key="<ip>", max-count=50, max-time=1h',
    'key="<ip>", max-count=9, max-time=2m',
  ],
  command: ['/usr/bin/alpha <ip>', '/usr/bin/omega <ip>', '/usr/bin/kappa <ip>'],
};

const byName: ReadonlyMap<string, Three> = new Map<string, Three>([
  // who writes a jail means it to run somewhere
  ['enabled', ['true', 'true', 'true']],
  // what the admin allows differs most, and none of them is all that he may allow
  ['maxretry', ['5', '47', '2']],
  ['bantime', ['10m', '5w', '-1']],
  ['findtime', ['1h', '5w', '7m']],
  ['stacksize', ['0', '64', '128']],
  ['ignoreself', ['true', 'false', 'true']],
  ['usedns', ['warn', 'no', 'raw']],
  ['allowipv6', ['auto', 'no', 'yes']],
  ['banaction', ['iptables-multiport', 'nftables-multiport', 'ufw']],
  ['banaction_allports', ['iptables-allports', 'nftables-allports', 'ufw']],
  ['bantime.formula', ['ban.Time * 2', 'ban.Time + 60', 'ban.Time * 3']],
  ['mode', ['normal', 'aggressive', 'ddos']],
  ['protocol', ['tcp', 'udp', 'tcp']],
  ['chain', ['INPUT', 'DOCKER-USER', 'FORWARD']],
  ['mta', ['sendmail', 'mail', 'sendmail']],
  ['ignoreregex', ['^alpha from <HOST>$', '^omega by <HOST>$', '^kappa of <HOST>$']],
  ['ignorecommand', ['/usr/bin/alpha <ip>', '/usr/bin/omega <ip>', '/usr/bin/kappa <ip>']],
  ['destemail', ['root@localhost', 'ops', 'root']],
  ['sender', ['root@localhost', 'ops', 'root']],
]);

/** In `[DEFAULT]` of the jails, where they hold for all of them. */
const forAllJails: ReadonlyMap<string, Three> = new Map<string, Three>([
  ['enabled', ['false', 'false', 'false']],
  ['filter', ['%(__name__)s[mode=%(mode)s]', '%(__name__)s', '%(__name__)s[mode="%(mode)s"]']],
]);

const shortcuts: Three = ['action_', 'action_mw', 'action_'];
const actionNames: Three = ['iptables-multiport', 'nftables-multiport', 'ufw'];

/** A text that can stand in the place of an expression in a value. */
export function plausibleValue(place: IniPlace & { readonly kind: 'value' }, set: ValueSet): string {
  const { option, before, after } = place;
  const format = findOptions(option)[0]?.format;
  if (/%\([^)]*$/.test(before)) return nameIn(place, format)[set];
  if (/[[,]\s*\w+\s*=\s*["']?[^"',\]]*$/.test(before) || /["'][^"']*$/.test(before)) {
    return (/port\s*=\s*["']?[^"',\]]*$/.test(before) ? digits : words)[set];
  }
  const isWord = /(?:^|[\s,])$/.test(before) && /^(?:[\s,;]|$)/.test(after);
  if (!isWord) return partOf(place, format)[set];
  const common = place.section === 'DEFAULT' ? forAllJails.get(option) : undefined;
  return (common ?? byName.get(option) ?? (format === undefined ? words : byFormat[format]))[set];
}

/** For a part of a word. */
function partOf(
  { before, after }: IniPlace & { readonly kind: 'value' },
  format: ValueFormat | undefined,
): Three {
  switch (format) {
    case 'time':
    case 'integer':
    case 'integers':
    case 'expression':
    case 'ports':
    case 'addresses':
      return digits;
    case 'action-calls':
      return before === '' && /^\s*\[/.test(after) ? actionNames : words;
    case 'filter-call':
      return before === '' && /^\s*\[/.test(after) ? byFormat['filter-call'] : words;
    default:
      return before === '' && after.startsWith('/') ? byFormat.path : words;
  }
}

/** For the name in `%(…)s`, or a part of it: something that jail.conf sets. */
function nameIn(
  { option, before, after }: IniPlace & { readonly kind: 'value' },
  format: ValueFormat | undefined,
): Three {
  const written = before.slice(before.lastIndexOf('%(') + 2);
  if (written.startsWith('action_')) return ['mw', 'mwl', 'xarf'];
  if (after.startsWith('_log)s')) return ['sshd', 'dropbear', 'syslog_daemon'];
  if (after.startsWith('_backend)s')) return ['sshd', 'postfix', 'dovecot'];
  if (written !== '' || !after.startsWith(')s')) return words;
  if (format === 'action-calls' && !option.startsWith('banaction')) return shortcuts;
  if (format === 'log-paths') return ['sshd_log', 'apache_error_log', 'syslog_daemon'];
  if (format === 'backend') return ['sshd_backend', 'postfix_backend', 'dovecot_backend'];
  return ['banaction', 'banaction_allports', 'banaction'];
}
