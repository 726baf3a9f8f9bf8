import { grouped } from '../../text/grouped';
import type {
  ArgumentDescription,
  CommandDescription,
  OptionDescription,
  ProgramDescription,
} from './description';
import { shortDescription } from './short-description';
import { nothing, type Values } from './values';

/** The completion script for zsh, to be sourced after compinit or to lie in a directory of fpath as `_f2blint`. */
export function zshCompletion({ name, options, commands, jailOptions }: ProgramDescription): string {
  const functions = valueFunctions(commands);
  const specsOf = (command: CommandDescription) => [
    ...command.options.map(option => optionSpec(option, functions)),
    ...command.arguments.map((argument, index) => argumentSpec(argument, index + 1, functions)),
  ];
  return `#compdef ${name}
# completion of ${name} for zsh, printed by: ${name} completion zsh

_f2blint() {
  local command=lint
  if (( CURRENT > 2 )); then
    case $words[2] in
      ${commands.map(command => command.name).join('|')})
        command=$words[2]
        shift words
        (( CURRENT-- ))
        ;;
    esac
  elif [[ $words[2] != -* ]]; then
    _alternative 'commands:command:_f2blint_commands' 'files:path:_files'
    return
  fi
  local -a specs
  (( CURRENT > 2 )) || specs=(${options.map(option => optionSpec(option, functions)).join(' ')})
  case $command in
${commands
  .map(
    command =>
      `    ${command.name})\n      specs+=(\n${specsOf(command)
        .map(spec => `        ${spec}\n`)
        .join('')}      )\n      ;;`,
  )
  .join('\n')}
  esac
  # an option may stand in both
  _arguments \${(u)specs}
}

_f2blint_commands() {
  local -a commands
  commands=(
${commands.map(command => `    ${quote(`${command.name}:${shortDescription(command.description)}`)}`).join('\n')}
  )
  _describe -t commands command commands
}

_f2blint_jails() {
  local -a jails
  local tree
  for tree in \${words[2,CURRENT-1]}; do
    [[ -d $tree ]] && break
  done
  [[ -d $tree ]] || tree=
  jails=(\${(f)"$(${name} jail-names \${tree:+"$tree"} 2>/dev/null)"})
  compadd "$@" -a jails
}

_f2blint_jail_options() {
  local end=$1
  if compset -P '*.'; then
    compadd -S "$end" -- ${jailOptions.join(' ')}
  else
    _f2blint_jails -S .
  fi
}

${[...functions].map(([text, each]) => `${each}() {\n${text}}\n`).join('\n')}
if [[ $funcstack[1] == _f2blint ]]; then
  _f2blint "$@"
else
  compdef _f2blint ${name}
fi
`;
}

/** Values that take more than a word in a specification: the body of a function -> its name. */
function valueFunctions(commands: readonly CommandDescription[]): ReadonlyMap<string, string> {
  const pairs = commands.flatMap(command => [
    ...command.options.map(({ long, values }) => [functionBody(values), long.slice(2)] as const),
    ...command.arguments.map(
      ({ name, values }) => [functionBody(values), `${command.name}_${name}`] as const,
    ),
  ]);
  const bodies = [...grouped(pairs)].filter(([body]) => body !== '');
  return new Map(bodies.map(([body, [first = '']]) => [body, `_f2blint_${first.replace(/\W/g, '_')}`]));
}

function functionBody({ words, paths, jails, after }: Values = nothing): string {
  if (after !== undefined) {
    const rest = after.paths === 'none' ? `compadd -- ${after.words.join(' ')}` : '_files';
    return `  if compset -P '*='; then\n    ${rest}\n  else\n    compadd -S = -- ${words.join(' ')}\n  fi\n`;
  }
  if (jails === 'none' && (words.length === 0 || paths === 'none')) return '';
  const alternatives = [
    ...(words.length > 0 ? [`'words:word:(${words.join(' ')})'`] : []),
    ...(jails === 'names' ? ["'jails:jail:_f2blint_jails'"] : []),
    ...(jails === 'options' ? [`'settings:setting:{_f2blint_jail_options " "}'`] : []),
    ...(jails === 'settings' ? ["'settings:setting:{_f2blint_jail_options =}'"] : []),
    ...(paths === 'none' ? [] : [`'files:path:${paths === 'all' ? '_files' : '_files -/'}'`]),
  ];
  return `  _alternative ${alternatives.join(' ')}\n`;
}

type Functions = ReadonlyMap<string, string>;

/** What `_arguments` does to complete a value. */
function action(values: Values = nothing, functions: Functions): string {
  const name = functions.get(functionBody(values));
  if (name !== undefined) return name;
  if (values.words.length > 0) return `(${values.words.join(' ')})`;
  return { none: ' ', all: '_files', directories: '_files -/' }[values.paths];
}

function optionSpec(option: OptionDescription, functions: Functions): string {
  const { long, placeholder, value, isRepeatable, values } = option;
  const text = `[${escaped(shortDescription(option.description))}]`;
  const message = escaped(placeholder.slice(1, -1));
  const taken = {
    none: '',
    optional: `::${message}:${action(values, functions)}`,
    required: `:${message}:${action(values, functions)}`,
  }[value];
  // what follows = alone, or the next word too
  const sign = { none: '', optional: '=-', required: '=' }[value];
  return quote(`${isRepeatable ? '*' : ''}${long}${sign}${text}${taken}`);
}

function argumentSpec(
  { name, isVariadic, isRequired, values }: ArgumentDescription,
  index: number,
  functions: Functions,
) {
  const place = isVariadic ? '*' : `${index}${isRequired ? '' : ':'}`;
  return quote(`${place}:${name}:${action(values, functions)}`);
}

function escaped(text: string): string {
  return text.replace(/[\\[\]:]/g, '\\$&');
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
