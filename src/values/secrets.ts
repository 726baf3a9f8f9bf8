import type { Span } from '../text/span';
import { isSecretPlaceholder } from './placeholders';

/** A secret that is written out. */
export interface WrittenSecret {
  /** `cftoken`, `Telegram bot`; never the secret itself. */
  readonly name: string;
  readonly what: 'key' | 'password' | 'address';
  /** Where its name stands, or in the address what tells whose it is. */
  readonly place: Span;
}

const keyName = /^(?:[\w.-]{0,40}?(?:api_?key|token|secret)|cfkey|(?:user|app|auth)_?key)$/i;
const passwordName = /^[\w.-]{0,40}?(?:passw(?:or)?d|passphrase)$/i;

/** Whether an option or parameter of this name holds a secret if this is its value; undefined where not. */
export function secretIn(name: string, value: string): WrittenSecret['what'] | undefined {
  const isPassword = passwordName.test(name);
  if (!isPassword && !keyName.test(name)) return undefined;
  const plain = value.trim().replace(/^(["'])(.*)\1$/s, '$2');
  if (!isWrittenOut(plain)) return undefined;
  if (isPassword) return plain.length >= 4 ? 'password' : undefined;
  return looksRandom(plain) ? 'key' : undefined;
}

/** What stands for a value from elsewhere: a reference, a variable of the shell or of a template, the path of a file that has it. */
const reference = /[<>$`{}]|%\(|^[/~@]|^(?:file|env|vault|ENC):|^!/;

function isWrittenOut(value: string): boolean {
  return value !== '' && !/\s/.test(value) && !reference.test(value) && !isSecretPlaceholder(value);
}

/** Words that stand where a key should; one who makes up a value uses them. */
const invented =
  /your|example|here|insert|replace|change|dummy|sample|todo|fixme|placeholder|token|secret|api_?key|xxxx|\*\*\*|\.\.\./i;

function looksRandom(value: string): boolean {
  return value.length >= 12 && /\d/.test(value) && /[a-z]/i.test(value) && !invented.test(value);
}

const pair =
  /(?<![\w.-])([\w.-]{1,60})(?<!\\)\s{0,3}=\s{0,3}("[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s,\]"'&;]{1,500})/g;
const header =
  /\b(Authorization|X-Auth-Key|X-Api-Key|Private-Token)\s{0,3}:\s{0,3}(?:(?:Bearer|Basic|token)\s{1,3})?([^\s"']{1,500})/gi;
const addresses: readonly (readonly [name: string, address: RegExp])[] = [
  ['Telegram bot', /api\.telegram\.org\/bot(?=\d{6,12}:[\w-]{30,50})/g],
  ['Slack webhook', /hooks\.slack\.com\/services(?=\/T\w{6,14}\/B\w{6,14}\/\w{16,40})/g],
  ['Discord webhook', /discord(?:app)?\.com\/api\/webhooks(?=\/\d{15,22}\/[\w-]{40,90})/g],
];

/** The secrets in a text: parameters of a call, arguments of a command, headers, addresses that let in whoever has them. */
export function findSecrets(text: string): readonly WrittenSecret[] {
  const found: WrittenSecret[] = [];
  // each of them has one of these
  if (!/[=:/]/.test(text)) return found;
  for (const { 1: name = '', 2: value = '', index } of text.matchAll(pair)) {
    const what = secretIn(name.replace(/^-+/, ''), value);
    if (what !== undefined) found.push({ name, what, place: { start: index, end: index + name.length } });
  }
  for (const { 1: name = '', 2: value = '', index } of text.matchAll(header)) {
    if (!isWrittenOut(value) || !looksRandom(value)) continue;
    found.push({ name, what: 'key', place: { start: index, end: index + name.length } });
  }
  for (const [name, address] of addresses) {
    for (const { 0: matched, index } of text.matchAll(address)) {
      if (/x{8}/i.test(text.slice(index, index + 150))) continue;
      found.push({ name, what: 'address', place: { start: index, end: index + matched.length } });
    }
  }
  return found.sort((a, b) => a.place.start - b.place.start);
}
