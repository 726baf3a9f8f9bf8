import { rules } from '../../../rules/index';
import { defaultRelease, lint, memorySnapshot } from '../../../src/api';
import type { Entry, Snapshot } from '../../../src/files/snapshot';
import { lintTemplates } from '../../../src/lint/lint-templates';
import { templateKind } from '../../../src/text/template-kind';

/** A package as small as can be: what is said of it without the files of the test is nothing. */
const packaged: Readonly<Record<string, string>> = {
  'jail.conf': `[DEFAULT]
bantime = 10m
findtime = 10m
maxretry = 5
backend = auto
usedns = warn
enabled = false
mode = normal
filter = %(__name__)s[mode=%(mode)s]
protocol = tcp
chain = <known/chain>
port = 0:65535
banaction = iptables-multiport
banaction_allports = iptables-allports
action_ = %(banaction)s[port="%(port)s", protocol="%(protocol)s", chain="%(chain)s"]
action_mw = %(action_)s
action = %(action_)s

[sshd]
port = ssh
logpath = /var/log/auth.log

[vsftpd]
port = ftp
logpath = /var/log/vsftpd.log

[exim]
port = smtp
logpath = /var/log/exim.log
`,
  'fail2ban.conf':
    '[DEFAULT]\nloglevel = INFO\nlogtarget = /var/log/fail2ban.log\ndbfile = /var/lib/fail2ban/fail2ban.sqlite3\ndbpurgeage = 1d\n\n[Definition]\n',
  ...Object.fromEntries(
    ['sshd', 'vsftpd', 'exim', 'postfix'].map(name => [
      `filter.d/${name}.conf`,
      '[Definition]\nfailregex = ^bad <mode> from <HOST>$\njournalmatch = _COMM=x\nmode = normal\n',
    ]),
  ),
  ...Object.fromEntries(
    ['iptables-multiport', 'iptables-allports', 'nftables-multiport', 'ufw'].map(name => [
      `action.d/${name}.conf`,
      '[Definition]\nactionban = ban <ip> <port> <protocol> <chain>\nactionunban = unban <ip>\n[Init]\nchain = INPUT\n',
    ]),
  ),
};

/** A tree with files on top, each by the name of its template: `jail.local.j2`. */
function treeOf(files: Readonly<Record<string, string>>): Snapshot {
  const entries = new Map<string, string | Entry>(Object.entries(packaged));
  const templates: string[] = [];
  for (const [source, text] of Object.entries(files)) {
    const template = templateKind(source, text);
    const name = template === undefined ? source : source.replace(/\.\w+$/, '');
    entries.set(name, { kind: 'text', text, source, ...(template && { template }) });
    if (template !== undefined) templates.push(`/etc/fail2ban/${name}`);
  }
  return { ...memorySnapshot(entries), templates };
}

function lintTree(files: Readonly<Record<string, string>>) {
  return lintTemplates(treeOf(files), { release: defaultRelease, rules, severities: new Map() }, lint);
}

/** Each finding as `rule «marked text»`. */
function findings(files: Readonly<Record<string, string>>): readonly string[] {
  return lintTree(files).diagnostics.map(({ rule, range: { file, start, end } }) => {
    const line = file.text.split('\n')[start.line - 1]!;
    return `${rule} «${line.slice(start.column - 1, start.line === end.line ? end.column - 1 : undefined)}»`;
  });
}

