import abuseMail from '../../rules/action/abuse-mail';
import badArguments from '../../rules/action/bad-arguments';
import badPython from '../../rules/action/bad-python';
import banactionPair from '../../rules/action/banaction-pair';
import banactionUnused from '../../rules/action/banaction-unused';
import duplicate from '../../rules/action/duplicate';
import missingPort from '../../rules/action/missing-port';
import missingTool from '../../rules/action/missing-tool';
import mwlWithJournal from '../../rules/action/mwl-with-journal';
import noBan from '../../rules/action/no-ban';
import noUnban from '../../rules/action/no-unban';
import notFound from '../../rules/action/not-found';
import reservedParameter from '../../rules/action/reserved-parameter';
import shellInjection from '../../rules/action/shell-injection';
import { decode } from '../../src/files/decode';
import { lintEntries } from './lint-entries';
import { testRule } from './test-rule';

const drop = { 'action.d/drop.conf': '[Definition]\nactionban = drop <ip>\n' };
const python = 'class Action:\n    def __init__(self, jail, name, to, subject="ban"):\n        pass\n';
/** An enabled jail with the given action, in text of a file. */
const jail = (name: string, action: string) => `[${name}]\nenabled = true\naction = ${action}\n`;
const sound = { 'jail.d/sound.conf': jail('sound', ''), ...drop };
const stops = 'fail2ban will not start';
const alone = `and as no other jail is sound ${stops}`;
const form =
  'write NAME[key=value, key="value with , or ]"], with commas between the arguments and nothing behind the ]';

testRule(badArguments, {
  valid: {
    'quoted lists, several groups, several actions': {
      ...drop,
      'jail.local': jail('a', 'drop[port="80,443", name=a][chain=X] drop[actname=b]\n  drop[actname=c]'),
    },
    'a disabled jail that is packaged, and one with a comment': {
      ...drop,
      'jail.conf': '[a]\naction = drop[port=80,443]\n',
      'jail.local': '[b]\naction = drop # [port=80,443]\n',
    },
    'a Python action with all it needs': {
      'action.d/mail.py': python,
      'jail.local': jail('a', 'mail.py[to=root, actname=m]'),
    },
    'a filter with malformed arguments, which is another rule': {
      'jail.local': '[a]\nenabled = true\nfilter = x[y\n',
    },
  },
  invalid: {
    'quotes of a word processor': {
      tree: { ...sound, 'jail.local': jail('a', 'drop⟦[port=“80,443”,⟧ name=x]') },
      messages: [expect.stringMatching('malformed') as unknown as string],
      fixed: { 'jail.local': jail('a', 'drop[port="80,443", name=x]') },
    },
    'a list of ports with blanks': {
      tree: { ...sound, 'jail.local': jail('a', 'drop⟦[name=x,⟧ port=80, 443]') },
      messages: [expect.stringMatching('malformed') as unknown as string],
      fixed: { 'jail.local': jail('a', 'drop[name=x, port="80,443"]') },
    },
    'a bare word, which may stand for anything': {
      tree: { ...sound, 'jail.local': jail('a', 'drop⟦[name=x,⟧ y]') },
      messages: [expect.stringMatching('malformed') as unknown as string],
      fixed: {},
    },
    'a disabled jail': {
      tree: { ...drop, 'jail.local': '[a]\naction = drop[port=80,⟦443⟧]\n' },
      messages: [
        'the arguments of action "drop[port=80,443]" are malformed; the jail is skipped once it is enabled',
      ],
      severity: 'info',
      fixed: { 'jail.local': '[a]\naction = drop[port="80,443"]\n' },
    },
    'a list without quotes': {
      tree: { ...sound, 'jail.local': jail('a', 'drop[port=80,⟦443⟧]') },
      messages: [`the arguments of action "drop[port=80,443]" are malformed; [a] is skipped - ${form}`],
      severity: 'error',
      fixed: { 'jail.local': '[a]\nenabled = true\naction = drop[port="80,443"]\n' },
    },
    'a word without a key, and no other jail': {
      tree: { ...drop, 'jail.local': jail('a', 'drop[⟦DOCKER-USER⟧]') },
      messages: [
        `the arguments of action "drop[DOCKER-USER]" are malformed; [a] is skipped, ${alone} - ${form}`,
      ],
    },
    'a blank in front of the list': {
      tree: { ...sound, 'jail.local': jail('a', '⟦drop ⟧[port=80]') },
      messages: [
        'the blank in front of the [ makes the name "drop ", and there is no such action in action.d; [a] is skipped - put the [ right behind drop',
      ],
      fixed: { 'jail.local': '[a]\nenabled = true\naction = drop[port=80]\n' },
    },
    'a variable in [DEFAULT] that two jails use': {
      tree: {
        ...sound,
        'jail.local': `[DEFAULT]\nmine = drop⟦[port=80⟧\n${jail('a', '%(mine)s')}${jail('b', '%(mine)s')}`,
      },
      messages: [
        `the arguments of action "drop[port=80" are malformed; 2 jails (a, b) are skipped - ${form}`,
      ],
      fixed: {
        'jail.local':
          '[DEFAULT]\nmine = drop[port=80]\n[a]\nenabled = true\naction = %(mine)s\n[b]\nenabled = true\naction = %(mine)s\n',
      },
    },
    'two packaged shortcuts without a blank between them': {
      tree: {
        ...sound,
        'jail.conf': '[DEFAULT]\nban = drop[port=80, name=x]\n',
        'jail.local': jail('a', '⟦%(ban)s%(ban)s⟧'),
      },
      messages: [`the arguments of action "drop[port=80," are malformed; [a] is skipped - ${form}`],
    },
    'arguments a Python action does not take, or lacks': {
      tree: {
        'action.d/mail.py': python,
        'jail.local': `${jail('a', 'mail.py[to=root, subjct=⟦hello⟧]')}${jail('b', '⟦mail.py⟧')}`,
      },
      messages: [
        `action mail.py takes no argument "subjct"; ${stops} - did you mean subject?`,
        `action mail.py needs an argument "to"; ${stops} - write mail.py[to=…]`,
      ],
      fixed: {
        'jail.local':
          '[a]\nenabled = true\naction = mail.py[to=root, subject=hello]\n[b]\nenabled = true\naction = mail.py\n',
      },
    },
  },
});

