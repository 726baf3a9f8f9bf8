/** A rule that compiles and finds something; what says TODO is for its author. */
export function ruleTemplate(id: string): string {
  return `import { atValue, defineRule } from '../../src/api';

export default defineRule({
  id: '${id}',
  severity: 'warning',
  summary: 'TODO: what it finds, in one line',
  why: \`TODO: what fail2ban or sshd does because of it, and why people write it.\`,
  fix: 'TODO: how to mend it',
  bad: { 'jail.local': '[web]\\ntodo = bad\\n' },
  good: { 'jail.local': '[web]\\ntodo = good\\n' },
  evidence: ['TODO: OWNER/REPOSITORY#NUMBER, or a manual page such as jail.conf(5)'],
  check({ jails }, report) {
    for (const jail of jails) {
      const setting = jail.option('todo')?.setting;
      if (setting === undefined || jail.text('todo') !== 'bad') continue;
      report({
        at: atValue(setting),
        message: \`todo is bad in \${jail.name}; TODO: what fail2ban will do\`,
        jail: jail.name,
        option: 'todo',
      });
    }
  },
});
`;
}

/** The tests of a group that has none yet. */
export const emptyTestFile = "import { testRule } from './test-rule';\n";

/** The tests of a group with those of one rule more. Biome puts the import in its place. */
export function withRuleTest(tests: string, id: string): string {
  const name = id.replace(/^.*\//, '').replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  return `import ${name} from '../../rules/${id}';
${tests}
testRule(${name}, {
  valid: {},
  invalid: {},
});
`;
}
