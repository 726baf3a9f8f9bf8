import { rules } from '../../../rules/index';
import { lint, memorySnapshot } from '../../../src/api';
import { readExample } from '../../../src/lint/example';
import type { ExampleTree } from '../../../src/lint/rule';
import { processorTime } from '../../processor-time';

const filter = '[Definition]\nfailregex = ^bad login from <HOST>$\n';
const reason = '-- by hand';

/** What is reported of some rules and what is hidden, as `rule:line`. */
function sifted(tree: ExampleTree, only: RegExp) {
  const { snapshot, config } = readExample({ 'filter.d/sshd.conf': filter, ...tree }, rules);
  const { diagnostics, suppressed } = lint(snapshot, config);
  const name = ({ rule, range }: (typeof diagnostics)[number]) => `${rule}:${range.start.line}`;
  return {
    shown: diagnostics.filter(({ rule }) => only.test(rule)).map(name),
    hidden: suppressed
      .map(each => each.diagnostic)
      .filter(({ rule }) => only.test(rule))
      .map(name),
  };
}

const permanent = /permanent-ban/;
const web = (name: string, above = '') =>
  `[${name}]\nenabled = true\nfilter = sshd\nlogpath = /var/log/${name}.log\n${above}bantime = -1\n`;

describe('next line', () => {
  test.each([
    ['right above', `# f2blint-disable-next-line policy/permanent-ban ${reason}\n`],
    [
      'with other comments and blank lines between',
      `# f2blint-disable-next-line policy/permanent-ban ${reason}\n# why\n\n`,
    ],
    ['indented', `    # f2blint-disable-next-line policy/permanent-ban ${reason}\n`],
    ['with a semicolon', `; f2blint-disable-next-line policy/permanent-ban ${reason}\n`],
    [
      'a chain',
      `# f2blint-disable-next-line policy/permanent-ban ${reason}\n# f2blint-disable-next-line policy/too-lenient ${reason}\n`,
    ],
    ['by its group', `# f2blint-disable-next-line log/*, policy/* ${reason}\n`],
    ['for a while', `# f2blint-disable-next-line policy/permanent-ban until 2026-01-01 ${reason}\n`],
  ])('%s: hidden', (_, above) => {
    expect(sifted({ 'jail.local': web('a', above) + web('b') }, permanent)).toMatchObject({
      hidden: [expect.stringMatching(/^policy\/permanent-ban:[5-8]$/)],
      shown: [expect.stringContaining('policy/permanent-ban')],
    });
  });

  test.each([
    ['another rule', `# f2blint-disable-next-line policy/too-lenient ${reason}\n`],
    ['no reason', '# f2blint-disable-next-line policy/permanent-ban\n'],
    ['the last day is over', `# f2blint-disable-next-line policy/permanent-ban until 2025-12-31 ${reason}\n`],
    ['a line between', `# f2blint-disable-next-line policy/permanent-ban ${reason}\nfindtime = 10m\n`],
    ['a part of the name', `# f2blint-disable-next-line policy/permanent ${reason}\n`],
    ['behind a value', `maxretry = 5 # f2blint-disable-next-line policy/permanent-ban ${reason}\n`],
  ])('%s: shown', (_, above) => {
    expect(sifted({ 'jail.local': web('a', above) }, permanent)).toMatchObject({ hidden: [] });
  });

  test('later lines of a value belong to the line it begins on', () => {
    const value = (above: string, inside: string) =>
      `[DEFAULT]\n${above}ignoreip = 127.0.0.1/8\n  10.0.0.300\n${inside}  10.0.0.301\n`;
    const bad = /bad-address/;
    const comment = `# f2blint-disable-next-line value/bad-address ${reason}\n`;
    const jail = web('a');
    expect(sifted({ 'jail.local': value('', '') + jail }, bad).shown).toHaveLength(2);
    expect(sifted({ 'jail.local': value(comment, '') + jail }, bad)).toEqual({
      shown: [],
      hidden: ['value/bad-address:4', 'value/bad-address:5'],
    });
    expect(sifted({ 'jail.local': value('', `  ${comment}`) + jail }, bad)).toEqual({
      shown: ['value/bad-address:3'],
      hidden: ['value/bad-address:5'],
    });
  });
});