testRule(badPython, {
  valid: {
    'a class Action': { 'action.d/x.py': 'class Action:\n    pass\n', 'jail.local': jail('a', 'x.py') },
    'an Action that is a name for another class': {
      'action.d/x.py': 'class Mine:\n    pass\nAction = Mine\n',
      'jail.local': jail('a', 'x.py'),
    },
    'a file no enabled jail uses': { 'action.d/x.py': 'import os\n', 'jail.local': '[a]\naction = x.py\n' },
    'a file that does not exist, which is another rule': { 'jail.local': jail('a', 'x.py') },
  },
  invalid: {
    'no class at all': {
      tree: { 'action.d/x.py': 'import os\n', 'jail.local': jail('a', '⟦x.py⟧') },
      messages: [`action x.py: action.d/x.py has no class Action; ${stops}`],
      severity: 'error',
    },
    'a class inside of another': {
      tree: {
        'action.d/x.py': 'class Mine:\n    class Action:\n        pass\n',
        'jail.local': jail('a', 'drop\n  ⟦x.py⟧[to=root]'),
        ...drop,
      },
      messages: [`action x.py: action.d/x.py has no class Action; ${stops}`],
    },
    'brackets that do not match': {
      tree: {
        'action.d/x.py': 'class Action:\n    call(\n',
        'jail.local': `[DEFAULT]\naction = ⟦x.py⟧\n[a]\nenabled = true\n[b]\nenabled = true\n`,
      },
      messages: [
        `action x.py: action.d/x.py is no Python, its brackets don't match (2 jails: a, b); ${stops}`,
      ],
    },
  },
});

const rename = 'remove one of them, or give it another name with [actname=…]';

testRule(duplicate, {
  valid: {
    'names of their own': {
      ...drop,
      'jail.local': jail('a', 'drop\n  drop[actname=second]\n  drop[name=a-udp]'),
    },
    'the same action in two jails': { ...drop, 'jail.local': jail('a', 'drop') + jail('b', 'drop') },
    'names of their own in a disabled jail': {
      ...drop,
      'jail.local': '[a]\naction = drop[name=x]\n  drop[name=y]\n',
    },
  },
  invalid: {
    'a disabled jail': {
      tree: { ...drop, 'jail.local': '[a]\naction = drop\n  ⟦drop⟧\n' },
      messages: ['this jail has two actions named "drop"; fail2ban will not start once it is enabled'],
      severity: 'info',
    },
    'a pair for tcp and udp': {
      tree: { ...drop, 'jail.local': jail('a', 'drop[protocol=tcp]\n  ⟦drop⟧[protocol=udp]') },
      messages: [`this jail has two actions named "drop"; ${stops} - ${rename}`],
      severity: 'error',
      fixed: {
        'jail.local':
          '[a]\nenabled = true\naction = drop[protocol=tcp]\n  drop[protocol=udp, actname=drop-udp]\n',
      },
    },
    'the same actname': {
      tree: {
        ...drop,
        'action.d/mail.conf': '[Definition]\nactionban = mail\n',
        'jail.local': jail('a', 'drop[actname=x] ⟦mail⟧[actname=x]'),
      },
      messages: [`this jail has two actions named "x"; ${stops} - ${rename}`],
    },
    'in [DEFAULT], for all jails': {
      tree: {
        ...drop,
        'jail.local':
          '[DEFAULT]\naction = drop\n  ⟦drop⟧\n[a]\nenabled = true\n[b]\nenabled = true\n[c]\nenabled = true\n[d]\nenabled = true\n',
      },
      messages: [`this jail has two actions named "drop" (4 jails: a, b, c, …); ${stops} - ${rename}`],
      fixed: {
        'jail.local':
          '[DEFAULT]\naction = drop\n[a]\nenabled = true\n[b]\nenabled = true\n[c]\nenabled = true\n[d]\nenabled = true\n',
      },
    },
  },
});

