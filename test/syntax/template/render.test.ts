import { render } from '../../../src/syntax/template/render';
import { parseTemplate } from '../../../src/syntax/template/template';
import type { TemplateKind } from '../../../src/text/template-kind';

/** The template with the branches of a choice by its number (the first without it), and `<kind of place>` for expressions. */
function print(kind: TemplateKind, text: string, taken: readonly (number | undefined)[] = []): string {
  const template = parseTemplate(text, kind);
  return render(template, {
    take: ({ id }) => (id in taken ? taken[id] : 0),
    fill: ({ place }) => (place.kind === 'value' ? `<${place.option}>` : `<${place.kind}>`),
  }).text;
}

describe('Jinja', () => {
  test.each([
    ['an expression', 'bantime = {{ x }}\n', 'bantime = <bantime>\n'],
    ['one with braces and quotes', "a = {{ {'}}': {1: '\"'}} }}b\n", 'a = <a>b\n'],
    [
      'a statement alone on its line is gone',
      'a = 1\n{% if x %}\nb = 2\n{% endif %}\nc = 3\n',
      'a = 1\nb = 2\nc = 3\n',
    ],
    [
      'so is one that is indented',
      'a = 1\n  {% if x %}\nb = 2\n  {% endif %}\nc = 3\n',
      'a = 1\nb = 2\nc = 3\n',
    ],
    ['and several', 'a\n{% if x %}{% for y in z %}\nb\n{% endfor %} {% endif %}\nc', 'a\nb\nc'],
    [
      'beside text it leaves the line',
      'port = {% if x %}22{% else %}23{% endif %}\nb = 1\n',
      'port = 22\nb = 1\n',
    ],
    ['minus on the left', '[x]\n{%- if y %}\na = 1\n{%- endif %}\nb = 2\n', '[x]\na = 1\nb = 2\n'],
    ['minus on both sides', 'a = 1\n  {%- if y -%}\n  , 2\n{%- endif %}\n', 'a = 1, 2\n'],
    ['minus of an expression', 'a =\n  {{- x -}}\n  ,1\n', 'a =<a>,1\n'],
    ['comments', '{# a\n b #}\na = 1{# c #}\n', 'a = 1\n'],
    [
      'raw text',
      '{% raw %}\na = {{ x }}{% if %}\n{% endraw %}\nb = {{ x }}\n',
      'a = {{ x }}{% if %}\nb = <b>\n',
    ],
    [
      'a macro prints where it is called',
      '{% macro m(x) %}\na = {{ x }}\n{% endmacro %}\n{{ m(1) }}\n',
      '<line>\n',
    ],
    [
      'set with a value and with a block',
      '{% set a = 1 %}\n{% set b %}\nx\n{% endset %}\nc = 1\n',
      'c = 1\n',
    ],
    [
      'a filter changes what is in it',
      'a = 1\n{% filter upper %}\nb = 2\n{% endfilter %}\n',
      'a = 1\n<line>',
    ],
    ['include prints anything', '{% include "x" %}\n', '<line>\n'],
    ['import prints nothing', '{% from "x" import y with context %}\na = 1\n', 'a = 1\n'],
    ['Salt', "{%- load_yaml as x %}\n[y]\n{%- endload %}\na = {{ salt['pillar.get']('x') }}", '\na = <a>'],
    ['what is never closed hides its line', 'a = {{ x\nb = 1\n', 'a = <a>\nb = 1\n'],
    ['and a statement that is never closed', '{% if x\nb = 1\n', '<line>\nb = 1\n'],
    ['an apostrophe too many', "a = {{ don't }}\nb = {{ x }}\n", 'a = <a>\nb = <b>\n'],
    ['end without a start', 'a = 1\n{% endif %}\nb = 2\n', 'a = 1\nb = 2\n'],
    ['start without an end', 'a = 1\n{% if x %}\nb = 2\n', 'a = 1\nb = 2\n'],
    [
      'other delimiters',
      "#jinja2: variable_start_string: '[%', variable_end_string: '%]'\na = [% x %]{{ y }}\n",
      "#jinja2: variable_start_string: '[%', variable_end_string: '%]'\na = <a>{{ y }}\n",
    ],
    [
      'statements as lines',
      "#jinja2: line_statement_prefix: '%%'\n%% if x:\na = 1\n  %% endif\nb = 2\n",
      "#jinja2: line_statement_prefix: '%%'\na = 1\nb = 2\n",
    ],
    ['Windows line ends', 'a = 1\r\n{% if x %}\r\nb = 2\r\n{% endif %}\r\n', 'a = 1\r\nb = 2\r\n'],
  ])('%s', (_, text, expected) => expect(print('jinja', text)).toBe(expected));

  test.each([
    ['the first', [0], 'a = 1\nd = 4\n'],
    ['the second', [1], 'b = 2\nd = 4\n'],
    ['else', [2], 'c = 3\nd = 4\n'],
  ])('branches: %s', (_, taken, expected) => {
    const text = '{% if x %}\na = 1\n{% elif y %}\nb = 2\n{% else %}\nc = 3\n{% endif %}\nd = 4\n';
    expect(print('jinja', text, taken)).toBe(expected);
  });

  test('a loop may print nothing, or what stands behind else', () => {
    const text = '{% for x in y %}\na = 1\n{% else %}\nb = 2\n{% endfor %}\n';
    expect([0, 1].map(branch => print('jinja', text, [branch]))).toEqual(['a = 1\n', 'b = 2\n']);
    expect(print('jinja', '{% for x in y %}\na = 1\n{% endfor %}\nb', [undefined])).toBe('b');
  });
});

