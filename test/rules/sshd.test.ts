import badKeyword from '../../rules/sshd/bad-keyword';
import connectionLimits from '../../rules/sshd/connection-limits';
import deprecatedKeyword from '../../rules/sshd/deprecated-keyword';
import emptyPasswords from '../../rules/sshd/empty-passwords';
import firstValueWins from '../../rules/sshd/first-value-wins';
import kbdInteractive from '../../rules/sshd/kbd-interactive';
import logLevel from '../../rules/sshd/log-level';
import matchOverride from '../../rules/sshd/match-override';
import maxAuthTries from '../../rules/sshd/max-auth-tries';
import noJail from '../../rules/sshd/no-jail';
import passwordAuthentication from '../../rules/sshd/password-authentication';
import placeholder from '../../rules/sshd/placeholder';
import rootLogin from '../../rules/sshd/root-login';
import settingsAfterMatch from '../../rules/sshd/settings-after-match';
import unreadableFile from '../../rules/sshd/unreadable-file';
import useDns from '../../rules/sshd/use-dns';
import { lintEntries } from './lint-entries';
import { testRule } from './test-rule';

const keyOnly =
  'root can log in, with a key only as long as passwords stay off; prohibit-password makes sure of that';
const unless = ', unless a Match block says otherwise';
const include = 'Include /etc/ssh/sshd_config.d/*.conf\n';
const config = (text: string) => ({ 'ssh/sshd_config': text });
const jail = {
  'jail.local': '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nmaxretry = 5\n',
  'filter.d/sshd.conf': '[Definition]\nfailregex = ^Failed password for \\S+ from <HOST>$\n',
};
const withJail = (text: string) => ({ ...jail, ...config(text) });

testRule(rootLogin, {
  valid: {
    'nothing set': config('PasswordAuthentication yes\n'),
    'the first value wins': config('PermitRootLogin no\nPermitRootLogin yes\n'),
    'keys only': config('permitrootlogin "prohibit-password"\n'),
    'a comment': config('# PermitRootLogin yes\nPermitRootLogin no # yes\n'),
    'a line sshd refuses': config('PermitRootLogin yes | no\n'),
    'no value': config('PermitRootLogin\nPermitRootLogin =\n'),
    'a drop-in that comes first': {
      'ssh/sshd_config': `${include}PermitRootLogin yes\n`,
      'ssh/sshd_config.d/a.conf': 'PermitRootLogin no\n',
    },
    'a block for other people': config('Match User git\nPermitRootLogin yes\n'),
    'a block that takes it back for everybody': config(
      'PermitRootLogin yes\nMatch all\nPermitRootLogin no\n',
    ),
  },
  invalid: {
    'passwords by default': {
      tree: config('Port 22\n⟦PermitRootLogin yes⟧\n'),
      messages: ['PermitRootLogin yes: root can log in with a password'],
      severity: 'warning',
      fixed: { 'ssh/sshd_config': 'Port 22\nPermitRootLogin prohibit-password\n' },
    },
    'quotes, an equals sign, a comment, capitals': {
      tree: config('⟦permitROOTlogin="YES"⟧ # for now\nPermitRootLogin no\n'),
      messages: ['PermitRootLogin yes: root can log in with a password'],
      severity: 'warning',
    },
    'keyboard-interactive left on': {
      tree: config('UsePAM yes\n⟦PermitRootLogin yes⟧\nPasswordAuthentication no\n'),
      messages: [
        'PermitRootLogin yes: root can log in with keyboard-interactive, which asks for the password too',
      ],
      severity: 'warning',
    },
    both: {
      tree: config('UsePAM yes\n⟦PermitRootLogin yes⟧\nMatch Group sftp\nPasswordAuthentication no\n'),
      messages: [
        'PermitRootLogin yes: root can log in with a password or keyboard-interactive, which asks for the password too',
      ],
      severity: 'warning',
    },
    'passwords and the old name of keyboard-interactive off': {
      tree: config(
        'UsePAM yes\n⟦PermitRootLogin yes⟧\nPasswordAuthentication no\nChallengeResponseAuthentication no\n',
      ),
      messages: [`PermitRootLogin yes: ${keyOnly}`],
      severity: 'info',
    },
    'a key is asked for as well': {
      tree: config('⟦PermitRootLogin yes⟧\nAuthenticationMethods publickey,password publickey\n'),
      messages: [`PermitRootLogin yes: ${keyOnly}`],
      severity: 'info',
    },
    'below an Include that sets other things': {
      tree: {
        'ssh/sshd_config': `${include}⟦PermitRootLogin yes⟧\n`,
        'ssh/sshd_config.d/a.conf': 'PermitTTY no\n',
      },
      messages: ['PermitRootLogin yes: root can log in with a password'],
      severity: 'warning',
    },
    'in a drop-in': {
      tree: {
        'ssh/sshd_config': `${include}PermitRootLogin no\n`,
        'ssh/sshd_config.d/a.conf': '⟦PermitRootLogin yes⟧\n',
      },
      messages: ['PermitRootLogin yes: root can log in with a password'],
      severity: 'warning',
    },
    'kept out by AllowUsers': {
      tree: config('⟦PermitRootLogin yes⟧\nAllowUsers alice\n'),
      messages: [
        'PermitRootLogin yes: root can log in with a password, were it not for AllowUsers and its kin, which leave root out',
      ],
      severity: 'info',
    },
    'narrowed by a block': {
      tree: config('⟦PermitRootLogin yes⟧\nMatch Address *,!10.0.0.0/8\n    PermitRootLogin no\n'),
      messages: [`PermitRootLogin yes: root can log in with a password${unless}`],
      severity: 'info',
    },
    'in a block alone': {
      tree: config('PermitRootLogin no\nMatch Address 10.0.0.0/8\n    ⟦PermitRootLogin yes⟧\n'),
      messages: [
        'PermitRootLogin yes: root can log in with a password where "Match Address 10.0.0.0/8" applies',
      ],
      severity: 'info',
    },
    'in a block, with passwords off': {
      tree: config('PasswordAuthentication no\nMatch Address 10.0.0.0/8\n    ⟦PermitRootLogin yes⟧\n'),
      messages: [`PermitRootLogin yes where "Match Address 10.0.0.0/8" applies: ${keyOnly}`],
      severity: 'info',
    },
    'in a block for everybody': {
      tree: config('PermitRootLogin no\nMatch all\n⟦PermitRootLogin yes⟧\n'),
      messages: ['PermitRootLogin yes: root can log in with a password where "Match all" applies'],
      severity: 'warning',
    },
  },
});