describe('blocks', () => {
  const off = `# f2blint-disable policy/permanent-ban ${reason}\n`;
  const on = '# f2blint-enable policy/permanent-ban\n';
  test('to the end of the file', () => {
    const { shown, hidden } = sifted({ 'jail.local': web('a') + off + web('b') + web('c') }, permanent);
    expect({ shown, hidden: hidden.length }).toEqual({ shown: ['policy/permanent-ban:5'], hidden: 2 });
  });
  test('to where the rule, its group or everything is enabled again', () => {
    for (const end of [on, '# f2blint-enable policy/*\n', '# f2blint-enable\n'])
      expect(sifted({ 'jail.local': off + web('a') + end + web('b') }, permanent)).toEqual({
        hidden: ['policy/permanent-ban:6'],
        shown: ['policy/permanent-ban:12'],
      });
  });
  test('a rule out of a group', () => {
    const group = `# f2blint-disable policy/* ${reason}\n`;
    expect(sifted({ 'jail.local': group + web('a') + on + web('b') }, permanent).shown).toHaveLength(1);
  });
  test('one without effect ends nothing and hides nothing', () => {
    expect(
      sifted({ 'jail.local': `# f2blint-disable policy/permanent-ban\n${web('a')}${on}` }, /./).shown,
    ).not.toContain('suppression/unused:7');
  });
});

test('a whole file, and no other', () => {
  const tree = {
    'jail.d/a.conf': `${web('a')}# f2blint-disable-file policy/permanent-ban ${reason}\n`,
    'jail.d/b.conf': web('b'),
  };
  expect(sifted(tree, permanent)).toEqual({
    hidden: ['policy/permanent-ban:5'],
    shown: ['policy/permanent-ban:5'],
  });
});

test('sshd_config has them too', () => {
  const root = /sshd\/root-login/;
  const tree = (above: string) => ({
    'jail.local': web('a'),
    'ssh/sshd_config': `Port 22\n${above}PermitRootLogin yes\n`,
  });
  expect(sifted(tree(''), root).shown).toHaveLength(1);
  expect(sifted(tree(`# f2blint-disable-next-line sshd/root-login ${reason}\n`), root)).toEqual({
    shown: [],
    hidden: ['sshd/root-login:3'],
  });
});

test('without a date nothing expires', () => {
  const { snapshot, config } = readExample(
    {
      'jail.local': web('a', `# f2blint-disable-next-line policy/permanent-ban until 1999-01-01 ${reason}\n`),
      'filter.d/sshd.conf': filter,
    },
    rules,
  );
  const { today: _, ...without } = config as { today?: string } & typeof config;
  expect(lint(snapshot, without).suppressed).toHaveLength(1);
  expect(lint(snapshot, without).suppressed[0]!.by).toEqual({
    kind: 'inline',
    reason: 'by hand',
    until: '1999-01-01',
  });
});

test('what is said of comments is not hidden by comments', () => {
  const tree = {
    'jail.local': `# f2blint-disable-file suppression/*, suppression/unused ${reason}\n${web('a')}`,
  };
  expect(sifted(tree, /suppression/)).toEqual({
    shown: ['suppression/unknown-rule:1', 'suppression/unknown-rule:1'],
    hidden: [],
  });
});

test('a rule that is off in .f2blintrc leaves no comment unused', () => {
  const tree = {
    'jail.local': web('a', `# f2blint-disable-next-line policy/too-lenient ${reason}\n`),
    'filter.d/sshd.conf': filter,
  };
  const { snapshot, config } = readExample(tree, rules);
  const unused = (severities: ReadonlyMap<string, 'off'>) =>
    lint(snapshot, { ...config, severities }).diagnostics.filter(({ rule }) => rule === 'suppression/unused')
      .length;
  expect([unused(new Map()), unused(new Map([['policy/too-lenient', 'off']]))]).toEqual([1, 0]);
});

test('ten thousand comments and findings take no time', () => {
  const comment = `# f2blint-disable-next-line no/rule-of-${'x'.repeat(20)}, policy/permanent-ban, syntax/encoding ${reason}\n`;
  const text = `[DEFAULT]\nignoreip = ${'  10.0.0.300\n'.repeat(10_000)}${comment.repeat(10_000)}\nfindtime = 1\n`;
  const started = processorTime();
  lint(memorySnapshot(new Map([['jail.local', text]])), readExample({}, rules).config);
  expect(processorTime() - started).toBeLessThan(10_000);
});
