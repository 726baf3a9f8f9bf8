import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileSchema } from '../../src/cli/compile-schema';
import { memorySnapshot } from '../../src/files/snapshot';
import { defaultRelease } from '../../src/knowledge/release';
import { lint } from '../../src/lint/lint';
import { createModel } from '../../src/lint/model';
import { policyDocument } from '../../src/lint/policy/document';
import { policyRule } from '../../src/lint/policy/rule';
import type { PolicyCheck } from '../../src/lint/policy/violation';
import { resolve } from '../../src/resolve/setup';
import { temporaryDirectory } from '../temporary-directory';
import { collectOutput } from './collect-output';

const page = readFileSync(join(__dirname, '../../docs/policy.md'), 'utf8');
const blocks = (language: string) =>
  [...page.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, text]) => text!);
const exampleSchema = blocks('json')[0]!;
const exampleJails = blocks('ini')[1]!;

function findings(check: PolicyCheck, files: Readonly<Record<string, string>>): readonly string[] {
  const snapshot = memorySnapshot(new Map(Object.entries({ 'fail2ban.conf': '[Definition]\n', ...files })));
  const { diagnostics } = lint(snapshot, {
    release: defaultRelease,
    rules: [policyRule(check)],
    severities: new Map(),
  });
  return diagnostics.map(({ range, message }) => `${range.file.name}:${range.start.line}: ${message}`);
}

const filters = Object.fromEntries(
  ['sshd', 'dovecot', 'postfix'].map(name => [
    `filter.d/${name}.conf`,
    '[Definition]\nfailregex = ^<HOST>$\n',
  ]),
);
const perJail = (schema: object) =>
  compileSchema({ properties: { jails: { additionalProperties: schema } } });

test('the example of docs/policy.md', () => {
  const found = findings(compileSchema(JSON.parse(exampleSchema)), {
    'jail.local': exampleJails,
    ...filters,
  });
  expect(found.join('\n')).toBe(blocks('text')[0]!.trimEnd());
});

test('the example asks nothing of disabled jails', () => {
  const check = compileSchema(JSON.parse(exampleSchema));
  expect(findings(check, { 'jail.local': exampleJails.replaceAll('enabled = true', '') })).toEqual([]);
});

test('the examples of the rule', () => {
  const check = compileSchema(JSON.parse(exampleSchema));
  const { bad, good } = policyRule(check);
  expect(findings(check, good)).toEqual([]);
  expect(findings(check, bad)).toHaveLength(1);
});

test.each<[string, object, string, readonly string[]]>([
  [
    'a value fail2ban has of its own, at the header',
    { properties: { maxretry: { minimum: 5 } } },
    '[a]\n[b]\nmaxretry = 5\n',
    ['jail.local:1: maxretry of [a] is 3; it has to be at least 5'],
  ],
  [
    'a missing value, at the header',
    { required: ['destemail'] },
    '[a]\n[b]\ndestemail = x\n',
    ['jail.local:1: destemail of [a] is not set'],
  ],
  ['a value that is no time is another finding', { required: ['bantime'] }, '[a]\nbantime = soon\n', []],
  [
    'for ever',
    { properties: { bantime: { minimum: 0 } } },
    '[a]\nbantime = -1\n',
    ['jail.local:2: bantime of [a] is -1 (for ever); it has to be at least 0 seconds'],
  ],
  [
    'one of several',
    { properties: { bantime: { enum: [600, 3600] } } },
    '[a]\nbantime = 5m\n',
    ['jail.local:2: bantime of [a] is 5 minutes; it has to be one of 10 minutes, 1 hour'],
  ],
  [
    'a switch',
    { properties: { 'bantime.increment': { const: true } } },
    '[DEFAULT]\nbantime.increment = no\n[a]\n[b]\n',
    ['jail.local:2: bantime.increment of 2 jails (a, b) is false; it has to be true'],
  ],
  [
    'a part of a value',
    { properties: { filter: { properties: { mode: { const: 'aggressive' } } } } },
    '[a]\nfilter = sshd\n',
    ['jail.local:2: filter mode of [a] is normal; it has to be aggressive'],
  ],
  [
    'either of two, said once',
    { properties: { backend: { title: 'no polling', anyOf: [{ const: 'auto' }, { const: 'systemd' }] } } },
    '[a]\nbackend = polling\n',
    ['jail.local:2: backend of [a] is polling; it has to be auto or systemd (no polling)'],
  ],
  [
    'either of two, one of them a span',
    { properties: { bantime: { anyOf: [{ const: -1 }, { minimum: 3600, maximum: 604800 }] } } },
    '[a]\nbantime = 5m\n',
    [
      'jail.local:2: bantime of [a] is 5 minutes; it has to be -1 (for ever) or at least 1 hour and at most 1 week',
    ],
  ],
  [
    'either of two that take long to say',
    { properties: { bantime: { anyOf: [{ const: -1 }, { not: { maximum: 3600 } }] } } },
    '[a]\nbantime = 5m\n',
    ['jail.local:2: bantime of [a] is 5 minutes, which is not allowed'],
  ],
  [
    'whole hours',
    { properties: { bantime: { multipleOf: 3600 } } },
    '[a]\nbantime = 90m\n',
    ['jail.local:2: bantime of [a] is 1 hour 30 minutes; it has to be a multiple of 1 hour'],
  ],
  [
    'a list that cannot be put together is another finding',
    { properties: { ignoreip: { contains: { const: '192.0.2.1' } } } },
    '[a]\nignoreip = %(nothing)s\n',
    [],
  ],
  [
    'an option nobody may set',
    { not: { required: ['ignorecommand'] }, title: 'no commands' },
    '[a]\nignorecommand = /bin/true\n',
    ['jail.local:1: [a] is not as the policy asks (no commands)'],
  ],
  [
    'a word in a list',
    { properties: { port: { items: { pattern: '^[a-z]+$' } } } },
    '[a]\nport = ssh,2222\n',
    ['jail.local:2: port of [a] is 2222, which does not fit ^[a-z]+$'],
  ],
  [
    'what depends on another',
    { dependentRequired: { 'bantime.maxtime': ['bantime.rndtime'] } },
    '[a]\nbantime.maxtime = 1w\n',
    ['jail.local:1: bantime.rndtime of [a] is not set'],
  ],
  [
    'an option that is refused',
    { properties: { ignorecommand: false } },
    '[a]\nignorecommand = /bin/true\n',
    ['jail.local:2: ignorecommand of [a] is /bin/true, which is not allowed'],
  ],
  ['what is fulfilled', { properties: { findtime: { const: 600 } } }, '[a]\nfindtime = 10m\n', []],
])('%s', (_, schema, jails, expected) => {
  expect(findings(perJail(schema), { 'jail.local': jails })).toEqual(expected);
});