describe('mistakes beside expressions and statements are found where they stand', () => {
  test.each<[string, Record<string, string>, readonly string[]]>([
    [
      'a time',
      {
        'jail.local.j2':
          '# {{ x }}\n[DEFAULT]\nmaxretry = {{ y }}\nfindtime = 10 minuts\n[sshd]\nenabled = true\n',
      },
      ['value/bad-time «minuts»'],
    ],
    [
      'a name of an option, whatever its value',
      { 'jail.local.j2': '[sshd]\nenabled = true\nmaxretrys = {{ x }}\n' },
      ['resolution/unknown-option «maxretrys»'],
    ],
    [
      'in a branch',
      {
        'jail.local.j2':
          '[sshd]\n{% if x %}\nenabled = true\nfindtime = 1 foo\n{% else %}\nenabled = false\n{% endif %}\n',
      },
      ['value/bad-time «foo»'],
    ],
    [
      'in the last branch',
      {
        'jail.local.j2':
          '[sshd]\nenabled = true\n{% if x %}\nfindtime = 1h\n{% else %}\nfindtime = 1 foo\n{% endif %}\n',
      },
      ['value/bad-time «foo»'],
    ],
    [
      'on a line with statements',
      { 'jail.local.j2': '[sshd]\nenabled = true\nfindtime = {% if x %}1h{% else %}1 foo{% endif %}\n' },
      ['value/bad-time «foo»'],
    ],
    [
      'in a loop',
      {
        'jail.local.j2':
          '{% for j in jails %}\n[{{ j.name }}]\nenabled = true\nfindtime = 1 foo\n{% endfor %}\n',
      },
      ['value/bad-time «foo»'],
    ],
    [
      'in ERB',
      {
        'jail.local.erb':
          '[sshd]\nenabled = true\n<% if @x -%>\nmaxretry = <%= @y %>\n<% end -%>\nfindtime = 1 foo\n',
      },
      ['value/bad-time «foo»'],
    ],
    [
      'in EPP',
      {
        'jail.local.epp':
          '<%- | $x | -%>\n[sshd]\nenabled = true\n<% if $x { -%>\nmaxretry = <%= $x %>\n<% } -%>\nfindtime = 1 foo\n',
      },
      ['value/bad-time «foo»'],
    ],
    [
      'in Go',
      {
        'jail.local.tmpl':
          '[sshd]\nenabled = true\n{{- if .X }}\nmaxretry = {{ .X }}\n{{- end }}\nfindtime = 1 foo\n',
      },
      ['value/bad-time «foo»'],
    ],
    [
      'an option twice',
      {
        'jail.local.j2':
          '[sshd]\nenabled = true\nport = 22\n{% if x %}\nmaxretry = {{ x }}\n{% endif %}\nport = {{ y }}\n',
      },
      ['syntax/duplicate-option «port»'],
    ],
    [
      'a line that is none',
      { 'jail.local.j2': '[sshd]\nenabled = {{ x }}\njust some words\n' },
      ['syntax/parse-error «just some words»'],
    ],
    [
      'a word in a list',
      { 'jail.local.j2': '[DEFAULT]\nignoreip = 127.0.0.1/8 10.0.0.300 {{ x }}\n[sshd]\nenabled = true\n' },
      ['value/bad-address «10.0.0.300»'],
    ],
    [
      'in a file beside the template',
      {
        'jail.local.j2': '[DEFAULT]\nbantime = {{ x }}\n',
        'jail.d/x.local': '[sshd]\nenabled = true\nfindtime = 1 foo\n',
      },
      ['value/bad-time «foo»'],
    ],
  ])('%s', (_, files, expected) => expect(findings(files)).toEqual(expected));
});

