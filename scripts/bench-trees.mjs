// Trees for scripts/bench.mjs, made from a stock tree.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Switches every jail of jail.conf on, reading the journal, so that no log file is looked for. */
export function enableEveryJail(stock, tree) {
  execFileSync('cp', ['-rT', '--no-preserve=mode', stock, tree]);
  const jails = jailSections(tree);
  writeFileSync(join(tree, 'jail.local'), jails.map(({ name }) => section(name, [])).join(''));
  return jails.length;
}

/** The same with nine copies of each jail under other names. */
export function copyEveryJail(stock, tree) {
  enableEveryJail(stock, tree);
  const copies = jailSections(tree).flatMap(({ name, lines }) =>
    [2, 3, 4, 5, 6, 7, 8, 9, 10].map(number => section(`${name}-${number}`, copiedLines(name, lines))),
  );
  writeFileSync(join(tree, 'jail.d', 'copies.local'), copies.join(''));
  return 10 * jailSections(tree).length;
}

function section(name, lines) {
  return `[${name}]\n${[...lines, 'enabled = true', 'backend = systemd'].join('\n')}\n`;
}

/** A jail without a filter has that of its name. */
function copiedLines(name, lines) {
  const kept = lines.filter(line => !/^(enabled|backend)\s*=/.test(line));
  return kept.some(line => /^filter\s*=/.test(line)) ? kept : [...kept, `filter = ${name}[mode=%(mode)s]`];
}

/** The sections of jail.conf but [INCLUDES] and [DEFAULT], each with its lines; comments are left out. */
function jailSections(tree) {
  const sections = [];
  for (const line of readFileSync(join(tree, 'jail.conf'), 'utf8').split('\n')) {
    const [, name] = /^\[(.*)\]/.exec(line) ?? [];
    if (name !== undefined) sections.push({ name, lines: [] });
    else if (/^[^#;\s]|^\s+[^#;\s]/.test(line)) sections.at(-1)?.lines.push(line);
  }
  return sections.filter(({ name }) => name !== 'INCLUDES' && name !== 'DEFAULT');
}
