import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rules } from '../../rules/index';
import { presetNames } from '../../src/config/presets';
import { noSettings, readSettings } from '../../src/config/settings';

const read = (text: string) => readSettings(text, rules);

test('an empty file sets nothing', () => {
  expect(read('')).toEqual({ kind: 'value', value: noSettings });
  expect(read('# a comment\n\n[rules]\n; another\n')).toEqual({ kind: 'value', value: noSettings });
});

test('everything', () => {
  const text = `\uFEFFpreset = strict@1 ; as agreed\r
fail-on = never
max-warnings = 5
fail2ban = 1.1.0
[rules]
syntax/encoding = off
policy/permanent-ban = info
[rule policy/too-lenient]
maxretry = 4
bantime = 10m
[policy]
schema = ours.json
`;
  expect(read(text)).toEqual({
    kind: 'value',
    value: {
      preset: 'strict@1',
      failOn: 'never',
      maxWarnings: 5,
      fail2ban: '1.1.0',
      severities: new Map([
        ['syntax/encoding', 'off'],
        ['policy/permanent-ban', 'info'],
      ]),
      options: new Map([
        [
          'policy/too-lenient',
          new Map([
            ['maxretry', 4],
            ['bantime', 600],
          ]),
        ],
      ]),
      policySchema: 'ours.json',
    },
  });
});

test.each([
  ['presett = strict', 'presett is not known', 'did you mean preset?'],
  ['colour = red', 'colour is not known', 'one of preset, fail-on, max-warnings, fail2ban'],
  ['[rule]\na = 1', 'section [rule] is not known', 'did you mean [rules]?'],
  ['[ruels]\na = 1', 'section [ruels] is not known', 'did you mean [rules]?'],
  ['[rules', '[rules is not known', 'one of preset'],
  ['preset = loud', 'preset is not known', 'one of recommended, strict'],
  ['preset', 'preset is not known', 'one of recommended'],
  ['preset[] = strict', 'preset is not known', 'one of'],
  ['fail-on = loud', 'fail-on is not known', 'one of error, warning, info, never'],
  ['max-warnings = -1', 'max-warnings is not a whole number', undefined],
  ['max-warnings', 'max-warnings needs one value', 'write it as max-warnings = …'],
  ['rules = off', 'rules is a section', 'write it as [rules]'],
  ['[rules]\nsyntax/encoding = loud', '[rules] syntax/encoding is not known', 'one of off, info, warning'],
  [
    '[rules]\nsyntax/encodign = off',
    '[rules] syntax/encodign: there is no rule',
    'did you mean syntax/encoding?',
  ],
  ['[rules]\nconstructor = off', '[rules] constructor: there is no rule constructor', 'f2blint rules lists'],
  [
    '[rule policy/to-lenient]\nmaxretry = 4',
    '[rule policy/to-lenient]: there is no rule',
    'policy/too-lenient?',
  ],
  ['[rule policy/too-lenient]\nmaxrety = 4', 'the rule has no option maxrety', 'did you mean maxretry?'],
  [
    '[rule policy/too-lenient]\nhasOwnProperty = 4',
    'the rule has no option hasOwnProperty',
    'it has maxretry',
  ],
  ['[rule syntax/encoding]\nfoo = 4', '[rule syntax/encoding]: the rule has no option foo', 'it has none'],
  ['[rule policy/too-lenient]\nmaxretry = many', 'maxretry = many is not a number', undefined],
  ['[rule policy/too-lenient]\nmaxretry = 5m', 'maxretry = 5m is not a number', undefined],
  ['[rule policy/too-lenient]\nmaxretry = 0', 'maxretry = 0 is too small', 'at least 1'],
  ['[rule policy/too-lenient]\nbantime = soon', 'bantime = soon is not a time', 'write it as fail2ban does'],
  ['[rule policy/too-lenient]\nbantime = -1', 'bantime = -1 is too small', 'at least 1 second'],
  ['[rule policy/too-lenient]\nbantime', '[rule policy/too-lenient] bantime needs one value', 'bantime = …'],
  ['[rule policy/too.lenient]\nbantime = 1', 'needs one value', 'lenient'],
  ['[rules.__proto__]\nx = y', '[rules] __proto__ is not known', 'one of off'],
  ['[policy]\nschemas = a', '[policy] schemas is not known', 'it takes schema = FILE'],
])('%j is refused', (text, message, hint) => {
  const reading = read(text);
  if (reading.kind !== 'fault') throw new Error('not refused');
  expect(reading.message).toContain(message);
  if (hint === undefined) expect(reading.hint).toBeUndefined();
  else expect(reading.hint).toContain(hint);
});

test.each(['__proto__ = x', '[__proto__]\npreset = strict', '[rules]\n__proto__ = off'])(
  '%j does nothing',
  text => {
    expect(read(text)).toEqual({ kind: 'value', value: noSettings });
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect(({} as { preset?: string }).preset).toBeUndefined();
  },
);

test('the schema knows every preset', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../schemas/f2blintrc.schema.json'), 'utf8'));
  expect(schema.properties.preset.enum).toEqual(presetNames);
});