test('an element of a list stands where it is written', () => {
  const check = perJail({
    properties: {
      ignoreip: { items: { pattern: '^127' } },
      logpath: { items: { pattern: '^/var/log/' } },
      port: { items: { enum: ['ssh'] } },
    },
  });
  const jails = `[DEFAULT]
office = 198.51.100.0/24
[a]
ignoreip = 127.0.0.1/8
 %(office)s
logpath = /var/log/a.log
  /srv/b.log tail
port = ssh, SMTP
[b]
ignoreip = 127.0.0.1/8, 192.0.2.1
`;
  const snapshot = memorySnapshot(new Map([['jail.local', jails]]));
  const { diagnostics } = lint(snapshot, {
    release: defaultRelease,
    rules: [policyRule(check)],
    severities: new Map(),
  });
  const lines = jails.split('\n');
  expect(
    diagnostics.map(({ range: { start, end }, jail, option }) => [
      jail,
      option,
      start.line,
      lines[start.line - 1]!.slice(start.column - 1, end.column - 1),
    ]),
  ).toEqual([
    ['a', 'ignoreip', 2, '198.51.100.0/24'],
    ['a', 'logpath', 7, '/srv/b.log'],
    ['a', 'port', 8, 'SMTP'],
    ['b', 'ignoreip', 10, '192.0.2.1'],
  ]);
});

test('jails and options of the daemon', () => {
  const check = compileSchema({
    $schema: 'http://json-schema.org/draft-07/schema#',
    properties: {
      jails: { required: ['sshd'] },
      fail2ban: { properties: { dbpurgeage: { minimum: 604800 }, loglevel: { const: 'INFO' } } },
    },
  });
  const files = { 'jail.local': '[web]\n', 'fail2ban.local': '[Definition]\nloglevel = debug\n' };
  expect(findings(check, files)).toEqual([
    'fail2ban.local:1: dbpurgeage is 1 day; it has to be at least 1 week',
    'fail2ban.local:2: loglevel is DEBUG; it has to be INFO',
    'jail.local:1: there is no jail [sshd], which the policy asks for',
  ]);
});

test('names of jails', () => {
  const check = compileSchema({ properties: { jails: { propertyNames: { pattern: '^[a-z]+$' } } } });
  expect(findings(check, { 'jail.local': '[ok]\n[NOT]\n' })).toEqual(['jail.local:2: [NOT] is not allowed']);
});

test('a value from a packaged file stands at the jail', () => {
  const files = {
    'jail.conf': '[DEFAULT]\nbantime = 10m\n[a]\n[b]\n',
    'jail.local': '[a]\nenabled = true\nfilter = sshd\n',
  };
  const check = perJail({ properties: { bantime: { minimum: 3600 } } });
  expect(findings(check, { ...files, ...filters })).toEqual([
    'jail.local:1: bantime of 2 jails (a, b) is 10 minutes; it has to be at least 1 hour',
  ]);
});

