import { rules } from '../../rules/index';
import { atSetting, defineRule } from '../../src/api';
import { applyFixes } from '../../src/fix/apply-fixes';
import { createWorkbench } from '../../src/fix/state';
import { readExample } from '../../src/lint/example';
import type { Rule } from '../../src/lint/rule';

const filter = '[Definition]\nfailregex = ^bad login from <HOST>$\n';
const jail = (more: string) => `[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\n${more}`;

function fix(text: string, more: readonly Rule[] = []) {
  const { snapshot, config } = readExample({ 'jail.local': text, 'filter.d/sshd.conf': filter }, [
    ...rules,
    ...more,
  ]);
  const { state, refused } = applyFixes(createWorkbench(snapshot, config), false);
  return {
    text: state.texts.get('/etc/fail2ban/jail.local') ?? text,
    refused: refused.map(({ why }) => why),
  };
}

/** Finds an option, and says what its fix would be. */
const finds = (id: string, option: string, edit?: readonly [from: string, to: string]): Rule =>
  defineRule({
    ...rules[0]!,
    id,
    severity: 'warning',
    check({ jails, files }, report) {
      const [file] = files.filter(each => each.file.name === 'jail.local');
      const setting = jails[0]?.option(option)?.setting;
      if (setting === undefined || file === undefined) return;
      const start = edit === undefined ? -1 : file.file.text.indexOf(edit[0]);
      report({
        at: atSetting(setting),
        message: `${option} is there`,
        ...(start >= 0 && {
          fix: {
            title: 'mend it',
            edits: [
              {
                kind: 'replace',
                at: { kind: 'span', file: file.file, span: { start, end: start + edit![0].length } },
                text: edit![1],
              },
            ],
            changes: [{ section: 'sshd' }],
          },
        }),
      });
    },
  });

const comment = '# f2blint-disable-next-line test/other -- known\n';

test('a fix brings no finding, not even one that is hidden', () => {
  const text = jail(`${comment}one = 1\n`);
  const more = [finds('test/one', 'one', ['one = 1', 'two = 1']), finds('test/other', 'two')];
  expect(fix(text, more)).toEqual({
    // the comment is not needed yet
    text: jail('one = 1\n'),
    refused: [expect.stringContaining('it would bring a new finding, test/other')],
  });
});

test('a fix reveals no finding that is hidden', () => {
  const text = jail(`${comment}two = 1\none = 1\n`);
  const more = [
    finds('test/one', 'one', [`${comment}two = 1\none = 1\n`, 'two = 1\n']),
    finds('test/other', 'two'),
  ];
  expect(fix(text, more)).toEqual({
    text,
    refused: [expect.stringContaining('it would bring a new finding, test/other')],
  });
});

test('a fix that leaves a comment with nothing to hide takes the comment along', () => {
  const text = jail(`one = 1\n${comment}two = 1\n`);
  const more = [
    finds('test/one', 'one', [`one = 1\n${comment}two = 1\n`, `${comment}three = 1\n`]),
    finds('test/other', 'two'),
  ];
  expect(fix(text, more)).toEqual({ text: jail('three = 1\n'), refused: [] });
});
