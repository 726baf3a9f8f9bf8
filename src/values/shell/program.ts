import type { ShellWord } from './words';

/** Programs that run another one, with those of their options that have a word behind them. */
const wrappers: ReadonlyMap<string, RegExp> = new Map([
  ['sudo', /^-[ugCDhprRtT]$/],
  ['doas', /^-[uC]$/],
  ['nohup', /^$/],
  ['exec', /^$/],
  ['command', /^$/],
  ['env', /^-[uCS]$/],
  ['nice', /^-n$/],
  ['ionice', /^-[cnp]$/],
  ['timeout', /^-[ks]$/],
  ['xargs', /^-[aEIdLnPs]$/],
  ['setsid', /^$/],
  ['stdbuf', /^-[ioe]$/],
]);

/** The program that a command runs in the end, and its words from there on. */
export function programOf(words: readonly ShellWord[]): { program: string; words: readonly ShellWord[] } {
  let rest = words;
  for (;;) {
    const name = nameOf(rest[0]);
    const valued = wrappers.get(name);
    // `command -v ipset` only asks for it
    if (valued === undefined || (name === 'command' && /^-[vV]/.test(rest[1]?.value ?? ''))) {
      return { program: name, words: rest };
    }
    let next = 1;
    for (; next < rest.length; next++) {
      const word = rest[next]!.value;
      if (valued.test(word)) next++;
      else if (!word.startsWith('-') && !(name === 'env' && word.includes('=')) && !isDuration(name, word))
        break;
    }
    if (next >= rest.length) return { program: name, words: rest };
    rest = rest.slice(next);
  }
}

function isDuration(name: string, word: string): boolean {
  return name === 'timeout' && /^[\d.]+[smhd]?$/.test(word);
}

/** What stands in a variable or a tag isn't known. */
function nameOf(word: ShellWord | undefined): string {
  if (word === undefined || /[$`<]/.test(word.value)) return '';
  return word.value.slice(word.value.lastIndexOf('/') + 1);
}
