import scriptLocation from '../../rules/files/script-location';
import secretReadable from '../../rules/files/secret-readable';
import writable from '../../rules/files/writable';
import { run, testRule } from './test-rule';

const modes = (known: Readonly<Record<string, string>>) => ({
  'facts.json': JSON.stringify({
    modes: Object.fromEntries(
      Object.entries(known).map(([name, text]) => {
        const [mode, owner = 'root'] = text.split(' ');
        return [name, { mode, owner }];
      }),
    ),
  }),
});
const filter = { 'filter.d/x.conf': '[Definition]\nfailregex = ^<HOST>$\n' };
const jail = (options: string) => `[a]\nenabled = true\nfilter = x\nlogpath = /var/log/a.log\n${options}`;
const asRoot = 'who changes it has fail2ban run commands as root';

testRule(writable, {
  valid: {
    'no facts': { 'jail.local': jail('') },
    'root and nobody else': { ...modes({ 'jail.local': '0644', '.': '0755' }), 'jail.local': jail('') },
    'a group nobody knows, and that of root': {
      ...modes({ 'jail.local': '0664', 'jail.d/b.conf': '0664 root:root' }),
      'jail.local': jail(''),
      'jail.d/b.conf': '[b]\n',
    },
    'a fail2ban of an ordinary user': {
      ...modes({
        'fail2ban.conf': '0644 f2b',
        'jail.conf': '0644 f2b',
        'jail.local': '0600 f2b',
        '.': '0755 f2b',
      }),
      'fail2ban.conf': '[Definition]\n',
      'jail.conf': '[DEFAULT]\n',
      'jail.local': jail(''),
    },
    'a mode nobody understands, and the link itself': {
      ...modes({ 'jail.local': 'rw-rw-rw-', 'jail.d/b.conf': '' }),
      'jail.local': jail(''),
      'jail.d/b.conf': '[b]\n',
    },
    'files fail2ban has no use for': { ...modes({ 'jail.bak': '0666' }), 'jail.local': jail('') },
  },
  invalid: {
    'every user, a group, another owner': {
      tree: {
        ...modes({
          'jail.local': '100666',
          'jail.d/b.conf': '664 root:staff',
          'jail.d/c.conf': '0644 www-data',
        }),
        'jail.local': jail(''),
        'jail.d/b.conf': '[b]\n',
        'jail.d/c.conf': '[c]\n',
      },
      places: ['jail.d/b.conf:1:1-1:1', 'jail.d/c.conf:1:1-1:1', 'jail.local:1:1-1:1'],
      messages: [
        `jail.d/b.conf is writable by the group staff (mode 0664): ${asRoot}`,
        `jail.d/c.conf is writable by the user www-data, who owns it (mode 0644): ${asRoot}`,
        `jail.local is writable by every user (mode 0666): ${asRoot}`,
      ],
      severity: 'error',
    },
    'a directory with what is in it, and an empty one': {
      tree: {
        ...modes({ 'jail.d': '0777', 'jail.d/b.conf': '0666', 'fail2ban.d': '0757' }),
        'jail.conf': '[DEFAULT]\n',
        'jail.d/b.conf': '[b]\n',
      },
      places: ['jail.conf:1:1-1:1', 'jail.d/b.conf:1:1-1:1'],
      messages: [
        'the directory fail2ban.d is writable by every user (mode 0757): who puts a file there has fail2ban run commands as root',
        'the directory jail.d is writable by every user (mode 0777): who puts a file there has fail2ban run commands as root',
      ],
    },
    'the directory of all, by its path': {
      tree: { ...modes({ '/etc/fail2ban': '0755 deploy' }), 'jail.conf': '[DEFAULT]\n' },
      places: ['jail.conf:1:1-1:1'],
      messages: [
        'the directory of the configuration is writable by the user deploy, who owns it (mode 0755): who puts a file there has fail2ban run commands as root',
      ],
    },
    'a filter, and an action no jail uses': {
      tree: {
        ...filter,
        ...modes({ 'filter.d/x.conf': '0646', 'action.d/y.conf': '0622' }),
        'jail.local': jail(''),
        'action.d/y.conf': '[Definition]\n',
      },
      places: ['action.d/y.conf:1:1-1:1', 'filter.d/x.conf:1:1-1:1'],
      messages: [
        `action.d/y.conf is writable by every user (mode 0622): ${asRoot} once a jail uses it`,
        'filter.d/x.conf is writable by every user (mode 0646): who changes it decides whom fail2ban bans',
      ],
    },
    'sshd_config and a drop-in': {
      tree: {
        ...modes({ '/etc/ssh/sshd_config': '0666', '/etc/ssh/sshd_config.d/a.conf': '0644 1000' }),
        'ssh/sshd_config': 'Include /etc/ssh/sshd_config.d/*.conf\n',
        'ssh/sshd_config.d/a.conf': 'Port 22\n',
      },
      places: ['ssh/sshd_config:1:1-1:1', 'ssh/sshd_config.d/a.conf:1:1-1:1'],
      messages: [
        'sshd_config is writable by every user (mode 0666): who changes it decides who may log in, as root too',
        'a.conf is writable by the user 1000, who owns it (mode 0644): who changes it decides who may log in, as root too',
      ],
    },
    'chmod -R': {
      tree: {
        ...modes(Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map(name => [`jail.d/${name}.conf`, '0666']))),
        ...Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map(name => [`jail.d/${name}.conf`, `[${name}]\n`])),
      },
      places: ['jail.d/a.conf:1:1-1:1'],
      messages: [
        `jail.d/a.conf and 4 more files beside it are writable by every user (mode 0666): ${asRoot}`,
      ],
    },
  },
});