const passwords = 'passwords can be guessed, and fail2ban only slows that down';

testRule(passwordAuthentication, {
  valid: {
    'keys alone': config('PasswordAuthentication no\n'),
    'a key is asked for as well': config('AuthenticationMethods publickey,password\n'),
    'a drop-in switches them off': {
      'ssh/sshd_config': `${include}PasswordAuthentication yes\n`,
      'ssh/sshd_config.d/a.conf': 'PasswordAuthentication no\n',
    },
    'for a network alone': config(
      'PasswordAuthentication no\nMatch Address 10.0.0.0/8\n    PasswordAuthentication yes\n',
    ),
    'no sshd_config': jail,
  },
  invalid: {
    'set so': {
      tree: config('Port 22\n⟦passwordauthentication = YES⟧ # for now\n'),
      messages: [`PasswordAuthentication is yes: ${passwords}`],
      severity: 'info',
      fixed: { 'ssh/sshd_config': 'Port 22\npasswordauthentication = no # for now\n' },
    },
    'by default': {
      tree: config('Port 22\n'),
      messages: [`PasswordAuthentication is yes, as nothing sets it: ${passwords}`],
      places: ['ssh/sshd_config:1:1-1:1'],
      fixed: { 'ssh/sshd_config': 'Port 22\nPasswordAuthentication no\n' },
    },
    'in a drop-in': {
      tree: {
        'ssh/sshd_config': `${include}PasswordAuthentication no\n`,
        'ssh/sshd_config.d/50-cloud-init.conf': '⟦PasswordAuthentication yes⟧\n',
      },
      messages: [`PasswordAuthentication is yes: ${passwords}`],
      fixed: {
        'ssh/sshd_config.d/00-local.conf':
          '# settings of this host: sshd takes the first value it reads, and reads this file first\nPasswordAuthentication no\n',
      },
    },
  },
});

const stillWork = 'with UsePAM yes: passwords still work, and can be guessed';

