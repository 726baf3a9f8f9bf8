import { grouped } from '../../text/grouped';
import type { CommandDescription, ProgramDescription } from './description';
import { nothing, type Values } from './values';

/**
 * The completion script for bash 3.2 and newer, with and without the package bash-completion. Nothing that comes from files is ever
 * expanded: `compgen -W` would.
 */
export function bashCompletion({ name, options, commands, jailOptions }: ProgramDescription): string {
  const names = commands.map(command => command.name);
  const own = options.map(option => option.long);
  return `# completion of ${name} for bash, printed by: ${name} completion bash

_f2blint() {
  local IFS=$' \\t\\n' command=lint start lead= tree= position=0 from=1 index last word part
  local rest=\${COMP_LINE:0:COMP_POINT}
  local -a words
  words=()
  COMPREPLY=()
  # bash splits at = : and @ too; words are what white space separates
  for part in "\${COMP_WORDS[@]:0:COMP_CWORD+1}"; do
    case $rest in
      [[:space:]]* | '') rest=\${rest#"\${rest%%[![:space:]]*}"} words+=('') ;;
      *) [ \${#words[@]} -gt 0 ] || words=('') ;;
    esac
    last=$((\${#words[@]} - 1))
    words[last]+=\${rest:0:\${#part}}
    rest=\${rest:\${#part}}
  done
  [ \${#words[@]} -gt 1 ] || return 0
  if [ "$last" -gt 1 ]; then
    case \${words[1]} in
      ${names.join(' | ')}) command=\${words[1]} from=2 ;;
    esac
  fi
  for ((index = from; index < last; index++)); do
    word=\${words[index]}
    case $word in
      --*=*) ;;
      --*) _f2blint_takes_value && index=$((index + 1)) ;;
      *)
        position=$((position + 1))
        if [ -z "$tree" ] && [ -d "$word" ]; then tree=$word; fi
        ;;
    esac
  done
  start=\${words[last]}
  if [ "$index" -gt "$last" ]; then
    word=\${words[last - 1]}
    _f2blint_value
  else
    case $start in
      --*=*)
        word=\${start%%=*} lead=\${start%%=*}= start=\${start#*=}
        _f2blint_value
        ;;
      -*) _f2blint_options ;;
      *)
        [ "$last" -gt 1 ] || _f2blint_offer ${names.join(' ')}
        _f2blint_argument
        ;;
    esac
  fi
  _f2blint_cut
}

# bash replaces what follows the last = or :, or what begins with the last @
_f2blint_cut() {
  local before= tail=\${words[last]} part
  for part in = : @; do
    case $COMP_WORDBREAKS in
      *"$part"*)
        [ "\${tail%"$part"*}" != "$tail" ] || continue
        before+=\${tail%"$part"*} tail=$part\${tail##*"$part"}
        [ "$part" = @ ] || before+=$part tail=\${tail#?}
        ;;
    esac
  done
  for index in "\${!COMPREPLY[@]}"; do
    COMPREPLY[index]=\${COMPREPLY[index]#"$before"}
  done
}

_f2blint_offer() {
  local offered
  for offered; do
    if [[ $offered == "$start"* ]]; then
      COMPREPLY+=("$lead$offered")
      case $offered in *[=./]) compopt -o nospace 2>/dev/null ;; esac
    fi
  done
}

_f2blint_paths() {
  local found
  compopt -o filenames 2>/dev/null
  while IFS= read -r found; do
    COMPREPLY+=("$lead$found")
  done < <(compgen "$1" -- "$start")
}

_f2blint_jails() {
  local jail
  while IFS= read -r jail; do
    _f2blint_offer "$jail$1"
  done < <(${name} jail-names \${tree:+"$tree"} 2>/dev/null)
}

_f2blint_jail_options() {
  local option jail=\${start%.*}
  case $start in
    *.*) for option in ${jailOptions.join(' ')}; do _f2blint_offer "$jail.$option$1"; done ;;
    *) _f2blint_jails . ;;
  esac
}

_f2blint_takes_value() {
  case "$command $word" in
    ${optionsWithValue(commands).join(' | ')}) return 0 ;;
  esac
  return 1
}

_f2blint_value() {
  case "$command $word" in
${valueCases(commands)}
  esac
}

_f2blint_options() {
  [ "$last" -gt 1 ] || _f2blint_offer ${own.join(' ')}
  case $command in
${commands
  .map(
    command => `    ${command.name}) _f2blint_offer ${command.options.map(each => each.long).join(' ')} ;;`,
  )
  .join('\n')}
  esac
}

_f2blint_argument() {
  case "$command $position" in
${argumentCases(commands)}
  esac
}

complete -F _f2blint ${name}
`;
}

/** Patterns of `COMMAND --option` for options that take the next word as their value. */
function optionsWithValue(commands: readonly CommandDescription[]): readonly string[] {
  return commands.flatMap(command =>
    command.options
      .filter(option => option.value === 'required')
      .map(option => `'${command.name} ${option.long}'`),
  );
}

function valueCases(commands: readonly CommandDescription[]): string {
  const entries = commands.flatMap(command =>
    command.options
      .filter(option => option.value !== 'none')
      .map(option => [statements(option.values ?? nothing), `'${command.name} ${option.long}'`] as const),
  );
  return caseLines(entries);
}

function argumentCases(commands: readonly CommandDescription[]): string {
  const entries = commands.flatMap(command =>
    command.arguments.map(
      ({ values = nothing, isVariadic }, index) =>
        [statements(values), isVariadic ? `'${command.name} '*` : `'${command.name} ${index}'`] as const,
    ),
  );
  return caseLines(entries);
}

function caseLines(entries: readonly (readonly [text: string, pattern: string])[]): string {
  return [...grouped(entries)]
    .filter(([text]) => text !== '')
    .map(([text, patterns]) => `    ${patterns.join(' | ')})\n      ${text}\n      ;;`)
    .join('\n');
}

function statements({ words, paths, jails, after }: Values): string {
  const offer = `_f2blint_offer ${words.map(word => (after === undefined ? word : `${word}=`)).join(' ')}`;
  if (after !== undefined) {
    return `case $start in
        *=*)
          lead+=\${start%%=*}= start=\${start#*=}
          ${statements(after)}
          ;;
        *) ${offer} ;;
      esac`;
  }
  return [
    ...(words.length > 0 ? [offer] : []),
    ...(jails === 'names' ? ["_f2blint_jails ''"] : []),
    ...(jails === 'options' ? ["_f2blint_jail_options ''"] : []),
    ...(jails === 'settings' ? ['_f2blint_jail_options ='] : []),
    ...(paths === 'all' ? ['_f2blint_paths -f'] : []),
    ...(paths === 'directories' ? ['_f2blint_paths -d'] : []),
  ].join('\n      ');
}