testRule(notFound, {
  valid: {
    'a .local alone, and no action on purpose': {
      'action.d/drop.local': '[Definition]\nactionban = drop\n',
      'jail.local': jail('a', 'drop') + jail('b', ''),
    },
    'a filter that does not exist': {
      ...drop,
      'jail.local': '[a]\nenabled = true\nfilter = nosuch\naction = drop\n',
    },
    'a comment behind the name, which another rule reports': {
      ...sound,
      'jail.local': jail('a', 'drop # the firewall'),
    },
  },
  invalid: {
    'an action of another firewall, of which nobody knows what it did': {
      tree: {
        'action.d/iptables-multiport-log.conf': '[Definition]\nactionban = drop <ip>\n',
        'jail.local': jail('a', '⟦nftables-multiport-log⟧'),
      },
      messages: [
        `there is no action "nftables-multiport-log" in action.d; [a] is skipped, ${alone} - did you mean iptables-multiport-log?`,
      ],
      fixed: {},
    },
    'a mailer for which there are no actions': {
      tree: {
        'action.d/sendmail-whois.conf': '[Definition]\nactionban = mail <ip>\n',
        'jail.local': `[DEFAULT]\nmta = ssmtp\naction = %(mta)s⟦-whois⟧\n[a]\nenabled = true\n`,
      },
      messages: [`there is no action "ssmtp-whois" in action.d; [a] is skipped, ${alone}`],
      fixed: { 'jail.local': '[DEFAULT]\nmta = sendmail\naction = %(mta)s-whois\n[a]\nenabled = true\n' },
    },
    'a disabled jail': {
      tree: { ...drop, 'jail.local': '[a]\naction = drop\n  ⟦nosuch⟧[name=a]\n  ⟦x.py⟧\n' },
      messages: [
        'there is no action "nosuch" in action.d; the jail is skipped once it is enabled',
        'there is no action "x.py" in action.d; fail2ban will not start once it is enabled',
      ],
      severity: 'info',
    },
    'a slip in banaction': {
      tree: {
        ...sound,
        'jail.conf': '[DEFAULT]\nbanaction = drop\naction_ = %(banaction)s[port=80]\naction = %(action_)s\n',
        'jail.local': '[DEFAULT]\nbanaction = ⟦drpo⟧\n[a]\nenabled = true\n[b]\nenabled = true\n',
      },
      messages: ['there is no action "drpo" in action.d; 2 jails (a, b) are skipped - did you mean drop?'],
      severity: 'error',
      fixed: { 'jail.local': '[DEFAULT]\nbanaction = drop\n[a]\nenabled = true\n[b]\nenabled = true\n' },
    },
    'a slip that a disabled jail shares': {
      tree: {
        ...sound,
        'jail.local': `[DEFAULT]\nbanaction = ⟦drpo⟧\n${jail('a', '%(banaction)s')}[b]\naction = %(banaction)s\n`,
      },
      messages: ['there is no action "drpo" in action.d; [a] is skipped - did you mean drop?'],
      severity: 'error',
      fixed: {
        'jail.local':
          '[DEFAULT]\nbanaction = drop\n[a]\nenabled = true\naction = %(banaction)s\n[b]\naction = %(banaction)s\n',
      },
    },
    'the second of two actions, and no other jail': {
      tree: { ...drop, 'jail.local': jail('a', 'drop\n  ⟦sendmail-whois⟧[name=a]') },
      messages: [`there is no action "sendmail-whois" in action.d; [a] is skipped, ${alone}`],
    },
    'an action in Python': {
      tree: { ...sound, 'jail.local': jail('a', '⟦slack.py⟧[hook=x]') },
      messages: [
        `action slack.py: action.d/slack.py does not exist; ${stops} - write the name of a file in action.d`,
      ],
    },
  },
});

test('an action whose file is not UTF-8 is told for that file', () => {
  const files = {
    ...sound,
    'jail.local': jail('a', 'mail'),
    'action.d/mail.conf': decode(Buffer.from('[Definition]\n# f\xfcr\n', 'latin1')),
  };
  expect(lintEntries(notFound, files)).toEqual([]);
});

const another = 'give the parameter another name';

testRule(reservedParameter, {
  valid: {
    'names that only begin alike': {
      ...drop,
      'jail.local': jail('a', 'drop[start_port=1, banned=x, flushing=y]'),
    },
    'the commands of an action': {
      'action.d/drop.conf': '[Definition]\nactionstart = a\nactionban = b\nactionflush = c\n',
      'jail.local': jail('a', 'drop'),
    },
    'an action no enabled jail uses': {
      'action.d/drop.conf': '[Definition]\nactionban = a\n[Init]\nban = x\n',
      'jail.local': '[a]\naction = drop\n',
    },
  },
  invalid: {
    'passed by a jail': {
      tree: { ...drop, 'jail.local': jail('a', 'drop[start=⟦now⟧]') },
      messages: [
        `action drop can't have a parameter "start": fail2ban has a function of that name; ${stops} - ${another}`,
      ],
      severity: 'error',
    },
    'in [Init], for two jails': {
      tree: {
        'action.d/drop.conf': '[Definition]\nactionban = a <ban>\n[Init]\nban = ⟦hard⟧\n',
        'jail.local': jail('a', 'drop') + jail('b', 'drop'),
      },
      messages: [
        `action drop can't have a parameter "ban": fail2ban has a function of that name (2 jails: a, b); ${stops} - ${another}`,
      ],
    },
    'two of them': {
      tree: { ...drop, 'jail.local': jail('a', 'drop[stop=⟦1⟧, unban=⟦2⟧]') },
      messages: ['stop', 'unban'].map(
        name =>
          `action drop can't have a parameter "${name}": fail2ban has a function of that name; ${stops} - ${another}`,
      ),
    },
  },
});

/** An enabled jail with a filter, further options behind it. */
const watching = (name: string, options: string, filter = 'web') =>
  `[${name}]\nenabled = true\nfilter = ${filter}\nbackend = auto\n${options}\n`;
const filters = {
  'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
};
const iptables =
  '[Definition]\nactionstart = iptables -N f2b-<name>\n  iptables -I INPUT -p tcp -m multiport --dports <port> -j f2b-<name>\nactionban = <iptables> -I f2b-<name> -s <ip> -j DROP\nactionunban = <iptables> -D f2b-<name> -s <ip> -j DROP\n[Init]\nport = ssh\niptables = iptables\n[Init?family=inet6]\niptables = ip6tables\n';