testRule(kbdInteractive, {
  valid: {
    'without PAM': config('PasswordAuthentication no\n'),
    'switched off by its old name': config(
      'UsePAM yes\nPasswordAuthentication no\nChallengeResponseAuthentication no\n',
    ),
    'a code after the key': config(
      'UsePAM yes\nPasswordAuthentication no\nAuthenticationMethods publickey,keyboard-interactive\n',
    ),
    'passwords are on anyway': config('UsePAM yes\nKbdInteractiveAuthentication yes\n'),
  },
  invalid: {
    'by default': {
      tree: config('⟦PasswordAuthentication no⟧\nUsePAM yes\n'),
      messages: [
        `PasswordAuthentication is no, but KbdInteractiveAuthentication is yes, as nothing sets it, ${stillWork}`,
      ],
      severity: 'warning',
      fixed: {
        'ssh/sshd_config': 'PasswordAuthentication no\nKbdInteractiveAuthentication no\nUsePAM yes\n',
      },
    },
    'by its old name': {
      tree: config('PasswordAuthentication no\n⟦ChallengeResponseAuthentication yes⟧\nUsePAM yes\n'),
      messages: [`PasswordAuthentication is no, but KbdInteractiveAuthentication is yes ${stillWork}`],
      fixed: {
        'ssh/sshd_config': 'PasswordAuthentication no\nChallengeResponseAuthentication no\nUsePAM yes\n',
      },
    },
    'the key is one of two ways': {
      tree: config(
        'UsePAM yes\nPasswordAuthentication no\n⟦KbdInteractiveAuthentication yes⟧\nAuthenticationMethods publickey keyboard-interactive\n',
      ),
      messages: [`PasswordAuthentication is no, but KbdInteractiveAuthentication is yes ${stillWork}`],
    },
  },
});

testRule(emptyPasswords, {
  valid: {
    no: config('PermitEmptyPasswords no\n'),
    'the first counts': config('PermitEmptyPasswords no\nPermitEmptyPasswords yes\n'),
    'a comment': config('#PermitEmptyPasswords yes\n'),
  },
  invalid: {
    yes: {
      tree: config('⟦PermitEmptyPasswords yes⟧\n'),
      messages: [
        'PermitEmptyPasswords yes: anybody can log in to an account whose password is empty, and fail2ban sees no failure',
      ],
      severity: 'error',
      fixed: { 'ssh/sshd_config': 'PermitEmptyPasswords no\n' },
    },
    'with passwords off': {
      tree: config('⟦PermitEmptyPasswords yes⟧\nPasswordAuthentication no\n'),
      messages: [
        'PermitEmptyPasswords yes: accounts without a password lie open as soon as PasswordAuthentication is yes again',
      ],
      severity: 'warning',
    },
    'in Match all': {
      tree: config('PermitEmptyPasswords no\nMatch all\n⟦PermitEmptyPasswords yes⟧\n'),
      messages: [
        'PermitEmptyPasswords yes: anybody can log in to an account whose password is empty, and fail2ban sees no failure',
      ],
    },
  },
});

testRule(maxAuthTries, {
  valid: {
    'nothing set': withJail('Port 22\n'),
    default: withJail('MaxAuthTries 6\n'),
    'as advised': withJail('MaxAuthTries 3\n'),
    'no jail': config('MaxAuthTries 20\n'),
    'no more than the jail allows': {
      ...withJail('MaxAuthTries 10\n'),
      'jail.local': jail['jail.local'].replace('maxretry = 5', 'maxretry = 10'),
    },
  },
  invalid: {
    'many tries': {
      tree: withJail('⟦MaxAuthTries 20⟧\n'),
      messages: [
        'MaxAuthTries 20 against maxretry 5 of [sshd]: one connection may guess 20 times before sshd ends it',
      ],
      severity: 'warning',
      fixed: { 'ssh/sshd_config': 'MaxAuthTries 6\n' },
    },
    'one try': {
      tree: withJail('⟦MaxAuthTries 1⟧\n'),
      messages: [
        'MaxAuthTries 1 against maxretry 5 of [sshd]: ssh offers every key of its agent, so people with 2 keys are cut off before the right one, and banned after a few attempts',
      ],
    },
    'the strictest of two jails': {
      tree: {
        ...withJail('⟦MaxAuthTries 8⟧\n'),
        'jail.local': `${jail['jail.local']}[strict]\nenabled = true\nfilter = sshd\nlogpath = /var/log/x\nmaxretry = 2\n`,
      },
      messages: [
        'MaxAuthTries 8 against maxretry 2 of [strict]: one connection may guess 8 times before sshd ends it',
      ],
    },
  },
});