test('the document holds values in normal units', () => {
  const text = `[sshd]
enabled = yes
filter = sshd[mode=aggressive]
action = one
 two[port=x]
port = SSH,2222
logpath = /a
 /b tail
ignoreip = ::1, 192.0.2.1
bantime = 1h
bantime.maxtime = 1w
bantime.factor = 1.5
own = %(port)s
[__proto__]
bantime = 1m
`;
  const actions = { 'action.d/one.conf': '[Definition]\n', 'action.d/two.conf': '[Definition]\n' };
  const snapshot = memorySnapshot(new Map(Object.entries({ 'jail.local': text, ...filters, ...actions })));
  const { jails } = policyDocument(createModel(resolve(snapshot, defaultRelease), undefined, {}));
  expect(Object.keys(jails)).toEqual(['sshd', '__proto__']);
  expect(jails.sshd).toEqual({
    enabled: true,
    filter: { name: 'sshd', mode: 'aggressive' },
    actions: ['one', 'two'],
    port: ['ssh', '2222'],
    logpath: ['/a', '/b'],
    ignoreip: ['::1', '192.0.2.1'],
    bantime: 3600,
    findtime: 600,
    maxretry: 3,
    ignoreself: true,
    'bantime.increment': false,
    'bantime.maxtime': 604800,
    'bantime.factor': 1.5,
    own: 'SSH,2222',
  });
});

describe('on the command line', () => {
  const place = temporaryDirectory();
  const tree = join(place, 'etc');
  const schema = join(place, 'policy.json');

  beforeAll(() => {
    mkdirSync(tree);
    writeFileSync(join(tree, 'fail2ban.conf'), '[Definition]\n');
    writeFileSync(join(tree, 'jail.local'), '[web]\nbantime = 5m\n');
    writeFileSync(join(place, '.f2blintrc'), '[policy]\nschema = policy.json\n');
  });

  function run(text: string, ...args: readonly string[]) {
    writeFileSync(schema, text);
    return collectOutput(['lint', '--format', 'json', '--base', 'none', ...args, tree]);
  }

  const short = JSON.stringify({
    properties: { jails: { additionalProperties: { properties: { bantime: { minimum: 600 } } } } },
  });

  test('findings are reported, in every preset, and graded', async () => {
    const { code, output } = await run(short);
    expect(code).toBe(1);
    expect(JSON.parse(output).findings).toEqual([
      expect.objectContaining({
        rule: 'policy/schema',
        severity: 'warning',
        line: 2,
        jail: 'web',
        option: 'bantime',
      }),
    ]);
    expect(JSON.parse((await run(short, '--preset', 'minimal')).output).findings).toHaveLength(1);
    expect((await run(short, '--rule', 'policy/schema=info')).code).toBe(0);
    expect((await run(short, '--no-config')).code).toBe(0);
  });

  const endless = {
    properties: { jails: { additionalProperties: { $ref: '#/$defs/a' } } },
    $defs: { a: { $ref: '#/$defs/a' } },
  };
  test.each([
    ['no JSON', '{', 'policy.json is not JSON'],
    ['no schema', '[]', 'cannot be used as a JSON Schema: it is no object'],
    ['an unknown word', '{"minimun":5}', 'unknown keyword: "minimun"'],
    ['a wrong type', '{"minimum":"5"}', 'cannot be used as a JSON Schema'],
    ['a slip in a word', '{"minimun":5}', 'did you mean "minimum"?'],
    ['an unknown draft', '{"$schema":"https://example.com/x"}', 'f2blint reads 2020-12 and draft-07'],
    ['an old draft', '{"$schema":"http://json-schema.org/draft-04/schema#"}', 'reads 2020-12 and draft-07'],
    ['one that is asynchronous', '{"$async":true,"maxProperties":0}', '$async has no place in a policy'],
    ['a schema elsewhere', '{"$ref":"https://example.com/x.json"}', 'refers to https://example.com/x.json'],
    ['one that refers to itself', '{"$ref":"#"}', 'cannot be used as a JSON Schema'],
    ['one that does so within', JSON.stringify(endless), 'cannot be used as a JSON Schema'],
    ['a bad pattern', '{"properties":{"jails":{"propertyNames":{"pattern":"("}}}}', 'cannot be used'],
    ['a $schema that is no text', '{"$schema":5}', 'cannot be used'],
  ])('%s ends with 2', async (_, text, message) => {
    const { code, output, errors } = await run(text);
    expect({ code, output }).toEqual({ code: 2, output: '' });
    expect(errors).toContain(message);
    expect(errors).toContain('hint: the file for [policy] schema holds a JSON Schema');
  });
});