const actions = {
  ...filters,
  'action.d/multi.conf': iptables,
  'action.d/all.conf': iptables.replace('-p tcp -m multiport --dports <port> ', ''),
  'action.d/iptables-multiport.conf': iptables,
  'action.d/ufw.conf':
    '[Definition]\nactionban = ufw deny from <ip>\nactionunban = ufw delete deny from <ip>\n',
  'action.d/nft.conf':
    '[Definition]\nactionban = nft add element inet f2b bad { <ip> }\nactionunban = nft delete element inet f2b bad { <ip> }\n',
  'action.d/sendmail.conf':
    '[Definition]\nactionban = printf %%b "<ip>" | <mailcmd>\n[Init]\nmailcmd = /usr/sbin/sendmail root\n',
  'action.d/abuseipdb.conf': '[Definition]\nactionban = curl https://api.abuseipdb.com/?ip=<ip>\n',
  'action.d/dummy.conf': '[Definition]\nactionban = echo <ip> >> /tmp/dummy\nactionunban = true\n',
};
const open = (ports: string) => `and ${ports} stays open to whoever is banned`;

testRule(missingPort, {
  valid: {
    'a port is passed, or all ports are blocked': {
      ...actions,
      'jail.local': watching('a', 'action = multi[port="80,443"]') + watching('b', 'action = all'),
    },
    'another ban on the right ports': {
      ...actions,
      'jail.local': watching('a', 'port = http\naction = multi\n  ufw'),
    },
    'a default that somebody chose': {
      ...actions,
      'action.d/multi.local': '[Init]\nport = http,https\n',
      'jail.local': watching('a', 'action = multi'),
    },
    'a port that only a mail tells': {
      ...actions,
      'action.d/sendmail.local':
        '[Definition]\nactionban = echo <port> | sendmail root\n[Init]\nport = ssh\n',
      'jail.local': watching('a', 'action = ufw\n  sendmail'),
    },
    'a disabled jail': { ...actions, 'jail.local': '[a]\naction = multi\n' },
  },
  invalid: {
    'the second of two lines': {
      tree: {
        ...actions,
        'jail.local': watching(
          'a',
          'port = imap,imaps\naction = sendmail[dest=root]\n  ⟦multi[name=a, protocol=tcp]⟧',
        ),
      },
      messages: [`[a] blocks port ssh only, ${open('port imap,imaps')}: multi is given no port`],
      severity: 'error',
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter = web\nbackend = auto\nport = imap,imaps\naction = sendmail[dest=root]\n  multi[name=a, protocol=tcp, port="%(port)s"]\n',
      },
    },
    'a variable of two jails': {
      tree: {
        ...actions,
        'jail.local': `[DEFAULT]\nmine = ⟦multi[name=x]⟧\n${watching('a', 'action = %(mine)s')}${watching('b', 'action = %(mine)s')}`,
      },
      messages: [`2 jails (a, b) block port ssh only, ${open('every other port')}: multi is given no port`],
    },
    'banaction without the rest': {
      tree: {
        ...actions,
        'jail.conf': '[DEFAULT]\nbanaction = multi\naction = %(banaction)s[port=1]\n',
        'jail.local': watching('a', 'action = ⟦%(banaction)s[name=%(__name__)s]⟧'),
      },
      messages: [`[a] blocks port ssh only, ${open('every other port')}: multi is given no port`],
    },
    'sshd on a port of its own': {
      tree: { ...actions, 'jail.local': watching('a', 'port = 2222\naction = ⟦multi⟧', 'sshd') },
      messages: [`[a] blocks port ssh only, ${open('port 2222')}: multi is given no port`],
      severity: 'error',
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter = sshd\nbackend = auto\nport = 2222\naction = multi[port="%(port)s"]\n',
      },
    },
    'sshd where it is expected': {
      tree: { ...actions, 'jail.local': watching('a', 'port = ssh\naction = ⟦multi⟧', 'sshd') },
      messages: ['[a] blocks port ssh only, which is the port it is for: multi is given no port'],
      severity: 'info',
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter = sshd\nbackend = auto\nport = ssh\naction = multi[port="%(port)s"]\n',
      },
    },
  },
});

const nothingBlocks = 'nothing blocks the addresses it bans';