const notLogged = (value: string) =>
  `LogLevel ${value}: sshd logs no failed login, so [sshd] never bans anybody`;

testRule(logLevel, {
  valid: {
    info: withJail('LogLevel INFO\n'),
    verbose: withJail('LogLevel VERBOSE\nSyslogFacility AUTHPRIV\n'),
    'no jail that minds': config('LogLevel QUIET\n'),
    'a jail of its own file': {
      ...withJail('SyslogFacility LOCAL3\n'),
      'jail.local': jail['jail.local'].replace('auth.log', 'sshd.log'),
    },
    'a jail that reads the journal': {
      ...withJail('SyslogFacility LOCAL3\n'),
      'jail.local': `${jail['jail.local']}backend = systemd\n`,
    },
  },
  invalid: {
    quiet: {
      tree: withJail('⟦LogLevel QUIET⟧\n'),
      messages: [notLogged('QUIET')],
      severity: 'error',
      fixed: { 'ssh/sshd_config': 'LogLevel INFO\n' },
    },
    fatal: { tree: withJail('⟦loglevel fatal⟧\nLogLevel INFO\n'), messages: [notLogged('fatal')] },
    error: { tree: withJail('⟦LogLevel ERROR⟧\n'), messages: [notLogged('ERROR')] },
    'for some people': {
      tree: withJail('Match User git\n    ⟦LogLevel QUIET⟧\n'),
      messages: [
        'LogLevel QUIET: sshd logs no failed login where "Match User git" applies, so [sshd] bans nobody there',
      ],
      severity: 'warning',
    },
    'to another file': {
      tree: withJail('⟦SyslogFacility LOCAL3⟧\n'),
      messages: [
        "SyslogFacility LOCAL3: syslog doesn't write that to the log of logins, where [sshd] looks for failures",
      ],
      severity: 'warning',
      fixed: { 'ssh/sshd_config': 'SyslogFacility AUTH\n' },
    },
  },
});

const waits =
  'UseDNS yes: logins wait while no name server answers, and names instead of addresses may reach the log';

testRule(useDns, {
  valid: {
    no: config('UseDNS no\n'),
    'nothing set': config('Port 22\n'),
    'the first counts': config('UseDNS no\nUseDNS yes\n'),
  },
  invalid: {
    yes: {
      tree: config('⟦UseDNS yes⟧\n'),
      messages: [waits],
      severity: 'info',
      fixed: { 'ssh/sshd_config': 'UseDNS no\n' },
    },
    capitals: { tree: config('⟦USEDNS YES⟧\n'), messages: [waits] },
    'in a drop-in': {
      tree: { 'ssh/sshd_config': include, 'ssh/sshd_config.d/a.conf': '⟦UseDNS yes⟧\n' },
      messages: [waits],
    },
  },
});

const byThen = 'by then, and the first value counts';