describe('ERB', () => {
  test.each([
    ['an expression', 'bantime = <%= @x %>\n', 'bantime = <bantime>\n'],
    ['statements', '<% if @x -%>\na = 1\n<% end -%>\nb = 2\n', 'a = 1\nb = 2\n'],
    ['without trimming', '<% if @x %>\na = 1\n<% end %>\nb = 2\n', 'a = 1\nb = 2\n'],
    [
      'blocks',
      '<% @jails.each do |name, opts| %>\n[<%= name %>]\n<% opts.each { |k, v| %>\n<%= k %> = <%= v %>\n<% } %>\n<% end %>\nx',
      '[<header>]\n<key> = <<key>>\nx',
    ],
    [
      'a condition behind something',
      '<% x = 1 if @y %>\na = 1\n<% unless @z %>\nb = 2\n<% end %>\n',
      'a = 1\nb = 2\n',
    ],
    ['case', "<% case @x %>\n<% when 'a' %>\na = 1\n<% when 'b' %>\nb = 2\n<% end %>\n", 'a = 1\n'],
    ['strings and comments are no code', '<% if @x == "end do {" # end\n-%>\na = 1\n<% end -%>\n', 'a = 1\n'],
    ['comments', '<%# if x -%>\na = 1\n', 'a = 1\n'],
    ['escapes', 'a = <%% x %>\n', 'a = <% x %>\n'],
    ['lines', '% if @x\na = 1\n% end\n', 'a = 1\n'],
    ['a line of fail2ban', 'a = 1\n%(b)s = 2\n', 'a = 1\n%(b)s = 2\n'],
    ['never closed', 'a = <%= x\nb = 1\n', 'a = <a>\nb = 1\n'],
  ])('%s', (_, text, expected) => expect(print('erb', text)).toBe(expected));

  test('else', () => {
    const text = '<% if @x -%>\na = 1\n<% elsif @y -%>\nb = 2\n<% else -%>\nc = 3\n<% end -%>\n';
    expect([0, 1, 2].map(branch => print('erb', text, [branch]))).toEqual(['a = 1\n', 'b = 2\n', 'c = 3\n']);
  });
});