testRule(noBan, {
  valid: {
    'a ban and a mail': { ...actions, 'jail.local': watching('a', 'action = ufw\n  sendmail') },
    'an action nobody knows': {
      ...actions,
      'action.d/mine.conf': '[Definition]\nactionban = /usr/local/bin/block <ip>\n',
      'action.d/list.conf': '[Definition]\nactionban = echo <ip> >> /etc/nginx/deny\n',
      'jail.local': watching('a', 'action = mine') + watching('b', 'action = list', 'sshd'),
    },
    'another jail with the same filter bans': {
      ...actions,
      'jail.local': watching('a', 'action = sendmail') + watching('b', 'action = ufw'),
    },
    'a jail that says it only tells': {
      ...actions,
      'jail.local': `${watching('a', '# tells the admin, does not ban\naction = sendmail')}${watching('ssh-notify', 'action = sendmail', 'sshd')}`,
    },
    'no action set anywhere, and a disabled jail': {
      ...actions,
      'jail.local': `${watching('a', '')}[b]\naction =\n`,
    },
  },
  invalid: {
    'a mail in place of the usual ban': {
      tree: {
        ...actions,
        'jail.conf': '[DEFAULT]\nbanaction = ufw\naction_ = %(banaction)s\n',
        'jail.local': watching('a', '⟦action = sendmail⟧'),
      },
      messages: [`[a] only sends mail (sendmail): ${nothingBlocks}`],
      fixed: { 'jail.local': watching('a', 'action = %(action_)s\n         sendmail') },
    },
    'nothing at all': {
      tree: { ...actions, 'jail.local': watching('a', '⟦action =⟧').replace('⟦action =⟧', '⟦action =⟧') },
      messages: [`[a] has no action: ${nothingBlocks}`],
      severity: 'warning',
    },
    "mail, and an action of one's own that mails": {
      tree: {
        ...actions,
        'action.d/tell.conf': '[Definition]\nactionban = echo <ip> | mail -s x root\n',
        'jail.local': watching('a', '⟦action = sendmail⟧\n  tell'),
      },
      messages: [`[a] only sends mail (sendmail, tell): ${nothingBlocks}`],
    },
    'a report, by a packaged shortcut, in [DEFAULT]': {
      tree: {
        ...actions,
        'jail.conf': '[DEFAULT]\naction_abuseipdb = abuseipdb\n',
        'jail.local': `[DEFAULT]\n⟦action = %(action_abuseipdb)s⟧\n${watching('a', '')}${watching('b', '', 'sshd')}`,
      },
      messages: ['2 jails (a, b) only report (abuseipdb): nothing blocks the addresses they ban'],
    },
    'banaction that bans nobody': {
      tree: {
        ...actions,
        'jail.conf': '[DEFAULT]\nbanaction = ufw\naction_ = %(banaction)s[port=1]\naction = %(action_)s\n',
        'jail.local': `[DEFAULT]\nbanaction = ⟦dummy⟧\n${watching('a', '')}`,
      },
      messages: [`[a] only runs dummy: ${nothingBlocks}`],
    },
  },
});

const shortcuts = {
  ...actions,
  'jail.conf':
    '[DEFAULT]\nbanaction = iptables-multiport\nbanaction_allports = all\naction_ = %(banaction)s[port="1"]\naction_mw = %(action_)s\n  sendmail\naction = %(action_)s\n[recidive]\nfilter = web\nbanaction = %(banaction_allports)s\n',
};

testRule(banactionUnused, {
  valid: {
    'a shortcut that leads to it': {
      ...shortcuts,
      'jail.local': `[DEFAULT]\nbanaction = ufw\n${watching('a', 'action = %(action_mw)s')}${watching('b', 'banaction = nft\naction = %(default/action_)s')}`,
    },
    'one jail uses it and another names its own': {
      ...shortcuts,
      'jail.local': `[DEFAULT]\nbanaction = ufw\n${watching('a', 'action = multi[port=1]')}${watching('b', '')}`,
    },
    'the action names the same': {
      ...shortcuts,
      'jail.local': watching('a', 'banaction = ufw\naction = ufw[name=a]'),
    },
    'no ban at all, which is another rule': {
      ...shortcuts,
      'jail.local': watching('a', 'banaction = ufw\naction = sendmail'),
    },
    'a packaged banaction': { ...shortcuts, 'jail.local': watching('recidive', 'action = multi[port=1]') },
    'a disabled jail': { ...shortcuts, 'jail.local': '[a]\nbanaction = ufw\naction = multi\n' },
  },
  invalid: {
    'in one section': {
      tree: {
        ...shortcuts,
        'jail.local': watching('a', '⟦banaction = ufw⟧\naction = multi[name=a, port="1"]\n  sendmail'),
      },
      messages: [
        'banaction = ufw is never used: [a] bans with multi, which action names without %(action_)s',
      ],
      severity: 'warning',
      related: ['jail.local:6:1'],
      fixed: {
        'jail.local':
          '[a]\nenabled = true\nfilter = web\nbackend = auto\nbanaction = ufw\naction = %(action_)s\n  sendmail\n',
      },
    },
    'in [DEFAULT], and no jail asks for it': {
      tree: {
        ...shortcuts,
        'jail.local': `[DEFAULT]\n⟦banaction = nft⟧\naction = multi[port=1]\n${watching('a', '')}${watching('b', '')}`,
      },
      messages: [
        'banaction = nft is never used: 2 jails (a, b) ban with multi, which action names without %(action_)s',
      ],
    },
    "an action of one's own that may ban": {
      tree: {
        ...shortcuts,
        'action.d/mine.conf': '[Definition]\nactionban = /usr/local/bin/block <ip>\n',
        'jail.local': watching('a', 'action = mine\n⟦banaction = ufw⟧'),
      },
      messages: ['banaction = ufw is never used: [a] bans with mine, which action names without %(action_)s'],
    },
  },
});