testRule(firstValueWins, {
  valid: {
    'the same twice': config('PermitTTY no\nPermitTTY No\n'),
    'what adds up': config(
      'Port 22\nPort 2222\nAllowUsers a\nAllowUsers b\nAcceptEnv A\nAcceptEnv B\nHostKey /a\nHostKey /b\nListenAddress ::\nListenAddress 0.0.0.0\n',
    ),
    'a block': config(
      'PermitTTY no\nMatch User a\nPermitTTY yes\nMatch User b\nPermitTTY no\nMatch all\nPermitTTY yes\n',
    ),
    'a drop-in that is stricter': {
      'ssh/sshd_config': `${include}PasswordAuthentication yes\nX11Forwarding yes\n`,
      'ssh/sshd_config.d/10-hard.conf': 'PasswordAuthentication no\nX11Forwarding no\n',
    },
    'one file included twice': {
      'ssh/sshd_config': `${include}${include}`,
      'ssh/sshd_config.d/a.conf': 'PermitTTY no\n',
    },
    'a line sshd refuses': config('PermitTTY no\nPermitTTY maybe\n'),
  },
  invalid: {
    'a line at the end': {
      tree: config('PasswordAuthentication yes\nPort 22\n⟦PasswordAuthentication no⟧\n'),
      messages: [`PasswordAuthentication no has no effect: PasswordAuthentication is yes ${byThen}`],
      severity: 'warning',
      related: ['/etc/ssh/sshd_config:1:1'],
      fixed: { 'ssh/sshd_config': 'PasswordAuthentication no\nPort 22\n' },
    },
    'a drop-in of the cloud': {
      tree: {
        'ssh/sshd_config': `${include}⟦PasswordAuthentication no⟧\n`,
        'ssh/sshd_config.d/50-cloud-init.conf': 'PasswordAuthentication yes\n',
      },
      messages: [`PasswordAuthentication no has no effect: PasswordAuthentication is yes ${byThen}`],
      related: ['/etc/ssh/sshd_config.d/50-cloud-init.conf:1:1'],
    },
    'a drop-in that sorts too late': {
      tree: {
        'ssh/sshd_config': include,
        'ssh/sshd_config.d/50-cloud-init.conf': 'PasswordAuthentication yes\n',
        'ssh/sshd_config.d/99-mine.conf': '⟦PasswordAuthentication no⟧\n',
      },
      messages: [`PasswordAuthentication no has no effect: PasswordAuthentication is yes ${byThen}`],
    },
    'another spelling': {
      tree: config('KbdInteractiveAuthentication yes\n⟦ChallengeResponseAuthentication no⟧\n'),
      messages: [
        `ChallengeResponseAuthentication no has no effect: KbdInteractiveAuthentication is yes ${byThen}`,
      ],
      fixed: { 'ssh/sshd_config': 'KbdInteractiveAuthentication no\n' },
    },
    'within a block': {
      tree: config('Match User a\nPermitTTY no\n⟦PermitTTY yes⟧\n'),
      messages: [`PermitTTY yes has no effect: PermitTTY is no ${byThen}`],
    },
    'where the last counts': {
      tree: config('⟦IPQoS af21⟧\nIPQoS none\n'),
      messages: ['IPQoS af21 has no effect: IPQoS is none later, and of this setting the last value counts'],
      fixed: { 'ssh/sshd_config': 'IPQoS none\n' },
    },
  },
});

const turnsOn = (match: string) =>
  `"Match ${match}" turns PasswordAuthentication yes back on, and it is not limited to few`;
const hard = 'PasswordAuthentication no\nKbdInteractiveAuthentication no\n';

testRule(matchOverride, {
  valid: {
    'a private network': config(
      `${hard}Match Address 192.168.0.0/16,fe80::/10\nPasswordAuthentication yes\n`,
    ),
    'an office': config(`${hard}Match Address 203.0.113.7\nPasswordAuthentication yes\n`),
    'one account': config(`${hard}Match User backup\nPasswordAuthentication yes\n`),
    'a group for uploads': config(`${hard}Match Group sftponly\nPasswordAuthentication yes\n`),
    'everybody of a private network': config(
      `${hard}Match User * Address 10.0.0.0/8\nPasswordAuthentication yes\n`,
    ),
    'with a key as well': config(
      `${hard}Match User *\nPasswordAuthentication yes\nAuthenticationMethods publickey,password\n`,
    ),
    'nothing was off': config('Match User *\nPasswordAuthentication yes\n'),
  },
  invalid: {
    everybody: {
      tree: config(`${hard}Match User *\n    ⟦PasswordAuthentication yes⟧\n`),
      messages: [turnsOn('User *')],
      severity: 'warning',
      related: ['/etc/ssh/sshd_config:1:1'],
    },
    'everybody but one': {
      tree: config(`${hard}Match User *,!root\n    ⟦PasswordAuthentication yes⟧\n`),
      messages: [turnsOn('User *,!root')],
    },
    'every address': {
      tree: config(`${hard}Match Address 0.0.0.0/0,::/0\n    ⟦PasswordAuthentication yes⟧\n`),
      messages: [turnsOn('Address 0.0.0.0/0,::/0')],
    },
    'a group everybody is in': {
      tree: config(`${hard}Match Group users\n    ⟦PasswordAuthentication yes⟧\n`),
      messages: [turnsOn('Group users')],
    },
    'root by name': {
      tree: config('PermitRootLogin no\nMatch User root\n    ⟦PermitRootLogin yes⟧\n'),
      messages: ['"Match User root" turns PermitRootLogin yes back on, and it is not limited to few'],
    },
    'in a drop-in': {
      tree: {
        'ssh/sshd_config': `${include}${hard}`,
        'ssh/sshd_config.d/a.conf': 'Match Host *\n⟦PasswordAuthentication yes⟧\n',
      },
      messages: [turnsOn('Host *')],
      fixed: { 'ssh/sshd_config.d/a.conf': 'Match Host *\n' },
    },
  },
});

