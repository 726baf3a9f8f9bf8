import fc from 'fast-check';
import { shellCommands } from '../../../src/values/shell/commands';
import { processorTime } from '../../processor-time';

/** `program(words)`, then what it reads, writes to and has as its alternative. */
function describeCommands(text: string): readonly string[] {
  return shellCommands(text).map(({ program, words, outputs, input, otherwise }) => {
    const rest = words.slice(1).map(({ value }) => value);
    const reads = input === undefined ? '' : ` < ${text.slice(input.start, input.end).trim()}`;
    const writes = outputs.map(({ value }) => ` > ${value}`).join('');
    const or = otherwise === undefined ? '' : ` || ${text.slice(otherwise.start, otherwise.end).trim()}`;
    return `${program}(${rest.join('|')})${reads}${writes}${or}`;
  });
}

describe('commands of a script', () => {
  test.each<[string, readonly string[]]>([
    ['', []],
    ['a b\nc; d & e && f', ['a(b)', 'c()', 'd()', 'e()', 'f()']],
    ['a \\\n  b', ['a(b)']],
    ['# a\na # b', ['a()']],
    [`a "b 'c'" 'd "e"' f\\ g`, [`a(b 'c'|d "e"|f g)`]],
    ['x=1 a; y=$(b c)', ['a()', 'b(c)']],
    ['a `b c` "$(d "e f")"', ['a(`b c`|$(d "e f"))', 'b(c)', 'd(e f)']],
    ['a $((1 + 2)) $\u007bx:-y z}', ['a($((1 + 2))|$\u007bx:-y z})']],
    ['a <ip> "<F-USER>" <b>c', ['a(<ip>|<F-USER>|<b>c)']],
    ['a >> b 2>&1 < c >/dev/null', ['a() > b > /dev/null']],
    ['a | b |& c', ['a()', 'b() < a', 'c() < a | b']],
    ['( a; b ) | c', ['a()', 'b()', 'c() < ( a; b )']],
    ['a | { b; c; }', ['a()', 'b() < a', 'c() < a']],
    ['a || b && c', ['a() || b && c', 'b()', 'c()']],
    ['{ a; } || { b || true; c; }', ['a() || { b || true; c; }', 'b() || true', 'true()', 'c()']],
    [
      'if [ -n "<x>" ] && a; then b; elif c; then d; else e; fi; f',
      ['[(-n|<x>|])', 'a()', 'b()', 'c()', 'd()', 'e()', 'f()'],
    ],
    [
      "for p in $(echo 'a b'); do c $p; done | d",
      ['echo(a b)', 'c($p)', "d() < for p in $(echo 'a b'); do c $p; done"],
    ],
    ['while read x; do a; done < b', ['read(x)', 'a()']],
    ['case "$a" in b*) c;; *) d;; esac; e', ['c()', 'd()', 'e()']],
    ['/usr/sbin/a; $b c; <d> e', ['a()', '(c)', '(e)']],
    ['sudo -u root timeout -k 5 10 nice -n 5 a b', ['a(b)']],
    ['command -v a; xargs -n 1 b', ['command(-v|a)', 'b()']],
    ['} fi a; ) b', ['a()', 'b()']],
    [`a "b`, ['a(b)']],
    ['a $(b `c', ['a($(b `c)', 'b(`c)', 'c()']],
  ])('%j', (text, commands) => {
    expect(describeCommands(text)).toEqual(commands);
  });

  test('says which parts of a word the shell looks into', () => {
    const text = `a b"c"'d'`;
    const parts = shellCommands(text)[0]?.words[1]?.parts.map(
      ({ quote, start, end }) => `${quote} ${text.slice(start, end)}`,
    );
    expect(parts).toEqual(['plain b', 'double c', 'single d']);
  });
});

test('any text is read, and places lie in it', () => {
  const pieces = fc.constantFrom(
    ...'( ) { } ; | || && ` $( " \' \\ < > \n if fi case in esac for do done a <ip> $'.split(' '),
    ' ',
  );
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 40 }), parts => {
      const text = parts.join('');
      for (const { words, input, otherwise } of shellCommands(text)) {
        for (const { start, end } of [...words, input, otherwise].filter(each => each !== undefined)) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
        }
      }
    }),
  );
});

test.each([
  '(',
  '{ ',
  '$(',
  '`',
  '! ',
  'a || ',
  'a | ',
  '"$(',
  'if ',
  'case x in ',
  '$((',
  '"',
  "'",
  ') ',
  'a=$(b ',
])('ten thousand times %j takes no time', text => {
  const start = processorTime();
  shellCommands(text.repeat(10_000));
  expect(processorTime() - start).toBeLessThan(500);
});
