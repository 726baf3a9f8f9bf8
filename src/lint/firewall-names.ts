import type { ActionUse } from '../resolve/jail';

/** A chain or set that an action makes, as its command names it. */
export interface FirewallName {
  readonly kind: 'iptables chain' | 'ipset';
  readonly name: string;
  /** What the kernel allows (XT_EXTENSION_MAXNAMELEN, IPSET_MAXNAMELEN). */
  readonly longest: number;
}

/** Nearly no action has a word of more than 28 characters, or a tag in the word that is the name. */
const longWord = /(?:^|\s)\S{29}/;
const tagInName = /(?:-N|-chain|create)\s+(?:\S+\s+){0,2}\S*<[\w-]+>|--new-ipset=\S*<[\w-]+>/;

/** Words behind which the name of a chain stands, and how many others may be between. */
const makesChain: ReadonlyMap<string, number> = new Map([
  ['-N', 1],
  ['--new-chain', 1],
  ['--add-chain', 3],
]);
const makesSet: ReadonlySet<string> = new Set(['create', '-create', '--create', '-N']);

/** The chains and sets that the start of an action makes, for IPv4 and IPv6, as far as their names may be too long. */
export function firewallNames({ texts }: Extract<ActionUse, { kind: 'command' }>): readonly FirewallName[] {
  const start = texts.get('actionstart')?.value ?? '';
  const found: FirewallName[] = [];
  if (!longWord.test(start) && !tagInName.test(start)) return found;
  const words = start.split(/\s+/);
  let isSet = false;
  words.forEach((word, index) => {
    if (word.endsWith('ipset')) isSet = true;
    else if (isSet && makesSet.has(word)) addSet(words[index + 1]);
    else if (word.startsWith('--new-ipset=')) addSet(word.slice('--new-ipset='.length));
    else {
      const behind = makesChain.get(word);
      if (behind !== undefined) addChain(words[index + behind]);
      // options may stand between ipset and its command
      if (!word.startsWith('-')) isSet = false;
    }
  });
  return found;

  function addChain(written = ''): void {
    for (const name of expand(plain(written))) found.push({ kind: 'iptables chain', name, longest: 28 });
  }

  function addSet(written = ''): void {
    for (const name of expand(plain(written))) found.push({ kind: 'ipset', name, longest: 31 });
  }

  /** A name that differs between IPv4 and IPv6 is left as a tag for the server. */
  function expand(written: string): readonly string[] {
    const [, tag] = /^<([\w-]+)>$/.exec(written) ?? [];
    const names =
      tag === undefined ? [written] : [tag, `${tag}?family=inet6`].map(key => texts.get(key)?.value ?? '');
    return names
      .map(name => name.replaceAll('<name>', texts.get('name')?.value ?? ''))
      .filter(name => name !== '' && !/[<>$`"']/.test(name));
  }
}

/** A word up to where the shell ends the command. */
function plain(word: string): string {
  return /^[^;|]*/.exec(word)![0];
}
