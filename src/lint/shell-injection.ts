import type { Setup } from '../resolve/setup';
import { piecesBetween } from '../text/pieces';
import type { Span } from '../text/span';
import type { ShellCommand } from '../values/shell/commands';
import type { ShellWord } from '../values/shell/words';
import type { ActionScript, JailAction } from './jail-actions';
import { atText, type Place } from './place';
import { isStockText } from './stock-text';

/** Foreign text that a program takes for commands. */
export interface Injection {
  readonly place: Place;
  /** `<matches>`, or the program whose output it is: `whois`. */
  readonly source: string;
  /** The program that reads it as code: `eval`, `sh -c`, `mail`. */
  readonly sink: string;
}

/** What others put into the log, or into the name they give; fail2ban hands it to the shell as a variable. */
const foreignTag = /<(?:matches|ipmatches|ipjailmatches|fid|raw-ticket|F-[\w-]+)>/g;
const options = ['actionban', 'actionunban', 'actionprolong', 'actionreban'] as const;

/** Where an action's own text lets foreign text become commands; packaged text is passed over. */
export function findInjections(setup: Setup, action: JailAction): readonly Injection[] {
  return options.flatMap(option => {
    const script = action.script(option);
    const text = script.text.value;
    return script.commands.flatMap(command => {
      const code = codeOf(command, text);
      if (code === undefined) return [];
      const source = code.spans
        .map(span => foreignIn(script, span, code.isMail))
        .find(each => each !== undefined);
      const place = source && ownPlace(setup, script, source.span, command.words[0]!);
      return place === undefined ? [] : [{ place, source: source!.name, sink: code.sink }];
    });
  });
}

interface Code {
  readonly sink: string;
  /** Where what it takes for code stands in the script. */
  readonly spans: readonly Span[];
  readonly isMail: boolean;
}

const shell = /^(?:ba|da|a|z|k)?sh$/;
const interpreters = /^(?:python[\d.]*|perl|ruby|php|node)$/;
const mailers = /^(?:mailx?|Mail|s-nail|nail)$/;

function codeOf({ program, words, input }: ShellCommand, text: string): Code | undefined {
  const rest = words.slice(1);
  if (program === 'eval') return { sink: 'eval', spans: expanded(rest), isMail: false };
  if (program === 'ssh') return { sink: 'ssh', spans: expanded(rest), isMail: false };
  if (mailers.test(program) && input !== undefined && !rest.some(word => isEscapeOption(word, text))) {
    return { sink: program, spans: [input], isMail: true };
  }
  if (program === 'su' || program === 'runuser') {
    const option = rest.findIndex(({ value }) => value === '-c');
    const code = option < 0 ? [] : rest.slice(option + 1, option + 2);
    return { sink: `${program} -c`, spans: expanded(code), isMail: false };
  }
  if (shell.test(program) && rest.length === 0 && input !== undefined) {
    return { sink: program, spans: [input], isMail: false };
  }
  for (const [index, { value }] of words.entries()) {
    const name = value.slice(value.lastIndexOf('/') + 1);
    const option = words[index + 1]?.value ?? '';
    const isCode =
      (shell.test(name) && /^-[a-z]*c$/.test(option)) ||
      (interpreters.test(name) && /^-[a-z]*[cerE]$/.test(option));
    const code = words[index + 2];
    if (isCode && code !== undefined)
      return { sink: `${name} ${option}`, spans: expanded([code]), isMail: false };
  }
  return undefined;
}

/** `-E 'set escape'` keeps mail from looking for `~!` in the text. */
function isEscapeOption({ value }: ShellWord, text: string): boolean {
  return value.startsWith('-E') && text.includes('set escape');
}

/** The parts of words in which the shell replaces variables. */
function expanded(words: readonly ShellWord[]): readonly Span[] {
  return words.flatMap(({ parts }) => parts.filter(({ quote }) => quote !== 'single'));
}

function foreignIn(
  { text: { value }, commands }: ActionScript,
  { start, end }: Span,
  isMail: boolean,
): { name: string; span: Span } | undefined {
  const tag = new RegExp(foreignTag).exec(value.slice(start, end));
  if (tag !== null) {
    const at = start + tag.index;
    return { name: tag[0], span: { start: at, end: at + tag[0].length } };
  }
  if (!isMail) return undefined;
  const looked = commands.find(
    ({ program, words }) =>
      /^(?:whois|z?grep)$/.test(program) && words[0]!.start >= start && words[0]!.end <= end,
  );
  return looked && { name: looked.program, span: looked.words[0]! };
}

/** The foreign text where an admin wrote it, else the program that reads it; undefined where all of it is packaged. */
function ownPlace(
  { sources }: Setup,
  { text }: ActionScript,
  source: Span,
  sink: ShellWord,
): Place | undefined {
  for (const { start, end } of [source, sink]) {
    const [piece] = piecesBetween(text, start, end);
    const file = piece && sources(piece.file);
    if (file !== undefined && !isStockText(file, piece!.start)) return atText(text, undefined, start, end);
  }
  return undefined;
}
