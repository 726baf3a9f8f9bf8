import { allRules as rules } from '../../src/cli/all-rules';
import { main } from '../../src/cli/main';
import { ruleListJson, ruleListText } from '../../src/report/rule-list';
import { ruleText } from '../../src/report/rule-text';

async function run(...args: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const code = await main(args, {
    write: text => {
      stdout += text;
    },
    writeError: text => {
      stderr += text;
    },
    isTerminal: false,
    isErrorTerminal: false,
    environment: {},
  });
  return { code, stdout, stderr };
}

describe('f2blint rules', () => {
  test('prints all rules, a line each', async () => {
    expect(await run('rules')).toEqual({ code: 0, stdout: ruleListText(rules), stderr: '' });
  });

  test('prints JSON', async () => {
    expect(await run('rules', '--format', 'json')).toEqual({
      code: 0,
      stdout: ruleListJson(rules),
      stderr: '',
    });
  });

  test('refuses another format', async () => {
    expect(await run('rules', '--format', 'xml')).toEqual({
      code: 2,
      stdout: '',
      stderr: 'f2blint: there is no format xml\nhint: one of text, json\n',
    });
  });
});

describe('f2blint explain', () => {
  test.each(rules.map(rule => [rule.id, rule] as const))('%s', async (id, rule) => {
    const { code, stdout, stderr } = await run('explain', id);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: ruleText(rule), stderr: '' });
    const prose = stdout.split('\n').filter(line => /^ {2}\S/.test(line) && !line.includes('://'));
    expect(prose.filter(line => line.length > 100)).toEqual([]);
  });

  const option = 'is an option of fail2ban, and only rules are explained so far';
  test.each([
    ['duplicate-option', 'there is no rule duplicate-option', 'did you mean syntax/duplicate-option?'],
    ['syntax/dupliacte-option', 'there is no rule', 'did you mean syntax/duplicate-option?'],
    ['nothing/like-it', 'there is no rule nothing/like-it', 'f2blint rules lists them'],
    ['bantime', `bantime ${option}`, 'f2blint show says what it is set to, jail.conf(5) what it is for'],
    ['BanTime', `BanTime ${option}`, 'f2blint show'],
    ['dbpurgeage', `dbpurgeage ${option}`, 'f2blint show'],
    ['failregex', `failregex ${option}`, 'f2blint show'],
    ['actionban', `actionban ${option}`, 'f2blint show'],
    ['a\u001b[31m', 'there is no rule a\\u{1b}[31m', 'f2blint rules lists them'],
    ['__proto__', 'there is no rule __proto__', 'f2blint rules lists them'],
  ])('refuses %j', async (name, message, hint) => {
    const { code, stdout, stderr } = await run('explain', name);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(`f2blint: ${message}`);
    expect(stderr).toContain(`hint: ${hint}`);
  });

  test('asks for a name', async () => {
    expect(await run('explain')).toMatchObject({ code: 2, stdout: '' });
  });
});
