import filterNotFound from '../../rules/jail/filter-not-found';
import { testRule } from './test-rule';

const regex = '[Definition]\nfailregex = ^<HOST>$\n';
const sound = { 'jail.d/a.conf': '[sound]\nenabled = true\n', 'filter.d/sound.conf': regex };

testRule(filterNotFound, {
  valid: {
    'a filter that is a .local alone': {
      'jail.local': '[a]\nenabled = true\nfilter = x\n',
      'filter.d/x.local': regex,
    },
    'a filter in a directory of its own name': {
      'jail.local': '[a]\nenabled = true\nfilter = x\n',
      'filter.d/x.d/one.conf': regex,
    },
    'no filter on purpose': { 'jail.local': '[a]\nenabled = true\nfilter =\nfailregex = ^<HOST>$\n' },
    'a disabled jail': { 'jail.local': '[a]\nenabled = false\nfilter = nosuch\n' },
    'an action that does not exist': {
      'jail.local': '[a]\nenabled = true\nfilter = x\naction = nosuch\n',
      'filter.d/x.conf': regex,
    },
    'a comment behind the name, which another rule reports': {
      'jail.local': '[a]\nenabled = true\nfilter = x # mine\n',
      'filter.d/x.conf': regex,
    },
  },
  invalid: {
    'words swapped, parameters left out': {
      tree: {
        ...sound,
        'jail.local': '[web]\nenabled = true\nfilter = ⟦nginx-req-limit⟧[mode=normal]\n',
        'filter.d/nginx-limit-req.conf': regex,
      },
      messages: [
        'filter "nginx-req-limit" of [web] does not exist: the jail is skipped - did you mean "nginx-limit-req"?',
      ],
      severity: 'error',
    },
    'the name of the jail, in capitals': {
      tree: {
        'jail.conf': '[DEFAULT]\nfilter = %(__name__)s[mode=normal]\n[sshd]\nenabled = true\n',
        'jail.d/ssh.local': '⟦[SSHD]⟧\nenabled = true\n',
        'filter.d/sshd.conf': regex,
      },
      messages: ['filter "SSHD" of [SSHD] does not exist: the jail is skipped - did you mean "sshd"?'],
    },
    'through a variable': {
      tree: {
        ...sound,
        'jail.local': '[DEFAULT]\nmine = ⟦nosuch⟧\n[a]\nenabled = true\nfilter = %(mine)s\n',
      },
      messages: ['filter "nosuch" of [a] does not exist: the jail is skipped'],
    },
    'a blank before the parameters': {
      tree: {
        ...sound,
        'jail.local': '[a]\nenabled = true\nfilter = ⟦sshd ⟧[mode=aggressive]\n',
        'filter.d/sshd.conf': regex,
      },
      messages: ['filter "sshd " of [a] does not exist: the jail is skipped - did you mean "sshd"?'],
    },
    'no jail is left': {
      tree: {
        'jail.conf': '[a]\nfilter = nosuch\n',
        'jail.local': '⟦[a]⟧\nenabled = true\n[b]\nenabled = false\n',
      },
      messages: [
        'filter "nosuch" of [a] does not exist: the jail is skipped, and as no other jail is sound fail2ban does not start',
      ],
    },
  },
});