const key = '4b5e6f708192a3b4c5d6';
const open = modes({ 'jail.local': '0644', 'action.d/tell.conf': '0644' });
const canRead = 'every user of the host can read it (mode 0644): fail2ban needs no more than 0600';

testRule(secretReadable, {
  valid: {
    'a file for root alone': { ...modes({ 'jail.local': '0600' }), 'jail.local': jail(`api_key = ${key}\n`) },
    'a directory for root alone': {
      ...modes({ 'jail.local': '0644', '.': '0700' }),
      'jail.local': jail(`api_key = ${key}\n`),
    },
    'empty, references, placeholders': {
      ...open,
      'jail.local': jail(
        'api_key =\ntoken = %(key)s\nsecret = YOUR-API-KEY-1234\npassword = <password>\napikey = /etc/fail2ban/key1234567\ncftoken = xxxxxxxxxxxx1\naction = cloud[cftoken="<token>", apikey="your_key_12345678", password=""]\n',
      ),
    },
    'variables of the shell and of a template': {
      ...open,
      'action.d/tell.conf':
        '[Definition]\nactionban = curl -H "Authorization: Bearer $(cat /root/key)" -F "token=$TOKEN123456789" https://api.telegram.org/bot<token>/sendMessage\n[Init]\npassword = {{ vault_password }}\n',
    },
    'what a regex looks for': {
      ...open,
      'jail.local': jail('failregex = ^login password=hunter2 token=abcdef1234567890 from <HOST>$\n'),
      'filter.d/y.conf': '[Definition]\nfailregex = ^password=hunter2 <HOST>$\n',
    },
    'a comment': { ...open, 'jail.local': jail(`# api_key = ${key}\n`) },
  },
  invalid: {
    'a parameter of a call, on the second line': {
      tree: {
        ...open,
        'jail.local': jail(`action = drop\n  cloud[cfzone="1", ⟦cftoken⟧="v1-${key}"]\n`),
      },
      messages: [`jail.local holds a secret key (cftoken), and ${canRead}`],
      severity: 'warning',
    },
    'a variable, with nothing known of modes': {
      tree: { 'jail.local': `[DEFAULT]\n⟦abuseipdb_apikey⟧ = ${key}\n` },
      messages: [
        'jail.local holds a secret key (abuseipdb_apikey), and with mode 0644, which a new file gets, every user of the host can read it: fail2ban needs no more than 0600',
      ],
      severity: 'info',
    },
    'a bot, a header and a password of an action': {
      tree: {
        ...open,
        'action.d/tell.conf': `[Definition]\nactionban = curl -s https://⟦api.telegram.org/bot⟧123456789:AAH${key}${key}/sendMessage -d text=<ip>\n  curl -H "Authorization: Bearer ${key}" https://example.org\n[Init]\nsmtp_password = hunter2\n`,
      },
      messages: [`action.d/tell.conf holds the address of a Telegram bot and 2 more, and ${canRead}`],
      related: ['action.d/tell.conf:3:12', 'action.d/tell.conf:5:1'],
    },
    'a mailer in Python': {
      tree: { ...open, 'jail.local': jail('action = smtp.py[host="mx", user="me", ⟦password⟧="hunter2"]\n') },
      messages: [`jail.local holds a password (password), and ${canRead}`],
    },
  },
});