testRule(banactionPair, {
  valid: {
    'a pair': {
      ...shortcuts,
      'jail.local': `[DEFAULT]\nbanaction = nft\nbanaction_allports = nft[type=allports]\n${watching('recidive', '')}`,
    },
    'the same firewall': {
      ...shortcuts,
      'jail.local': '[DEFAULT]\nbanaction = multi\n[recidive]\nenabled = true\n',
    },
    'what is no firewall, or nobody knows': {
      ...shortcuts,
      'action.d/mine.conf': '[Definition]\nactionban = /usr/local/bin/block <ip>\n',
      'jail.local': '[DEFAULT]\nbanaction = mine\n[recidive]\nenabled = true\n',
    },
    'in a jail': { ...shortcuts, 'jail.local': watching('a', 'banaction = ufw') },
    'an action that does not exist, which is another rule': {
      ...shortcuts,
      'jail.local': '[DEFAULT]\nbanaction = shorewall\n[recidive]\nenabled = true\n',
    },
  },
  invalid: {
    'an action of the package, which has a twin': {
      tree: {
        'action.d/nftables.conf': '[Definition]\nactionban = nft add element inet f2b bad { <ip> }\n',
        'action.d/iptables-allports.conf': '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\n',
        'jail.conf': '[DEFAULT]\nbanaction_allports = iptables-allports\n',
        'jail.local': '[DEFAULT]\n⟦banaction = nftables[type=multiport]⟧\n',
      },
      messages: [expect.stringMatching('^banaction is') as unknown as string],
      severity: 'info',
      fixed: {
        'jail.local':
          '[DEFAULT]\nbanaction = nftables[type=multiport]\nbanaction_allports = nftables[type=allports]\n',
      },
    },
    'recidive goes on with iptables': {
      tree: {
        ...shortcuts,
        'jail.local': `[DEFAULT]\n⟦banaction = nft⟧\n${watching('recidive', '')}`,
      },
      messages: ['banaction is nft, but banaction_allports is all: [recidive] still bans with iptables'],
      severity: 'warning',
      related: ['jail.conf:3:1'],
    },
    'no enabled jail for all ports': {
      tree: { ...shortcuts, 'jail.local': `[DEFAULT]\n⟦banaction = ufw[x=1]⟧\n${watching('a', '')}` },
      messages: [
        'banaction is ufw[x=1], but banaction_allports is all: a jail that blocks all ports, such as recidive, would ban with iptables',
      ],
      severity: 'info',
    },
    'the other way round': {
      tree: {
        ...shortcuts,
        'jail.local': `[DEFAULT]\n⟦banaction_allports = nft⟧\n${watching('a', '')}${watching('recidive', '')}`,
      },
      messages: [
        'banaction_allports is nft, but banaction is iptables-multiport: [a] still bans with iptables',
      ],
      severity: 'warning',
      fixed: {},
    },
  },
});

/** The host has these programs. */
const host = (...commands: string[]) => ({ 'facts.json': JSON.stringify({ commands: ['sh', ...commands] }) });

testRule(missingTool, {
  valid: {
    'nothing known about the host': { ...actions, 'jail.local': watching('a', 'action = multi') },
    'all there': {
      ...actions,
      ...host('iptables', 'ip6tables', 'sendmail'),
      'jail.local': watching('a', 'action = multi\n  sendmail'),
    },
    'a program that can be done without': {
      ...actions,
      ...host('iptables'),
      'action.d/tell.conf':
        '[Definition]\nactionban = whois <ip> || echo unknown\n  if command -v jq >/dev/null; then jq . x; fi\n  iptables -A x || ipset add x\n',
      'jail.local': watching('a', 'action = tell'),
    },
    "a script of one's own, and a disabled jail": {
      ...actions,
      ...host(),
      'action.d/mine.conf': '[Definition]\nactionban = /usr/local/bin/block <ip>\n',
      'jail.local': `${watching('a', 'action = mine')}[b]\naction = multi\n`,
    },
  },
  invalid: {
    'the firewall': {
      tree: {
        ...actions,
        ...host('nft'),
        'jail.local': watching('a', 'action = ⟦multi⟧[port="1"]'),
      },
      messages: ['action multi of [a] needs iptables, which is not installed: no address is blocked'],
      severity: 'error',
    },
    'the firewall of a packaged jail': {
      tree: { ...shortcuts, ...host('nft'), 'jail.local': '⟦[recidive]⟧\nenabled = true\n' },
      messages: ['action all of [recidive] needs iptables, which is not installed: no address is blocked'],
    },
    'the firewall that jails have by default': {
      tree: {
        ...shortcuts,
        ...host('nft'),
        'jail.local': watching('a', '').replace('[a]', '⟦[a]⟧') + watching('b', ''),
      },
      messages: [
        'action iptables-multiport of 2 jails (a, b) needs iptables, which is not installed: no address is blocked',
      ],
    },
    'the mail, by a shortcut of two jails': {
      tree: {
        ...shortcuts,
        ...host('iptables', 'ip6tables'),
        'jail.local': `[DEFAULT]\naction = ⟦%(action_mw)s⟧\n${watching('a', '')}${watching('b', '')}`,
      },
      messages: ['action sendmail of 2 jails (a, b) needs sendmail, which is not installed: no mail is sent'],
      severity: 'warning',
    },
    'what IPv6 needs, where banaction is set': {
      tree: {
        ...shortcuts,
        ...host('iptables'),
        'jail.local': `[DEFAULT]\nbanaction = ⟦multi⟧\n${watching('a', '')}`,
      },
      messages: ['action multi of [a] needs ip6tables, which is not installed: no IPv6 address is blocked'],
      severity: 'warning',
    },
  },
});

const stays = 'and has no actionunban: addresses stay blocked after their bantime';

