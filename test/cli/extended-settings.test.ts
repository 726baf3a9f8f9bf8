import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryDirectory } from '../temporary-directory';
import { collectOutput } from './collect-output';

const places = temporaryDirectory();
let count = 0;

const filter = '[Definition]\nfailregex = ^bad login from <HOST>$\n';
const jail = '[sshd]\nenabled = true\nfilter = sshd\nlogpath = /var/log/auth.log\nbantime = -1\nbntime = 5\n';

/** A repository with a tree and settings. */
function repository(files: Readonly<Record<string, string>>, tree = 'site/etc/fail2ban'): string {
  const top = join(places, String(++count));
  const all = {
    [`${tree}/fail2ban.conf`]: '[Definition]\n',
    [`${tree}/filter.d/sshd.conf`]: filter,
    [`${tree}/jail.local`]: jail,
    ...files,
  };
  for (const [name, text] of Object.entries(all)) {
    mkdirSync(dirname(join(top, name)), { recursive: true });
    writeFileSync(join(top, name), text);
  }
  return top;
}

async function run(...args: readonly string[]) {
  const { code, output, errors } = await collectOutput([
    'lint',
    '--base',
    'none',
    '--format',
    'json',
    ...args,
  ]);
  const { findings = [], setups = [] } = output === '' ? {} : JSON.parse(output);
  return {
    code,
    errors,
    setups: (setups as { path: string }[]).map(({ path }) => path),
    found: (findings as { severity: string; rule: string }[]).map(each => `${each.severity} ${each.rule}`),
  };
}

describe('extends', () => {
  test('the nearer file counts, key by key', async () => {
    const top = repository({
      'site/.f2blintrc':
        'extends = ../team.f2blintrc\nfail-on = never\n[rules]\nresolution/unknown-option = error\n',
      'team.f2blintrc':
        'extends = company.f2blintrc\n[rules]\nresolution/unknown-option = info\n[rule policy/too-lenient]\nmaxretry = 3\n',
      'company.f2blintrc':
        'fail-on = error\n[rules]\npolicy/permanent-ban = off\nresolution/unknown-option = off\n',
    });
    const { code, found } = await run(join(top, 'site'));
    expect(code).toBe(0);
    expect(found).toContain('error resolution/unknown-option');
    expect(found.join()).not.toContain('policy/permanent-ban');
  });

  test('of several the last counts', async () => {
    const top = repository({
      'site/.f2blintrc': 'extends = ../a ../b\n',
      a: '[rules]\nresolution/unknown-option = info\npolicy/permanent-ban = off\n',
      b: '[rules]\nresolution/unknown-option = error\n',
    });
    const { found } = await run(join(top, 'site'));
    expect(found).toEqual(['error resolution/unknown-option']);
  });

  test('paths in a file count from there', async () => {
    const top = repository({
      'site/.f2blintrc': 'extends = ../shared/team\n',
      'shared/team': 'baseline = known.json\n[policy]\nschema = ours.json\n',
      'shared/ours.json': '{"properties": {"jails": {"required": ["web"]}}}',
      'shared/known.json': '{"schemaVersion": 1, "findings": []}',
    });
    const { found, errors } = await run(join(top, 'site'));
    expect(errors).toBe('');
    expect(found).toContain('warning policy/schema');
  });

  test.each([
    [
      'a circle',
      { 'site/.f2blintrc': 'extends = ../a\n', a: 'extends = b\n', b: 'extends = ./a\n' },
      'b: extends leads in a circle: ',
      'take one of them out',
    ],
    ['itself', { 'site/.f2blintrc': 'extends = .f2blintrc\n' }, 'extends leads in a circle', 'take one'],
    ['nothing', { 'site/.f2blintrc': 'extends = ../none\n' }, '/none does not exist', ''],
    ['a directory', { 'site/.f2blintrc': 'extends = ..\n' }, 'cannot be read', ''],
    [
      'a fault',
      { 'site/.f2blintrc': 'extends = ../a\n', a: '\npresett = strict\n' },
      '/a:2: presett is not known',
      'did you mean preset?',
    ],
  ])('%s ends with 2', async (_, files, message, hint) => {
    const { code, errors } = await run(join(repository(files as Readonly<Record<string, string>>), 'site'));
    expect(code).toBe(2);
    expect(errors).toContain(message);
    expect(errors).toContain(hint);
  });

  test('a file that many extend is read once', async () => {
    const chain = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [
        `c${index}`,
        index === 39 ? '[rules]\npolicy/permanent-ban = off\n' : `extends = c${index + 1} c${index + 1}\n`,
      ]),
    );
    const top = repository({ 'site/.f2blintrc': 'extends = ../c0\n', ...chain });
    expect((await run(join(top, 'site'))).found.join()).not.toContain('permanent-ban');
  });
});

