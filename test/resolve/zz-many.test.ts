import fc from 'fast-check';
import { commandLines } from '../../src/resolve/setup';
import { resolveTree } from './resolve-tree';

/** Texts in which tags lead to other texts, to what the jail passes, nowhere, round in a circle, or to tags put together. */
const text = fc
  .array(
    fc.constantFrom(
      'a',
      ' ',
      '<p>',
      '<q>',
      '<x>',
      '<y>',
      '<no>',
      '<p',
      '>',
      '<',
      '<x_<p>>',
      '%(q)s',
      '<bantime>',
      '<ip>',
    ),
    { maxLength: 5 },
  )
  .map(parts => parts.join(''));
const passed = fc.constantFrom('', '1', 'b', 'long', 'x', '<x>', '<q>', 'a>b', '<');

const action = fc.record({ actionstart: text, actionban: text, x: text, y: text, x_b: text, q: passed });
const call = fc.record({ p: passed, q: passed }, { requiredKeys: ['p'] });

function commandsOf(
  options: Readonly<Record<string, string>>,
  calls: readonly Readonly<Record<string, string>>[],
) {
  const { q, ...definition } = options;
  const lines = (values: object) => Object.entries(values).map(([name, value]) => `${name} = ${value}\n`);
  const jails = calls.map((parameters, number) => {
    const list = Object.entries(parameters).map(([name, value]) => `${name}="${value}"`);
    return `[j${number}]\nenabled = true\nbantime = 1${number}m\naction = a[${list.join(', ')}]\n`;
  });
  return commandLines(
    resolveTree({
      'fail2ban.conf': '[Definition]\n',
      'jail.conf': jails.join(''),
      'action.d/a.conf': `[Definition]\n${lines(definition).join('')}[Init]\nq = ${q}\n`,
    }),
  );
}

/** Of several jails only the first works its tags out before they are asked for. */
test('the actions of a jail are the same whatever other jails there are', () => {
  fc.assert(
    fc.property(action, fc.array(call, { minLength: 2, maxLength: 4 }), (options, calls) => {
      const alone = calls.map(each => commandsOf(options, [each]));
      const together = commandsOf(options, calls);
      if (alone.some(lines => lines.length === 0)) return together.length === 0;
      calls.forEach((_, number) => {
        const own = (lines: readonly string[], name: string) =>
          lines.filter(line => line.includes(`'${name}'`)).map(line => line.replaceAll(`'${name}'`, "'j'"));
        const expected = own(alone[number]!, 'j0').map(line => line.replace("'10m'", `'1${number}m'`));
        expect(own(together, `j${number}`)).toEqual(expected);
      });
      return true;
    }),
    { numRuns: 20000, seed: Number(process.env.SEED ?? 2005426681) },
  );
});