testRule(noUnban, {
  valid: {
    'the reverse, and what nothing is to be taken back of': {
      ...actions,
      'jail.local': watching('a', 'action = ufw'),
    },
    'a ban that ends by itself': {
      ...actions,
      'action.d/set.conf': '[Definition]\nactionban = ipset add bad <ip> timeout <bantime>\n',
      'action.d/set2.conf':
        '[Definition]\nactionstart = ipset create bad hash:ip timeout 600\nactionban = ipset add bad <ip>\n',
      'action.d/later.conf':
        '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\n  echo "iptables -D INPUT -s <ip> -j DROP" | at now + 1 hour\n',
    },
    'mail, reports, a note in a log': {
      ...actions,
      'action.d/tell.conf':
        '[Definition]\nactionban = echo <ip> >> /var/log/banned.log\n  curl https://example.org/<ip>\n',
      'jail.local': watching('a', 'action = tell'),
    },
    'only bans for ever': {
      ...actions,
      'action.d/mine.conf': '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\nactionunban =\n',
      'jail.local': watching('a', 'bantime = -1\naction = mine'),
    },
  },
  invalid: {
    'a list': {
      tree: {
        ...actions,
        'action.d/mine.conf':
          '[Definition]\n⟦actionban = echo "deny <ip>;" >> /etc/nginx/deny.conf && nginx -s reload⟧\nactionunban =\n',
        'jail.local': watching('a', 'action = mine') + watching('b', 'action = mine'),
      },
      messages: [`action mine adds to /etc/nginx/deny.conf ${stays}`],
      severity: 'warning',
    },
    'a firewall, in an action no jail uses': {
      tree: {
        'action.d/mine.conf':
          '[Definition]\n⟦actionban = <tool> add rule inet f2b input ip saddr <ip> drop⟧\n[Init]\ntool = nft\n',
      },
      messages: [`action mine calls nft ${stays} once a jail uses it`],
      severity: 'warning',
    },
    'an unban that is taken away': {
      tree: {
        'action.d/iptables-multiport.local':
          '[Definition]\n⟦actionban = iptables -A bad -s <ip> -j DROP⟧\nactionunban =\n',
        'action.d/iptables-multiport.conf': iptables,
      },
      messages: [`action iptables-multiport calls iptables ${stays} once a jail uses it`],
      fixed: {
        'action.d/iptables-multiport.local':
          '[Definition]\nactionban = iptables -A bad -s <ip> -j DROP\nactionunban = iptables -D bad -s <ip> -j DROP\n',
      },
    },
  },
});

const asCode = 'takes it apart as code: who writes the text runs commands on this host';
const asMail = 'runs what follows ~! in it: who writes the text runs commands on this host';
/** An action whose ban is the given commands. */
const banning = (commands: string) => `[Definition]\nactionban = ${commands}\nactionunban = true\n`;

testRule(shellInjection, {
  valid: {
    'foreign text as text': {
      'action.d/a.conf': banning('notify "<matches>" <F-USER>\n  printf %%b "<matches>" | sendmail root'),
      'action.d/b.conf': banning(
        'mail -s "banned <F-USER>" root\n  curl -d "x=<matches>" https://example.org',
      ),
      'action.d/c.conf': banning('whois <ip> | mail -E \'set escape\' -s x root\n  evaluate "<matches>"'),
    },
    'what the inner shell gets as a name that it does not know': {
      'action.d/a.conf': banning('bash -c \'logger "<matches>"\'\n  eval \'x="<matches>"\''),
    },
    'text that fail2ban itself made': {
      'action.d/a.conf': banning(
        'eval "block <ip> <port> <name>"\n  ssh fw "ipset add bad <ip>"\n  echo <ip> | mail root',
      ),
    },
  },
  invalid: {
    eval: {
      tree: {
        ...actions,
        'action.d/chat.conf': banning('eval "notify-chat \'banned <ip>: ⟦<matches>⟧\'"'),
        'jail.local': watching('a', 'action = ufw\n  chat') + watching('b', 'action = chat'),
      },
      messages: [`action chat hands <matches> from the log to eval, which ${asCode}`],
      severity: 'error',
    },
    'a shell within, on the second line, by a variable': {
      tree: {
        ...actions,
        'action.d/x.conf': `${banning('echo\n  <run> "tell <why>"')}[Init]\nrun = sudo bash -lc\nwhy = ⟦<F-USER>⟧\n`,
        'jail.local': watching('a', 'action = ufw\n  x'),
      },
      messages: [`action x hands <F-USER> from the log to bash -lc, which ${asCode}`],
    },
    'a remote shell, Python and standard input, in actions no jail uses': {
      tree: {
        'action.d/a.conf': banning('ssh -l root fw "ban ⟦<fid>⟧"'),
        'action.d/b.conf': banning('/usr/bin/python3 -c "print(\'⟦<ipmatches>⟧\')"'),
        'action.d/c.conf': banning('(echo x; echo "ban ⟦<F-USER>⟧") | sh'),
        'action.d/d.conf': banning('su - nobody -c "tell ⟦<F-USER>⟧"'),
      },
      messages: [
        `action a hands <fid> from the log to ssh, which ${asCode} once a jail uses it`,
        `action b hands <ipmatches> from the log to python3 -c, which ${asCode} once a jail uses it`,
        `action c hands <F-USER> from the log to sh, which ${asCode} once a jail uses it`,
        `action d hands <F-USER> from the log to su -c, which ${asCode} once a jail uses it`,
      ],
      severity: 'warning',
    },
    mail: {
      tree: {
        ...actions,
        'action.d/a.conf': banning('printf %%b "<ip> banned\n  ⟦<matches>⟧\\n" | mail -s "banned" root'),
        'action.d/b.conf': banning('( echo x; ⟦whois⟧ <ip> ) | /usr/bin/mailx -s x root'),
        'jail.local': watching('a', 'action = ufw\n  a\n  b'),
      },
      messages: [
        `action a hands <matches> from the log to mail, which ${asMail}`,
        `action b hands the output of whois to mailx, which ${asMail}`,
      ],
      fixed: {
        'action.d/a.conf':
          '[Definition]\nactionban = printf %%b "<ip> banned\n  <matches>\\n" | mail -E \'set escape\' -s "banned" root\nactionunban = true\n',
      },
    },
  },
});

