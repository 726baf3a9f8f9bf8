import fc from 'fast-check';
import { commandLines, type Setup } from '../../src/resolve/setup';
import { piecesOf } from '../../src/text/pieces';
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

/** With `only` the jail of that number alone is enabled, all else is where it was. */
function setupOf(
  options: Readonly<Record<string, string>>,
  calls: readonly Readonly<Record<string, string>>[],
  only?: number,
) {
  const { q, ...definition } = options;
  const lines = (values: object) => Object.entries(values).map(([name, value]) => `${name} = ${value}\n`);
  const jails = calls.map((parameters, number) => {
    const list = Object.entries(parameters).map(([name, value]) => `${name}="${value}"`);
    const enabled = only === undefined || only === number ? 'true' : 'no  ';
    return `[j${number}]\nenabled = ${enabled}\nbantime = 1${number}m\naction = a[${list.join(', ')}]\n`;
  });
  return resolveTree({
    'fail2ban.conf': '[Definition]\n',
    'jail.conf': jails.join(''),
    'action.d/a.conf': `[Definition]\n${lines(definition).join('')}[Init]\nq = ${q}\n`,
  });
}

const commandsOf = (...tree: Parameters<typeof setupOf>) => commandLines(setupOf(...tree));

/** The texts of a jail's actions, and where each character stands. */
function placesOf({ jails }: Setup, number: number) {
  return jails[number]!.actions.map(action =>
    action.kind === 'python'
      ? []
      : [...action.texts].map(([name, text]) => [name, text?.value, text && piecesOf(text)]),
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
    { numRuns: 300 },
  );
});

test('and come from the same places', () => {
  fc.assert(
    fc.property(action, fc.array(call, { minLength: 2, maxLength: 4 }), (options, calls) => {
      const together = setupOf(options, calls);
      calls.forEach((_, number) => {
        const alone = setupOf(options, calls, number);
        if (alone.jails[number]!.errors.length > 0) return;
        expect(placesOf(together, number)).toEqual(placesOf(alone, number));
      });
    }),
    { numRuns: 300 },
  );
});
