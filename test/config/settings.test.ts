import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
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
extends = ../base.f2blintrc my\\ own ; two
base = debian-1.0.2
baseline = known.json
ignore = /old/** ./vendor !vendor/ours
[rules]
syntax/encoding = off
policy/permanent-ban = info
[rule policy/too-lenient]
maxretry = 4
bantime = 10m
[policy]
schema = ours.json
bantime = 1 day
maxretry = 5

[path roles/*/templates/** *.local]
filter/no-host = off
[path x.local]
filter/no-host = error

[admin]
networks = 192.0.2.0/24, 2001:db8::/32 203.0.113.7
`;
  expect(read(text)).toEqual({
    kind: 'value',
    value: {
      preset: 'strict@1',
      failOn: 'never',
      maxWarnings: 5,
      fail2ban: '1.1.0',
      extends: ['../base.f2blintrc', 'my own'],
      base: 'debian-1.0.2',
      baseline: 'known.json',
      ignore: ['/old/**', 'vendor', '!vendor/ours'],
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
      paths: [
        { globs: ['roles/*/templates/**', '*.local'], severities: new Map([['filter/no-host', 'off']]) },
        { globs: ['x.local'], severities: new Map([['filter/no-host', 'error']]) },
      ],
      policySchema: 'ours.json',
      admin: {
        networks: ['192.0.2.0/24', '2001:db8::/32', '203.0.113.7'],
        limits: new Map([
          ['bantime', '1 day'],
          ['maxretry', '5'],
        ]),
      },
    },
  });
});

test.each<[string, number, string, string | undefined]>([
  ['presett = strict', 1, 'presett is not known', 'did you mean preset?'],
  ['colour = red', 1, 'colour is not known', 'one of preset, fail-on, max-warnings, fail2ban'],
  [
    'policy/permanent-ban = off',
    1,
    'policy/permanent-ban is not known',
    'severities of rules stand in [rules]',
  ],
  ['[rule]\na = 1', 1, 'section [rule] is not known', 'did you mean [rules]?'],
  ['[ruels]\na = 1', 1, 'section [ruels] is not known', 'did you mean [rules]?'],
  ['[]\na = 1', 1, '[] is neither [section] nor key = value', undefined],
  [
    '[policy/permanent-ban]',
    1,
    'section [policy/permanent-ban] is not known',
    'stand in [rule policy/permanent-ban]',
  ],
  ['[preset]\nstrict', 1, '[preset] is no section', 'write it as preset = … before the first section'],
  ['preset = strict\n\n[preset]\nx = y', 3, 'preset is both a key and a section', undefined],
  ['\n[rules', 2, '[rules is no section header', 'write it as [NAME]'],
  ['[rules] # all\nsyntax/encoding = off', 1, '[rules] # all is no section header', 'write it as [NAME]'],
  ['preset = loud', 1, 'preset = loud is not known', 'one of recommended, strict'],
  ['\n# so\npreset = strickt', 3, 'preset = strickt is not known', 'did you mean strict?'],
  ['preset', 1, 'preset needs a value', 'write it as preset = …'],
  ['preset[] = strict', 1, 'preset[] is not known', 'did you mean preset?'],
  [
    'preset = strict\r\nfail2ban = 1.0\r\npreset = minimal',
    3,
    'preset is set twice',
    'line 1 sets it already',
  ],
  ['= strict', 1, '= strict is neither [section] nor key = value', undefined],
  ['fail-on = loud', 1, 'fail-on = loud is not known', 'one of error, warning, info, never'],
  ['max-warnings = -1', 1, 'max-warnings = -1 is not a whole number', undefined],
  ['max-warnings', 1, 'max-warnings needs a value', 'write it as max-warnings = …'],
  [
    'preset = strict\nfail2ban = 3.4',
    2,
    'fail2ban = 3.4: f2blint does not know this release',
    'one of auto, 0.11',
  ],
  ['rules = off', 1, 'rules is a section', 'write it as [rules]'],
  [
    '[rules]\nsyntax/encoding = loud',
    2,
    '[rules] syntax/encoding = loud is not known',
    'one of off, info, warning',
  ],
  [
    '[rules]\nsyntax/encodign = off',
    2,
    '[rules] syntax/encodign: there is no rule',
    'did you mean syntax/encoding?',
  ],
  ['[rules]\nencoding = off', 2, '[rules] encoding: there is no rule', 'did you mean syntax/encoding?'],
  ['[rules]\npreset = strict', 2, '[rules] preset is not known', 'preset stands before the first section'],
  [
    '[rules]\nconstructor = off',
    2,
    '[rules] constructor: there is no rule constructor',
    'f2blint rules lists',
  ],
  [
    '[rule policy/to-lenient]\nmaxretry = 4',
    1,
    '[rule policy/to-lenient]: there is no rule',
    'policy/too-lenient?',
  ],
  ['[rule policy/too-lenient]\nmaxrety = 4', 2, 'the rule has no option maxrety', 'did you mean maxretry?'],
  [
    '[rule policy/too-lenient]\nhasOwnProperty = 4',
    2,
    'the rule has no option hasOwnProperty',
    'it has maxretry',
  ],
  ['[rule syntax/encoding]\nfoo = 4', 1, '[rule syntax/encoding]: the rule has no options', undefined],
  ['[rule policy/too-lenient]\nmaxretry = many', 2, 'maxretry = many is not a number', undefined],
  ['[rule policy/too-lenient]\nmaxretry = 5m', 2, 'maxretry = 5m is not a number', undefined],
  ['[rule policy/too-lenient]\nmaxretry = 0', 2, 'maxretry = 0 is too small', 'at least 1'],
  [
    '[rule policy/too-lenient]\nbantime = soon',
    2,
    'bantime = soon is not a time',
    'write it as fail2ban does',
  ],
  ['[rule policy/too-lenient]\nbantime = 5hrs', 2, 'bantime = 5hrs is not a time', 'did you mean 5h?'],
  ['[rule policy/too-lenient]\nbantime = -1', 2, 'bantime = -1 is too small', 'at least 1 second'],
  ['[rule policy/too-lenient]\nbantime', 2, '[rule policy/too-lenient] bantime needs a value', 'bantime = …'],
  [
    '[rule policy/too.lenient]\nbantime = 1',
    1,
    '[rule policy/too.lenient]: there is no rule',
    'too-lenient?',
  ],
  ['[rules.__proto__]\nx = y', 1, 'section [rules.__proto__] is not known', 'one of [rules]'],
  ['__proto__ = x', 1, '__proto__ = x is neither [section] nor key = value', undefined],
  ['[__proto__]\npreset = strict', 1, '[__proto__] is neither [section] nor key = value', undefined],
  ['[rules]\n__proto__ = off', 2, '__proto__ = off is neither [section] nor key = value', undefined],
  ['[policy]\nschemas = a', 2, '[policy] schemas is not known', 'it takes schema = FILE'],
  ['[policy]\nschema =', 2, '[policy] schema needs a value', 'write it as schema = …'],
  ['extend = x', 1, 'extend is not known', 'did you mean extends?'],
  ['extends =', 1, 'extends needs a value', 'write it as extends = …'],
  ['[path]\nfilter/no-host = off', 1, 'section [path] is not known', 'write it as [path GLOB]'],
  ['[paths x]\nfilter/no-host = off', 1, 'section [paths x] is not known', 'did you mean [path x]?'],
  [
    '[path x]\nfilter/nohost = off',
    2,
    '[path x] filter/nohost: there is no rule',
    'did you mean filter/no-host?',
  ],
  ['[path x]\nfilter/no-host = of', 2, '[path x] filter/no-host = of is not known', 'did you mean off?'],
  ['[path x]\npreset = minimal', 2, '[path x] preset is not known', 'preset stands before the first section'],
  [
    '[path ../x/**]\nfilter/no-host = off',
    1,
    '[path ../x/**]: ../x/** matches nothing',
    'do not lead out of it',
  ],
  ['ignore = a ../b', 1, 'ignore: ../b matches nothing', 'do not lead out of it'],
])('%j is refused', (text, line, message, hint) => {
  const reading = read(text);
  if (reading.kind !== 'fault') throw new Error('not refused');
  expect(reading.line).toBe(line);
  expect(reading.message).toContain(message);
  if (hint === undefined) expect(reading.hint).toBeUndefined();
  else expect(reading.hint).toContain(hint);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

test('numbers in quotes, and a section in two parts', () => {
  const text =
    "max-warnings = '5'\n[rules]\nsyntax/encoding = \"off\"\n[policy]\n [rules]\npolicy/permanent-ban = 'info'\n";
  expect(read(text)).toMatchObject({
    value: {
      maxWarnings: 5,
      severities: new Map([
        ['syntax/encoding', 'off'],
        ['policy/permanent-ban', 'info'],
      ]),
    },
  });
});

test('any text is read or refused', () => {
  const piece = fc.constantFrom(
    '[',
    ']',
    '=',
    '.',
    '\\',
    '"',
    "'",
    ';',
    '#',
    '\n',
    ' ',
    'rules',
    'preset',
    '__proto__',
    'x',
    '[]',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), pieces => {
      expect(['value', 'fault']).toContain(read(pieces.join('')).kind);
    }),
    { numRuns: 500 },
  );
});

test('the schema knows every preset', () => {
  const schema = JSON.parse(readFileSync(join(__dirname, '../../schemas/f2blintrc.schema.json'), 'utf8'));
  expect(schema.properties.preset.enum).toEqual(presetNames);
});
