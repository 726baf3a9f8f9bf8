import { findRepeats } from '../../src/report/fold';
import { lintText, repeatsText } from '../../src/report/lint-text';
import { plainPalette, terminalLink } from '../../src/report/palette';
import { echo, hostileTexts, manyFindings } from './report-outcomes';

describe('findings that repeat', () => {
  test('are on one line after the third', () => {
    const { outcomes } = manyFindings(6);
    const repeats = findRepeats(outcomes);
    expect(repeats.size).toBe(3);
    const text = lintText(outcomes, plainPalette, repeats);
    expect(text.split('\n').slice(10)).toEqual(
      [
        'etc/fail2ban/jail.local:4:1 warning value/many',
        '  "option2" is one of many',
        '  4 │ option2 = "value" of 2',
        '    │ ^^^^^^^',
        '',
        'etc/fail2ban/jail.local:5:1 warning value/many "option3" is one of many',
        'etc/fail2ban/jail.local:6:1 warning value/many "option4" is one of many',
        'etc/fail2ban/jail.local:7:1 warning value/many "option5" is one of many',
        '',
        '',
      ].slice(-(text.split('\n').length - 10)),
    );
    expect(repeatsText(repeats)).toMatch(/^3 findings are on one line each/);
  });

  test('all stand there, however many they are', () => {
    const { outcomes } = manyFindings(10_000);
    const text = lintText(outcomes, plainPalette, findRepeats(outcomes));
    expect(text.match(/^etc\/fail2ban\/jail\.local:\d+:1 /gm)).toHaveLength(10_000);
    expect(text.length).toBeLessThan(lintText(outcomes, plainPalette).length / 1.5);
  });

  test('count by rule and wording', () => {
    const { outcomes } = echo(['one', 'two', 'three', 'four', 'five']);
    expect(findRepeats(outcomes).size).toBe(0);
    const numbers = echo(['1', '2', '3', '4', '5']);
    expect(findRepeats(numbers.outcomes).size).toBe(6);
  });

  test('are not spoken of where there are none', () => {
    expect(repeatsText(new Set())).toBe('');
  });
});

test('the name of a rule leads to its page on a terminal that has links', () => {
  const text = lintText(echo(['x']).outcomes, { ...plainPalette, link: terminalLink });
  expect(text.split('\n')[0]).toBe(
    'etc/fail2ban/jail.d/0-x.conf:1:1 error \x1b]8;;https://github.com/f2blint/f2blint/blob/main/docs/rules/daemon/error.md\x1b\\daemon/error\x1b]8;;\x1b\\',
  );
});

test('hostile values can do nothing, folded or not', () => {
  const { outcomes } = echo(hostileTexts);
  const all = new Set(outcomes.flatMap(({ diagnostics }) => diagnostics));
  for (const repeats of [new Set<never>(), all]) {
    const lines = lintText(outcomes, plainPalette, repeats).split('\n');
    expect(lines.filter(line => /[\p{Cc}\p{Cf}\p{Cs}]/u.test(line))).toEqual([]);
    expect(lines.filter(line => /^\s*::/.test(line))).toEqual([]);
    expect(lines.filter(line => /^\S/.test(line))).toHaveLength(all.size);
  }
});
