import { allRules as rules } from '../../src/cli/all-rules';
import { knownOptions } from '../../src/knowledge/option-table';
import { findOptions } from '../../src/knowledge/options';
import { optionsText } from '../../src/report/option-text';
import { ruleListJson, ruleListText } from '../../src/report/rule-list';
import { ruleText } from '../../src/report/rule-text';
import { collectOutput } from './collect-output';

const run = (...args: readonly string[]) => collectOutput(args);

describe('f2blint rules', () => {
  test('prints all rules, a line each', async () => {
    expect(await run('rules')).toEqual({ code: 0, output: ruleListText(rules), errors: '' });
  });

  test('prints JSON', async () => {
    expect(await run('rules', '--format', 'json')).toEqual({
      code: 0,
      output: ruleListJson(rules),
      errors: '',
    });
  });

  test('refuses another format', async () => {
    expect(await run('rules', '--format', 'xml')).toEqual({
      code: 2,
      output: '',
      errors: 'f2blint: there is no format xml\nhint: one of text, json\n',
    });
  });
});

describe('f2blint explain', () => {
  test.each(rules.map(rule => [rule.id, rule] as const))('%s', async (id, rule) => {
    const { code, output, errors } = await run('explain', id);
    expect({ code, output, errors }).toEqual({ code: 0, output: ruleText(rule), errors: '' });
    const prose = output.split('\n').filter(line => /^ {2}\S/.test(line) && !line.includes('://'));
    expect(prose.filter(line => line.length > 100)).toEqual([]);
  });

  test.each([...new Set(knownOptions.map(({ name }) => name))])('%s', async name => {
    const options = findOptions(name);
    const { code, output, errors } = await run('explain', name);
    expect({ code, output, errors }).toEqual({ code: 0, output: optionsText(options, rules), errors: '' });
    expect(output.split('\n').filter(line => line.length > 100)).toEqual([]);
    expect(await run('explain', name.toUpperCase())).toEqual({ code, output, errors });
  });

  test.each(knownOptions.flatMap(({ name, aliases = [] }) => aliases.map(alias => [alias, name] as const)))(
    '%s, which is called %s',
    async (alias, name) => {
      const { code, output } = await run('explain', alias);
      expect(code).toBe(0);
      expect(output.split('\n')[0]).toMatch(`fail2ban knows no ${alias}: it is called `);
      expect(output).toMatch(new RegExp(`^${name.replace('.', '\\.')} \\(`, 'm'));
    },
  );

  test('what people type for two things', async () => {
    const { output } = await run('explain', 'logfile');
    expect(output).toMatch(
      /^fail2ban knows no logfile: it is called logpath or logtarget\n\nlogpath \(option of jails\)/,
    );
    expect(output).toContain('\n\nlogtarget (option of the daemon)\n');
  });

  test.each([
    [
      'duplicate-option',
      'there is no rule or option duplicate-option',
      'did you mean syntax/duplicate-option?',
    ],
    ['syntax/dupliacte-option', 'there is no rule or option', 'did you mean syntax/duplicate-option?'],
    ['nothing/like-it', 'there is no rule or option nothing/like-it', 'f2blint rules lists the rules'],
    ['bnatime', 'there is no rule or option bnatime', 'did you mean bantime?'],
    ['acitonban', 'there is no rule or option acitonban', 'did you mean actionban?'],
    ['a\u001b[31m', 'there is no rule or option a\\u{1b}[31m', 'f2blint rules lists the rules'],
    ['__proto__', 'there is no rule or option __proto__', 'f2blint rules lists the rules'],
    ['', 'there is no rule or option', 'f2blint rules lists the rules'],
  ])('refuses %j', async (name, message, hint) => {
    const { code, output, errors } = await run('explain', name);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain(`f2blint: ${message}`);
    expect(errors).toContain(`hint: ${hint}`);
  });

  test('asks for a name', async () => {
    expect(await run('explain')).toMatchObject({ code: 2, output: '' });
  });
});
