import rootLogin from '../../rules/sshd/root-login';
import { testRule } from './test-rule';

const keyOnly =
  'root can log in, with a key only as long as passwords stay off; prohibit-password makes sure of that';
const unless = ', unless an included file or a Match block says otherwise';
const config = (text: string) => ({ 'ssh/sshd_config': text });

testRule(rootLogin, {
  valid: {
    'nothing set': config('PasswordAuthentication yes\n'),
    'the first value wins': config('PermitRootLogin no\nPermitRootLogin yes\n'),
    'keys only': config('permitrootlogin "prohibit-password"\n'),
    'a comment': config('# PermitRootLogin yes\nPermitRootLogin no # yes\n'),
    'a line sshd refuses': config('PermitRootLogin yes | no\n'),
    'no value': config('PermitRootLogin\nPermitRootLogin =\n'),
    'a block that takes it back for everybody': config(
      'PermitRootLogin yes\nMatch all\nPermitRootLogin no\n',
    ),
  },
  invalid: {
    'passwords by default': {
      tree: config('Port 22\n⟦PermitRootLogin yes⟧\n'),
      messages: ['PermitRootLogin yes: root can log in with a password'],
      severity: 'warning',
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
    'below an Include': {
      tree: config('Include /etc/ssh/sshd_config.d/*.conf\n⟦PermitRootLogin yes⟧\n'),
      messages: [`PermitRootLogin yes: root can log in with a password${unless}`],
      severity: 'info',
    },
    'above an Include, with the method set there too': {
      tree: config(
        '⟦PermitRootLogin yes⟧\nPasswordAuthentication yes\nInclude /etc/ssh/sshd_config.d/*.conf\n',
      ),
      messages: ['PermitRootLogin yes: root can log in with a password'],
      severity: 'warning',
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