test('no message has the secret in it', () => {
  const secrets = [key, 'hunter2'];
  const tree = {
    'jail.local': jail(`cftoken = ${key}\npassword = hunter2\naction = a[apikey=${key}] b[passwd=hunter2]\n`),
  };
  const [finding] = run(secretReadable, tree);
  const texts = [finding!.message, ...finding!.related.map(({ message }) => message)].join('\n');
  expect(finding!.related).toHaveLength(3);
  for (const secret of secrets) expect(texts).not.toContain(secret);
});

const ownFiles = 'ordinary users own the files: who replaces the script has his own commands run';
const allPut = 'everybody may put files: who replaces the script has his own commands run';
const action = (options: string) => ({ 'action.d/tell.conf': `[Definition]\n${options}\n` });

testRule(scriptLocation, {
  valid: {
    'places of root': {
      ...filter,
      ...action('actionban = /usr/local/sbin/tell <ip>\n  sh /etc/fail2ban/tell.sh'),
      'jail.local': jail('action = tell\nignorecommand = /opt/bin/is-friend <ip>\n'),
    },
    'files that are only written or read': {
      ...filter,
      ...action(
        'actionban = echo <ip> >> /tmp/banned; cat /home/me/text | mail -s /var/www/x root; [ -f /home/me/x ]',
      ),
      'jail.local': jail('action = tell\n'),
    },
    'a script beside the configuration': {
      ...filter,
      'jail.local': jail('ignorecommand = %(fail2ban_confpath)s/is-friend <ip>\n'),
    },
  },
  invalid: {
    'a command of [DEFAULT] that two jails have': {
      tree: {
        ...filter,
        'jail.local': `[DEFAULT]\nignorecommand = ⟦/home/deploy/bin/is-friend⟧ <ip>\n${jail('')}${jail('').replace('[a]', '[b]')}`,
      },
      messages: [`ignorecommand runs /home/deploy/bin/is-friend as root, and below /home ${ownFiles}`],
      severity: 'warning',
    },
    'scripts for a shell and for Python, through sudo': {
      tree: {
        ...filter,
        ...action('actionban = sudo bash -e ⟦"/tmp/tell.sh"⟧ <ip>\n  python3 ⟦/var/www/html/ban.py⟧ <ip>'),
        'jail.local': jail('action = tell\n'),
      },
      messages: [
        `action tell runs /tmp/tell.sh as root, and below /tmp ${allPut}`,
        `action tell runs /var/www/html/ban.py as root, and below /var/www ${ownFiles}`,
      ],
    },
    'a parameter of the jail': {
      tree: {
        ...filter,
        ...action('actionban = <script> <ip>'),
        'jail.local': jail('action = tell[script="⟦/home/me/tell⟧"]\n'),
      },
      messages: [`action tell runs /home/me/tell as root, and below /home ${ownFiles}`],
    },
    'an action no jail uses, and a disabled jail': {
      tree: {
        ...action('actionstart = ⟦/dev/shm/start⟧'),
        'jail.local': '[a]\nignorecommand = ⟦/srv/www/x⟧\n',
      },
      messages: [
        `action tell runs /dev/shm/start as root once a jail uses it, and below /dev/shm ${allPut}`,
        `ignorecommand runs /srv/www/x as root once a jail that uses it is enabled, and below /srv/www ${ownFiles}`,
      ],
    },
    'an action in Python': {
      tree: { ...filter, 'jail.local': jail('action = ⟦/home/me/tell.py⟧[a="1"]\n') },
      messages: [`action runs /home/me/tell.py as root, and below /home ${ownFiles}`],
    },
  },
});

test.each<readonly [string, string]>([
  ['0666', "chmod go-w '/etc/fail2ban/jail.d/my own.local'"],
  ['0644 www-data', "chown root:root '/etc/fail2ban/jail.d/my own.local'"],
])('mode %s: what to run instead of an edit', (mode, command) => {
  const tree = { ...modes({ 'jail.d/my own.local': mode }), 'jail.d/my own.local': jail('') };
  expect(run(writable, tree).map(each => each.fix?.command)).toEqual([command]);
});
