import partialPorts from '../../rules/mail/partial-ports';
import strictNoExemption from '../../rules/mail/strict-no-exemption';
import { testRule } from './test-rule';

const filters = {
  'filter.d/dovecot.conf': '[Definition]\nfailregex = ^auth failed, rip=<HOST>$\n',
  'filter.d/postfix.conf':
    '[Definition]\nmdre-auth = ^<HOST>: SASL LOGIN failed$\nmdre-more = ^reject: RCPT from <HOST>$\nmode = more\nfailregex = <mdre-<mode>>\n',
};
const tail =
  'and no client network is exempt: one phone with an old password locks out everybody behind its address';

testRule(strictNoExemption, {
  valid: {
    patience: { ...filters, 'jail.local': '[x]\nenabled = true\nfilter = dovecot\nmaxretry = 4\n' },
    'a short ban': {
      ...filters,
      'jail.local': '[x]\nenabled = true\nfilter = dovecot\nmaxretry = 2\nbantime = 9m\n',
    },
    'an exempt network': {
      ...filters,
      'jail.local': '[DEFAULT]\nignoreip = ::1 10.0.0.0/8\n[x]\nenabled = true\nfilter = dovecot\n',
    },
    'a command that exempts': {
      ...filters,
      'jail.local': '[x]\nenabled = true\nfilter = dovecot\nignorecommand = /usr/local/bin/known <ip>\n',
    },
    'rejected mail': { ...filters, 'jail.local': '[x]\nenabled = true\nfilter = postfix\nmaxretry = 1\n' },
    'a jail named dovecot with another filter': {
      ...filters,
      'jail.local': '[dovecot]\nenabled = true\nfilter = web\n',
      'filter.d/web.conf': '[Definition]\nfailregex = ^login failed <HOST>$\n',
    },
    'a disabled jail': { ...filters, 'jail.local': '[x]\nfilter = dovecot\n' },
    'a ban for nobody': { ...filters, 'jail.local': '[x]\nenabled = true\nfilter = dovecot\nbantime = -2\n' },
  },
  invalid: {
    'in the jail': {
      tree: {
        ...filters,
        'jail.local':
          '[x]\nenabled = true\nfilter = postfix[mode=auth]\n⟦maxretry = 2⟧\nbantime = 1w\nignoreip = 127.0.0.0/8\n',
      },
      messages: [`[x] bans mail clients for 1 week after 2 failures ${tail}`],
      severity: 'warning',
    },
    'from [DEFAULT], for ever': {
      tree: {
        ...filters,
        'jail.local':
          '[DEFAULT]\nmaxretry = 1\nbantime = -1\nignoreip = ::1\n⟦[x]⟧\nenabled = true\nfilter = dovecot\n',
      },
      messages: [`[x] bans mail clients for ever after 1 failure ${tail}`],
    },
    'nothing is set at all': {
      tree: { ...filters, 'jail.local': '⟦[x]⟧\nenabled = true\nfilter = dovecot\n' },
      messages: [`[x] bans mail clients for 10 minutes after 3 failures ${tail}`],
      fixed: { 'jail.local': '[x]\nenabled = true\nfilter = dovecot\nmaxretry = 10\n' },
    },
    'a filter of the admin with such a name': {
      tree: {
        'jail.local': '[x]\nenabled = true\nfilter = dovecot-custom\n⟦maxretry = 3⟧\n',
        'filter.d/dovecot-custom.conf': '[Definition]\nfailregex = ^<HOST> wrong password$\n',
      },
      messages: [`[x] bans mail clients for 10 minutes after 3 failures ${tail}`],
    },
    'several jails of a stock file': {
      tree: {
        ...filters,
        'jail.conf': '[one]\nfilter = dovecot\n[two]\nfilter = postfix[mode=auth]\n',
        'jail.local': '[DEFAULT]\nenabled = true\n⟦maxretry = 3⟧\n',
      },
      messages: [`2 jails (one, two) ban mail clients for 10 minutes after 3 failures ${tail}`],
      fixed: { 'jail.local': '[DEFAULT]\nenabled = true\nmaxretry = 10\n' },
    },
  },
});

const drop = {
  'action.d/drop.conf':
    '[Definition]\nactionban = nft add rule inet f2b x tcp dport { <port> } ip saddr <ip>\n',
};
const dovecot = (ports: string) =>
  `[dovecot]\nenabled = true\nfilter = dovecot\nlogpath = /var/log/mail.log\n${ports}\naction = drop[port="%(port)s"]\n`;

testRule(partialPorts, {
  valid: {
    'all of them': { ...filters, ...drop, 'jail.local': dovecot('port = imaps,pop3s,submission') },
    'an action that blocks all ports': {
      ...filters,
      'action.d/drop.conf': '[Definition]\nactionban = nft add element inet f2b all { <ip> }\n',
      'jail.local': dovecot('port = imap'),
    },
    'a second jail for the rest': {
      ...filters,
      ...drop,
      'jail.local': `${dovecot('port = imap')}${dovecot('port = smtp,465').replace('[dovecot]', '[rest]')}`,
    },
    'a filter of the admin': {
      'filter.d/dovecot-mine.conf': '[Definition]\nfailregex = ^auth failed, rip=<HOST>$\n',
      ...drop,
      'jail.local': dovecot('port = imap').replace('filter = dovecot', 'filter = dovecot-mine'),
    },
    'ports of the package': { ...filters, ...drop, 'jail.conf': dovecot('port = imap'), 'jail.local': '' },
  },
  invalid: {
    'imap only': {
      tree: { ...filters, ...drop, 'jail.local': dovecot('⟦port = imap,993⟧') },
      messages: [
        '[dovecot] blocks imap, 993 only, but the same passwords work on submission: a banned guesser goes on there',
      ],
      severity: 'warning',
      fixed: {
        'jail.local':
          '[dovecot]\nenabled = true\nfilter = dovecot\nlogpath = /var/log/mail.log\nport = imap,993,submission\naction = drop[port="%(port)s"]\n',
      },
    },
    'smtp only': {
      tree: { ...filters, ...drop, 'jail.local': dovecot('⟦port = smtp⟧') },
      messages: [
        '[dovecot] blocks smtp only, but the same passwords work on pop3, pop3s, imap, imaps: a banned guesser goes on there',
      ],
      fixed: {
        'jail.local':
          '[dovecot]\nenabled = true\nfilter = dovecot\nlogpath = /var/log/mail.log\nport = smtp,pop3,pop3s,imap,imaps\naction = drop[port="%(port)s"]\n',
      },
    },
    'ports of [DEFAULT]': {
      tree: {
        ...filters,
        ...drop,
        'jail.local': `[DEFAULT]\nport = smtp\n${dovecot('').replace('[dovecot]', '⟦[dovecot]⟧')}`,
      },
      messages: [
        '[dovecot] blocks smtp only, but the same passwords work on pop3, pop3s, imap, imaps: a banned guesser goes on there',
      ],
    },
  },
});