const sftp = 'Match Group sftp\n    ForceCommand internal-sftp\n';
const notIndented = 'and counts for those alone, though it is not indented like the rest of the block';

testRule(settingsAfterMatch, {
  valid: {
    'the block alone': config(`PermitRootLogin no\n${sftp}`),
    'a block without indentation': config('Match User git\nPermitTTY no\nPasswordAuthentication no\n'),
    'Match all ends it': config(`${sftp}Match all\nPermitRootLogin no\n`),
    'a block in a drop-in': {
      'ssh/sshd_config': `${include}PermitRootLogin no\n`,
      'ssh/sshd_config.d/a.conf': sftp,
    },
    'what holds anyway': config(`PermitRootLogin no\n${sftp}PermitRootLogin no\n`),
    'two blocks, an empty line between': config(`${sftp}\nMatch User git\n    PermitTTY no\n`),
  },
  invalid: {
    'lines at the end': {
      tree: config(`${sftp}⟦PasswordAuthentication no⟧\n⟦PermitRootLogin no⟧\n`),
      messages: [
        `PasswordAuthentication no stands below "Match Group sftp" ${notIndented}`,
        `PermitRootLogin no stands below "Match Group sftp" ${notIndented}`,
      ],
      severity: 'warning',
      related: ['/etc/ssh/sshd_config:1:1'],
      fixed: {
        'ssh/sshd_config':
          'PasswordAuthentication no\nPermitRootLogin no\n\nMatch Group sftp\n    ForceCommand internal-sftp\n',
      },
    },
    'what sshd refuses there': {
      tree: config(`${sftp}⟦Port 2222⟧\n`),
      messages: [
        'Port stands below "Match Group sftp", where sshd refuses it: it will not start after the next restart',
      ],
      severity: 'error',
      fixed: { 'ssh/sshd_config': 'Port 2222\n\nMatch Group sftp\n    ForceCommand internal-sftp\n' },
    },
    'set apart by an empty line': {
      tree: config('Match Group sftp\nForceCommand internal-sftp\n\n# hardening\n⟦PermitRootLogin no⟧\n'),
      messages: [
        'PermitRootLogin no stands below "Match Group sftp" and counts for those alone, though it is set apart from the rest of the block',
      ],
      severity: 'info',
    },
    'an Include': {
      tree: config(`${sftp}⟦Include /etc/ssh/sshd_config.d/*.conf⟧\n`),
      messages: [`Include /etc/ssh/sshd_config.d/*.conf stands below "Match Group sftp" ${notIndented}`],
    },
  },
});

const willNotStart = 'sshd will not start after the next restart';

testRule(badKeyword, {
  valid: {
    'old names': config('ChallengeResponseAuthentication no\nProtocol 2\nUsePrivilegeSeparation yes\n'),
    'a keyword of a newer release': config('PerSourcePenalties no\n'),
    'a keyword of FreeBSD': config('UseBlacklist no\n'),
    'told by another rule': config('Match User git\nPort 22\n'),
    'odd, but fine': config('permitTTY="no"\n\tPort = 22\n=PrintMotd no\nAllowUsers\t# nobody\n'),
    'a template': config('Port {{ port }}\n{% if keys %}\nPasswordAuthentication no\n{% endif %}\n'),
  },
  invalid: {
    'a slip': {
      tree: config('⟦PermitRootLogn⟧ no\n'),
      messages: [`PermitRootLogn: sshd has no such keyword - did you mean PermitRootLogin?; ${willNotStart}`],
      severity: 'error',
      fixed: { 'ssh/sshd_config': 'PermitRootLogin no\n' },
    },
    'a choice from a guide': {
      tree: config('PermitRootLogin yes ⟦| no⟧\nPasswordAuthentication ⟦yes|no⟧\n'),
      messages: [
        `PermitRootLogin yes | no: this is a choice copied from a guide, of which one has to be taken; ${willNotStart}`,
        `PasswordAuthentication yes|no: this is a choice copied from a guide, of which one has to be taken; ${willNotStart}`,
      ],
    },
    'a keyword of ssh_config': {
      tree: config('⟦StrictHostKeyChecking⟧ no\n'),
      messages: [`StrictHostKeyChecking: sshd has no such keyword; ${willNotStart}`],
    },
    values: {
      tree: config('MaxAuthTries ⟦three⟧\nPort ⟦<port>⟧\nLogLevel ⟦INF⟧\n'),
      messages: [
        `MaxAuthTries: "three" is no whole number; ${willNotStart}`,
        `Port: "<port>" is no port; ${willNotStart}`,
        `LogLevel: "INF" is none of silent, quiet, fatal, error, info, verbose, debug, debug1, debug2, debug3 - did you mean info?; ${willNotStart}`,
      ],
      fixed: { 'ssh/sshd_config': 'MaxAuthTries three\nPort <port>\nLogLevel info\n' },
    },
    'in a drop-in': {
      tree: { 'ssh/sshd_config': include, 'ssh/sshd_config.d/a.conf': 'Banner ⟦"x⟧\n' },
      messages: [`Banner: a quote is not closed; ${willNotStart}`],
    },
    'a newer keyword on an older release': {
      tree: { ...config('⟦PerSourcePenalties⟧ no\n'), 'facts.json': '{ "openssh-version": "9.2p1" }' },
      messages: [`PerSourcePenalties: sshd has no such keyword; ${willNotStart}`],
    },
    'a loop': {
      tree: config('Include ⟦/etc/ssh/sshd_config⟧\n'),
      messages: [
        `Include: files include each other without end, /etc/ssh/sshd_config among them; ${willNotStart}`,
      ],
    },
  },
});

