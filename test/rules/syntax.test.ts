import duplicateOption from '../../rules/syntax/duplicate-option';
import { testRule } from './test-rule';

testRule(duplicateOption, {
  valid: {
    'the same option in two files': {
      'jail.conf': '[a]\nport = 1\n',
      'jail.local': '[a]\nport = 2\n',
    },
    'the same option in two sections': { 'jail.local': '[a]\nport = 1\n[b]\nport = 2\n' },
    'a section that stands twice': { 'jail.local': '[a]\nport = 1\n[a]\nport = 2\n' },
    'a conditional section': { 'action.d/x.conf': '[Init]\nset = a\n[Init?family=inet6]\nset = b\n' },
  },
  invalid: {
    'another letter case': {
      tree: { 'jail.local': '[a]\nmaxretry = 3\n⟦MaxRetry⟧ = 5\n' },
      messages: ['"maxretry" is set twice in [a] of jail.local; fail2ban will not start'],
      severity: 'error',
      related: ['jail.local:2:1'],
    },
    'across [DEFAULT] blocks': {
      tree: { 'jail.d/x.conf': '[DEFAULT]\nport = 1\n[a]\nport = 2\n[DEFAULT]\n⟦port⟧ = 3\n' },
      messages: ['"port" is set twice in [DEFAULT] of jail.d/x.conf; fail2ban will not start'],
    },
    'in an action no jail uses': {
      tree: { 'action.d/x.conf': '[Definition]\nactionban = a\n⟦actionban⟧ = b\n' },
      messages: [
        '"actionban" is set twice in [Definition] of action.d/x.conf; fail2ban will not start once a jail uses it',
      ],
      severity: 'warning',
    },
  },
});