describe('nothing is said that hangs on what nobody knows', () => {
  test.each<[string, Record<string, string>]>([
    [
      'values of any kind',
      {
        'jail.local.j2':
          '[DEFAULT]\nbantime = {{ a }}\nfindtime = {{ b }}\nmaxretry = {{ c }}\nbackend = {{ d }}\nignoreip = {{ e }}\naction = {{ f }}\nbanaction = {{ g }}\n[sshd]\nenabled = {{ h }}\nport = {{ i }}\nlogpath = {{ j }}\nfilter = {{ k }}\nmode = {{ l }}\n',
      },
    ],
    [
      'parts of values',
      {
        'jail.local.j2':
          '[sshd]\nenabled = true\nbantime = {{ a }}h\nlogpath = {{ b }}/auth.log\n  /var/{{ c }}.log\naction = %({{ d }})s\nport = ssh,{{ e }}\nignoreip = 127.0.0.1 {{ f }}\n',
      },
    ],
    [
      'options that exclude each other in branches',
      {
        'jail.local.j2':
          '[sshd]\nenabled = true\n{% if x %}\nport = 22\n{% else %}\nport = 23\n{% endif %}\n',
      },
    ],
    [
      'and in two statements',
      {
        'jail.local.j2':
          '[sshd]\nenabled = true\n{% if x %}\nport = 22\n{% endif %}\n{% if not x %}\nport = 23\n{% endif %}\n',
      },
    ],
    [
      'sections that exclude each other',
      {
        'jail.local.j2':
          '{% if x %}\n[sshd]\nenabled = true\n{% endif %}\n{% if not x %}\n[sshd]\nenabled = false\n{% endif %}\n',
      },
    ],
    [
      'sections of any name, twice',
      {
        'jail.local.j2':
          '{% for a in b %}\n[{{ a }}]\nenabled = true\n{% endfor %}\n{% for a in c %}\n[{{ a }}]\nenabled = true\n{% endfor %}\n',
      },
    ],
    [
      'options of any name',
      { 'jail.local.j2': '[sshd]\n{% for k, v in x.items() %}\n{{ k }} = {{ v }}\n{% endfor %}\n' },
    ],
    [
      'whole lines',
      { 'jail.local.j2': '{{ ansible_managed | comment }}\n[sshd]\nenabled = true\n{{ extra }}\n' },
    ],
    [
      'a jail that needs what may be printed',
      { 'jail.local.j2': '[webmail]\nenabled = true\n{{ extra }}\n' },
    ],
    [
      'a name that may be set',
      { 'jail.local.j2': '[DEFAULT]\n{{ extra }}\n[sshd]\nenabled = true\nport = %(web_ports)s\n' },
    ],
    [
      'further lines of a value',
      {
        'jail.local.j2':
          '[DEFAULT]\nignoreip = 127.0.0.1/8\n{% for h in hosts %}\n    {{ h }}\n{% endfor %}\n[sshd]\nenabled = true\n',
      },
    ],
    [
      'statements that are indented',
      {
        'jail.local.j2':
          '[DEFAULT]\nignoreip = 127.0.0.1/8\n    {% if x %}\n10.0.0.1\n    {% endif %}\n[sshd]\nenabled = true\n',
      },
    ],
    [
      'a file that is printed as a whole',
      {
        'fail2ban.conf.j2':
          '{% for s, o in config.items() %}\n[{{ s }}]\n{% for k, v in o.items() %}\n{{ k }} = {{ v }}\n{% endfor %}\n{% endfor %}\n',
      },
    ],
    [
      'a filter and an action',
      {
        'filter.d/web.conf.j2': '[Definition]\nfailregex = {{ x | indent }}\n',
        'action.d/web.conf.epp':
          '[Definition]\nactionban = <%= $x %>\nactionunban = <%= $y.join("\n  ") %>\n',
      },
    ],
    [
      'a jail under any name',
      { 'jail.local.erb': '[<%= @name %>]\nenabled = true\nfilter = <%= @filter %>\n' },
    ],
  ])('%s', (_, files) => expect(findings(files)).toEqual([]));
});

describe('how it is said', () => {
  test('a jail by the expression for its name', () => {
    const { diagnostics } = lintTree({
      'jail.local.j2': '{% for j in x %}\n[{{ j.name }}]\nenabled = true\nfilter = nosuch\n{% endfor %}\n',
    });
    expect(diagnostics.map(each => each.message)).toEqual([
      expect.stringMatching(/filter "nosuch" of \[\{\{ j.name \}\}\] does not exist/),
    ]);
    expect(diagnostics[0]!.jail).toBeUndefined();
  });

  test('that the template decides whether the jail is on', () => {
    const { diagnostics } = lintTree({ 'jail.local.j2': '[sshd]\nenabled = {{ x }}\nfilter = nosuch\n' });
    expect(diagnostics.map(each => each.message)).toEqual([
      expect.stringMatching(/\(where the template enables the jail\)$/),
    ]);
  });

  test('without fixes, with the file of the template and no verdict that hangs on it', () => {
    const outcome = lintTree({ 'jail.local.j2': '[sshd]\nenabled = {{ x }}\nfindtime = 10 minuts\n' });
    const [found] = outcome.diagnostics;
    expect(found!.fix).toBeUndefined();
    expect(found!.range.file.text).toContain('{{ x }}');
    expect(found!.range.file.entry).toMatchObject({ source: 'jail.local.j2', template: 'jinja' });
    expect(outcome.isVerdictOpen).toBe(true);
    expect(outcome.setup.sources('/etc/fail2ban/jail.local')!.text).toContain('{{ x }}');
  });
});

test('a template without expressions is linted as it stands', () => {
  const text = '[sshd]\nenabled = true\nfindtime = 10 minuts\n';
  const of = (files: Record<string, string>) =>
    lintTree(files).diagnostics.map(({ rule, message, range }) => [rule, message, range.start]);
  expect(of({ 'jail.local.j2': text })).toEqual(of({ 'jail.local': text }));
});