test('of very many faults twenty are told', () => {
  const found = lintEntries(badKeyword, { '/etc/ssh/sshd_config': 'Prot 22\n'.repeat(1000) }, '1.0.2', true);
  expect(found).toHaveLength(20);
  expect(found.at(-1)).toContain('and 980 more lines like it');
});

const nobody = 'sshd takes passwords, but no enabled jail reads its log: nobody who guesses them is banned';
const web = '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n';
const webFilter = { 'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n' };

testRule(noJail, {
  valid: {
    'a jail': withJail('PasswordAuthentication yes\n'),
    'a jail of another name': {
      ...jail,
      ...config('PasswordAuthentication yes\n'),
      'jail.local': jail['jail.local'].replace('[sshd]', '[logins]'),
    },
    'keys alone': { ...config('PasswordAuthentication no\n'), ...webFilter, 'jail.local': web },
    'an address inside': {
      ...config('ListenAddress 10.0.0.5\nListenAddress [fd00::1]:22\n'),
      ...webFilter,
      'jail.local': web,
    },
    'no sshd_config': { ...webFilter, 'jail.local': web },
  },
  invalid: {
    'switched off': {
      tree: {
        ...config('PasswordAuthentication yes\n'),
        ...webFilter,
        'jail.local': `[sshd]\n⟦enabled = false⟧\n\n${web}`,
      },
      messages: [nobody],
      severity: 'warning',
    },
    'named, but not enabled': {
      tree: { ...config('Port 22\n'), ...webFilter, 'jail.local': `⟦[sshd]⟧\nmaxretry = 3\n\n${web}` },
      messages: [nobody],
    },
    'not named at all': {
      tree: { ...config('⟦PasswordAuthentication yes⟧\n'), ...webFilter, 'jail.local': web },
      messages: [nobody],
    },
  },
});

const forEver =
  'LoginGraceTime 0: a connection that never logs in stays for ever, and a few of them lock everybody out without a line for fail2ban';

testRule(connectionLimits, {
  valid: {
    'nothing set': config('Port 22\n'),
    usual: config('LoginGraceTime 2m\nMaxStartups 10:30:100\n'),
    'a busy host': config('MaxStartups 100:30:200\n'),
  },
  invalid: {
    'no limit': {
      tree: config('⟦LoginGraceTime 0⟧\n'),
      messages: [forEver],
      severity: 'info',
      fixed: { 'ssh/sshd_config': 'LoginGraceTime 120\n' },
    },
    'no limit, in seconds': { tree: config('⟦LoginGraceTime 0s⟧\n'), messages: [forEver] },
    'many at once': {
      tree: config('MaxStartups 10\n⟦MaxStartups 1000⟧\n'),
      messages: ['MaxStartups 1000: 1000 connections may guess at once before sshd drops any'],
      fixed: { 'ssh/sshd_config': 'MaxStartups 10\nMaxStartups 10:30:100\n' },
    },
  },
});