describe('EPP', () => {
  test.each([
    ['parameters', '<%- | String $a, Hash $b = {} | -%>\na = <%= $a %>\n', 'a = <a>\n'],
    ['blocks', '<% $x.each |String $k, $v| { -%>\n<%= $k %> = <%= $v %>\n<% } -%>\n', '<key> = <<key>>\n'],
    [
      'indented tags',
      '<%- if $x { -%>\n[a]\n  <%- if $y != undef { -%>\nb = 1\n  <%- } -%>\n<%- } -%>\nc',
      '[a]\nb = 1\nc',
    ],
    ['lambdas within one tag', '<% $y = $x.map |$v| { "\u0024{v}" }.join("{") -%>\na = 1\n', 'a = 1\n'],
    ['code on several lines', '<%\nif $x {\n-%>\na = 1\n<%\n}\n-%>\nb = 2\n', 'a = 1\nb = 2\n'],
    [
      'many steps in one tag',
      '<% $o.each |$k| {\n  if $k { -%>\na = 1\n<% }\n  elsif $l {\n    if $m { -%>\nb = 2\n<% }\n  }\n} -%>\n',
      'a = 1\n',
    ],
  ])('%s', (_, text, expected) => expect(print('epp', text)).toBe(expected));

  test('else', () => {
    const text = '<% if $x { -%>\na = 1\n<% } else { -%>\nb = 2\n<% } -%>\n';
    expect([0, 1].map(branch => print('epp', text, [branch]))).toEqual(['a = 1\n', 'b = 2\n']);
  });
});

describe('Go', () => {
  test.each([
    ['an expression', 'bantime = {{ .BanTime }}\n', 'bantime = <bantime>\n'],
    ['statements', '{{ if .X }}\na = 1\n{{ end }}\nb = 2\n', 'a = 1\nb = 2\n'],
    ['trimmed', '[x]\n{{- if .X }}\na = 1\n{{- end }}\nb = 2\n', '[x]\na = 1\nb = 2\n'],
    [
      'range',
      '{{ range $name, $jail := .Jails }}\n[{{ $name }}]\nport = {{ $jail.Port }}\n{{ end }}',
      '[<header>]\nport = <port>\n',
    ],
    ['variables', '{{ $x := "}}" }}\na = {{ $x }}\n', 'a = <a>\n'],
    ['comments', '{{/* }} a */}}\na = 1 {{- /* b */}}\n', 'a = 1\n'],
    ['definitions', '{{ define "x" }}\na = 1\n{{ end }}\n{{ template "x" . }}\n', '<line>\n'],
    ['never closed', 'a = {{ .X\nb = 1\n', 'a = <a>\nb = 1\n'],
  ])('%s', (_, text, expected) => expect(print('go', text)).toBe(expected));

  test('else', () => {
    const text = '{{ if .X }}\na = 1\n{{ else if .Y }}\nb = 2\n{{ else }}\nc = 3\n{{ end }}\n';
    expect([0, 1, 2].map(branch => print('go', text, [branch]))).toEqual(['a = 1\n', 'b = 2\n', 'c = 3\n']);
  });
});

describe('what is kept of the indentation before a statement', () => {
  test('nothing, or what Ansible prints', () => {
    const text = 'a = 1\n  {% if x %}\nb = 2\n  {% endif %}\nc = 3\n';
    const all = { take: () => 0, fill: () => '' };
    expect(render(parseTemplate(text, 'jinja', true), all).text).toBe('a = 1\n  b = 2\n  c = 3\n');
  });
});

describe('places', () => {
  test.each([
    ['[DEFAULT]\nx = {{ a }}', 'value'],
    ['[DEFAULT]\nx = 1\n  {{ a }}', 'value'],
    ['[DEFAULT]\n  {{ a }}', 'line'],
    ['[DEFAULT]\n  {{ a }} = 1', 'key'],
    ['[DEFAULT]\nx = 1\n{{ a }} = 1', 'key'],
    ['[DEFAULT]\nbantime.{{ a }} = 1', 'key'],
    ['[{{ a }}]', 'header'],
    ['# {{ a }}', 'comment'],
    ['x = 1 ; {{ a }}', 'comment'],
    ['{{ a }}', 'line'],
  ])('%j is a %s', (text, kind) => {
    const places: string[] = [];
    const fill = ({ place }: { place: { kind: string } }) => {
      places.push(place.kind);
      return 'x';
    };
    render(parseTemplate(text, 'jinja'), { take: () => 0, fill });
    expect(places).toEqual([kind]);
  });
});