const quoting = {
  ...filters,
  'action.d/lines.conf':
    '[Definition]\nactionban = grep <ip> <logpath> | sendmail root\n[Init]\nlogpath = /dev/null\n',
  'jail.conf': '[DEFAULT]\nlogpath = /var/log/web.log\naction_mwl = ufw\n  lines[logpath="%(logpath)s"]\n',
  'action.d/ufw.conf': actions['action.d/ufw.conf'],
};
const fewOrNone = 'but with backend = systemd the failures are in the journal: lines will find few or none';

testRule(mwlWithJournal, {
  valid: {
    'a backend that reads files': { ...quoting, 'jail.local': watching('a', 'action = %(action_mwl)s') },
    'a logpath of its own for that': {
      ...quoting,
      'jail.local': watching('a', 'action = %(action_mwl)s\nlogpath = /var/log/a.log').replace(
        'auto',
        'systemd',
      ),
    },
    'the file is there': {
      ...quoting,
      'facts.json': '{"log-files": ["/var/log/web.log"]}',
      'jail.local': watching('a', 'action = %(action_mwl)s').replace('auto', 'systemd'),
    },
    'an action that takes the matches': {
      ...quoting,
      'jail.local': watching('a', 'action = ufw[logpath="%(logpath)s"]').replace('auto', 'systemd'),
    },
  },
  invalid: {
    'the packaged shortcut, where there is one that takes the matches': {
      tree: {
        ...quoting,
        'action.d/sendmail-whois-matches.conf':
          '[Definition]\nactionban = printf %%b "<matches>" | sendmail <dest>\n',
        'jail.conf': `${quoting['jail.conf']}mta = sendmail\naction_ = ufw\nsender = root\ndestemail = root\nchain = INPUT\n`,
        'jail.local': watching('a', 'action = ⟦%(action_mwl)s⟧').replace('auto', 'systemd'),
      },
      messages: [`[a] mails the lines of /var/log/web.log, ${fewOrNone}`],
      fixed: {
        'jail.local': watching(
          'a',
          'action = %(action_)s\n    %(mta)s-whois-matches[sender="%(sender)s", dest="%(destemail)s", chain="%(chain)s"]',
        ).replace('auto', 'systemd'),
      },
    },
    'one jail': {
      tree: {
        ...quoting,
        'jail.local': watching('a', 'action = ⟦%(action_mwl)s⟧').replace('auto', 'systemd'),
      },
      messages: [`[a] mails the lines of /var/log/web.log, ${fewOrNone}`],
      severity: 'warning',
    },
    'by [DEFAULT]': {
      tree: {
        ...quoting,
        'jail.local': `[DEFAULT]\nbackend = systemd\naction = ⟦%(action_mwl)s⟧\n[a]\nenabled = true\nfilter = web\n[b]\nenabled = true\nfilter = sshd\n`,
      },
      messages: [`2 jails (a, b) mail the lines of their log files, ${fewOrNone}`],
    },
    'called by name': {
      tree: {
        ...quoting,
        'jail.local': watching('a', 'action = ufw\n  ⟦lines[logpath=%(logpath)s]⟧').replace(
          'auto',
          'systemd',
        ),
      },
      messages: [`[a] mails the lines of /var/log/web.log, ${fewOrNone}`],
    },
  },
});

const accuses = 'which accuses the wrong people when a log line is forged or an address shared';
const reports = {
  ...actions,
  'action.d/complain.conf': banning('complain <ip>'),
  'action.d/xarf-login-attack.conf': banning('complain <ip>'),
  'jail.conf': '[DEFAULT]\naction_ = ufw\naction_xarf = %(action_)s\n  xarf-login-attack[service=x]\n',
};

testRule(abuseMail, {
  valid: {
    'mail to oneself': { ...reports, 'jail.local': watching('a', 'action = ufw\n  sendmail') },
    'a disabled jail': { ...reports, 'jail.local': '[a]\naction = complain\n' },
    'a jail that is skipped': { ...reports, 'jail.local': watching('a', 'action = complain\n  nothing') },
  },
  invalid: {
    'a packaged shortcut': {
      tree: { ...reports, 'jail.local': watching('a', 'action = ⟦%(action_xarf)s⟧') },
      messages: [`[a] complains to third parties about every address banned (xarf-login-attack), ${accuses}`],
      severity: 'warning',
      fixed: { 'jail.local': '[a]\nenabled = true\nfilter = web\nbackend = auto\naction = %(action_)s\n' },
    },
    'by name, for two jails': {
      tree: {
        ...reports,
        'jail.local': `[DEFAULT]\naction = ufw\n  ⟦complain[dest=x]⟧\n${watching('a', '')}${watching('b', '')}`,
      },
      messages: [
        `2 jails (a, b) complain to third parties about every address banned (complain), ${accuses}`,
      ],
      fixed: {
        'jail.local':
          '[DEFAULT]\naction = ufw\n[a]\nenabled = true\nfilter = web\nbackend = auto\n\n[b]\nenabled = true\nfilter = web\nbackend = auto\n\n',
      },
    },
    'a service one has an account at': {
      tree: { ...reports, 'jail.local': watching('a', 'action = ufw\n  ⟦abuseipdb⟧') },
      messages: ['[a] reports every address banned to others (abuseipdb)'],
      severity: 'info',
    },
  },
});