describe('[path GLOB]', () => {
  const settings = (text: string) => repository({ 'site/.f2blintrc': text });

  test.each([
    ['etc/fail2ban/*.local', true],
    ['*.local', true],
    ['/etc/**', true],
    ['other *.local', true],
    ['*.conf', false],
    ['fail2ban/jail.local', false],
    ['*.local !jail.local', false],
  ])('%s: %s', async (glob, isOff) => {
    const { found } = await run(join(settings(`[path ${glob}]\nresolution/unknown-option = off\n`), 'site'));
    expect(found.includes('warning resolution/unknown-option')).toBe(!isOff);
    expect(found).toContain('warning policy/permanent-ban');
  });

  test('the last section counts, and beats [rules] and the preset', async () => {
    const text =
      'preset = minimal\n[rules]\nresolution/unknown-option = off\n[path *.local]\nresolution/unknown-option = info\npolicy/permanent-ban = error\n[path jail.*]\nresolution/unknown-option = error\n';
    expect((await run(join(settings(text), 'site'))).found.sort()).toEqual([
      'error policy/permanent-ban',
      'error resolution/unknown-option',
    ]);
  });

  test('the command line beats it', async () => {
    const top = settings('[path *.local]\nresolution/unknown-option = off\n');
    const { found } = await run('--rule', 'resolution/unknown-option=error', join(top, 'site'));
    expect(found).toContain('error resolution/unknown-option');
  });

  test('of an extended file they count from its directory', async () => {
    const top = repository({
      'site/.f2blintrc': 'extends = ../team\n',
      team: '[path site/etc/**]\nresolution/unknown-option = off\n[path etc/**]\npolicy/permanent-ban = off\n',
    });
    const { found } = await run(join(top, 'site'));
    expect(found).toEqual(['warning policy/permanent-ban']);
  });

  test('templates are known by where they lie', async () => {
    const top = repository(
      { '.f2blintrc': '[path roles/*/templates/**]\nresolution/unknown-option = off\n' },
      'roles/f2b/templates/etc/fail2ban',
    );
    expect((await run(top)).found).toEqual(['warning policy/permanent-ban']);
  });

  test('a comment for a rule that is off there is not unused', async () => {
    const top = repository({
      'site/.f2blintrc':
        '[path *.local]\nresolution/unknown-option = off\n[rules]\npolicy/permanent-ban = off\n',
      'site/etc/fail2ban/jail.local': jail.replace(
        'bntime',
        '# f2blint-disable-next-line resolution/unknown-option -- ours\nbntime',
      ),
    });
    expect((await run(join(top, 'site'))).found).toEqual([]);
  });
});

test('ignore is passed over in a search', async () => {
  const files = {
    'old/etc/fail2ban/jail.local': jail,
    'team/lists': 'ignore = vendor/\n',
    'team/vendor/jail.local': jail,
  };
  const top = repository({ ...files, '.f2blintrc': 'ignore = /old\nextends = team/lists\n' });
  expect((await run(top)).setups.map(path => path.slice(top.length + 1))).toEqual(['site/etc/fail2ban']);
});

test('the baseline of .f2blintrc', async () => {
  const top = repository({ 'site/.f2blintrc': 'baseline = known.json\n' });
  expect((await run(join(top, 'site'))).errors).toContain('does not exist');
  expect((await run('--update-baseline', join(top, 'site'))).code).toBe(0);
  expect(await run(join(top, 'site'))).toMatchObject({ code: 0, found: [] });
  expect((await run('--no-config', join(top, 'site'))).code).toBe(1);
});

test('each tree that is found goes by the file nearest to it', async () => {
  const top = repository({
    '.f2blintrc': '[rules]\npolicy/permanent-ban = off\n',
    'site/.f2blintrc': 'extends = ../.f2blintrc\n[rules]\nresolution/unknown-option = error\n',
    'other/etc/fail2ban/fail2ban.conf': '[Definition]\n',
    'other/etc/fail2ban/filter.d/sshd.conf': filter,
    'other/etc/fail2ban/jail.local': jail,
  });
  expect((await run(top)).found.sort()).toEqual([
    'error resolution/unknown-option',
    'warning resolution/unknown-option',
  ]);
});
