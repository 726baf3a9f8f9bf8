import { atValue, defineRule } from '../../src/api';

export default defineRule({
  id: 'resolution/conf-edited',
  severity: 'warning',
  summary: 'TODO: what it finds, in one line',
  why: `TODO: what fail2ban or sshd does because of it, and why people write it.`,
  fix: 'TODO: how to mend it',
  bad: { 'jail.local': '[web]\ntodo = bad\n' },
  good: { 'jail.local': '[web]\ntodo = good\n' },
  evidence: ['TODO: OWNER/REPOSITORY#NUMBER, or a manual page such as jail.conf(5)'],
  check({ jails }, report) {
    for (const jail of jails) {
      const setting = jail.option('todo')?.setting;
      if (setting === undefined || jail.text('todo') !== 'bad') continue;
      report({
        at: atValue(setting),
        message: `todo is bad in ${jail.name}; TODO: what fail2ban will do`,
        jail: jail.name,
        option: 'todo',
      });
    }
  },
});