testRule(placeholder, {
  valid: {
    names: config('AllowUsers alice user myuser@10.0.0.0/8 git-*\nAllowGroups ssh-users\n'),
    'of other keywords': config('Banner <none>\n'),
    'a comment': config('# AllowUsers your_username\n'),
  },
  invalid: {
    'a name': {
      tree: config('AllowUsers alice ⟦your_username⟧\n'),
      messages: [
        'AllowUsers your_username: this was to be filled in; sshd lets in only those who are named, and this is nobody',
      ],
      severity: 'warning',
    },
    'in angle brackets': {
      tree: config('DenyUsers ⟦<username>⟧\n'),
      messages: ['DenyUsers <username>: this was to be filled in'],
    },
    'of a host': {
      tree: config('AllowUsers ⟦yourname@10.0.0.0/8⟧\n'),
      messages: [
        'AllowUsers yourname@10.0.0.0/8: this was to be filled in; sshd lets in only those who are named, and this is nobody',
      ],
    },
  },
});

testRule(deprecatedKeyword, {
  valid: {
    'names of today': config('KbdInteractiveAuthentication no\nPubkeyAcceptedAlgorithms ssh-ed25519\n'),
    'what is passed over in silence': config('Protocol 2\n'),
    'a comment': config('#RSAAuthentication yes\n'),
  },
  invalid: {
    'an old name': {
      tree: config('⟦ChallengeResponseAuthentication⟧ no\n'),
      messages: ['ChallengeResponseAuthentication is the old name of KbdInteractiveAuthentication'],
      severity: 'info',
      fixed: { 'ssh/sshd_config': 'KbdInteractiveAuthentication no\n' },
    },
    'nothing at all': {
      tree: config('⟦rsaauthentication⟧ yes\n'),
      messages: ['RSAAuthentication does nothing: sshd passes over it'],
      fixed: { 'ssh/sshd_config': '' },
    },
    'in a drop-in': {
      tree: { 'ssh/sshd_config': include, 'ssh/sshd_config.d/a.conf': '⟦KeepAlive⟧ yes\n' },
      messages: ['KeepAlive is the old name of TCPKeepAlive'],
      fixed: { 'ssh/sshd_config.d/a.conf': 'TCPKeepAlive yes\n' },
    },
  },
});

const unknown = (reason: string) => `cannot be read (${reason}): what sshd makes of it is unknown`;

testRule(unreadableFile, {
  valid: {
    'a text': config('Port 22\n'),
    'an empty file': config(''),
    'no file': jail,
  },
  invalid: {
    'NUL bytes': {
      tree: config('Port 22\nPort \0\x01\n'),
      messages: [unknown('no text: it holds NUL bytes')],
      places: ['ssh/sshd_config:2:1-2:2'],
      severity: 'warning',
    },
    'in a drop-in': {
      tree: { 'ssh/sshd_config': include, 'ssh/sshd_config.d/a.conf': '\0' },
      messages: [unknown('no text: it holds NUL bytes')],
      places: ['ssh/sshd_config.d/a.conf:1:1-1:2'],
    },
    'a template': {
      tree: config('{{ managed }}\nPort 22\n'),
      messages: [unknown('a template that has to be filled in')],
      places: ['ssh/sshd_config:1:1-1:1'],
      severity: 'info',
    },
  },
});

test('a drop-in that may not be read, and one in Latin-1', () => {
  const files = {
    '/etc/ssh/sshd_config': 'Include sshd_config.d/*\nPort 22\n',
    '/etc/ssh/sshd_config.d/a.conf': { kind: 'unreadable', reason: 'permission denied' },
    '/etc/ssh/sshd_config.d/b.conf': {
      kind: 'undecodable',
      head: '',
      byte: 0xfc,
      line: 1,
      column: 3,
      bytes: '# \xfc\nProt 22\n',
    },
  } as const;
  expect(lintEntries(unreadableFile, files, '1.0.2', true)).toEqual([
    `/etc/ssh/sshd_config.d/a.conf:1:1 warning ${unknown('permission denied')}`,
  ]);
  expect(lintEntries(badKeyword, files, '1.0.2', true)).toEqual([
    `/etc/ssh/sshd_config.d/b.conf:2:1 error Prot: sshd has no such keyword - did you mean Port?; ${willNotStart}`,
  ]);
});
