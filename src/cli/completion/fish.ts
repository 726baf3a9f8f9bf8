import { grouped } from '../../text/grouped';
import type { OptionDescription, ProgramDescription } from './description';
import { shortDescription } from './short-description';
import { nothing, type Values } from './values';

/** The completion script for fish 3. */
export function fishCompletion({ name, options, commands, jailOptions }: ProgramDescription): string {
  const names = commands.map(command => command.name);
  const optionLines = grouped(
    commands.flatMap(command => command.options.map(option => [optionWords(option), command.name] as const)),
  );
  const argumentLines = grouped(
    commands.flatMap(command =>
      command.arguments.map(({ values = nothing }) => [offers(values).join(' '), command.name] as const),
    ),
  );
  const line = (condition: string, words: string) => `complete -c ${name} -n ${quote(condition)} ${words}\n`;
  const lines = (condition: string, groups: ReadonlyMap<string, readonly string[]>) =>
    [...groups].map(([words, each]) => line(`${condition} ${[...new Set(each)].join(' ')}`, words)).join('');
  return `# completion of ${name} for fish, printed by: ${name} completion fish

function __f2blint_in
    set -l words (commandline -opc)
    set -l command lint
    if set -q words[2]; and contains -- $words[2] ${names.join(' ')}
        set command $words[2]
    end
    contains -- $command $argv
end

# no value of an option, which may be written behind it with =
function __f2blint_arguments
    __f2blint_in $argv; and not string match -q -- '-*' (commandline -ct)
end

function __f2blint_first
    test (count (commandline -opc)) -eq 1
end

function __f2blint_jails
    set -l words (commandline -opc)
    for word in $words[2..]
        if test -d $word
            ${name} jail-names $word 2>/dev/null
            return
        end
    end
    ${name} jail-names 2>/dev/null
end

function __f2blint_jail_options
    if string match -q '*.*' -- (commandline -ct)
        set -l jail (string replace -r '\\.[^.]*$' '' -- (commandline -ct))
        for option in ${jailOptions.join(' ')}
            echo "$jail.$option$argv"
        end
    else
        for jail in (__f2blint_jails)
            echo $jail.
        end
    end
end

# the word of a value: what follows --option= if that is how it is written
function __f2blint_token
    string replace -r '^--[a-z0-9-]+=' '' -- (commandline -ct)
end

# VALUES KEY...: KEY= for all keys, or what may follow it
function __f2blint_pairs
    set -l parts (string split -m 1 = -- (__f2blint_token))
    if not set -q parts[2]
        for key in $argv[2..]
            echo $key=
        end
    else if test $argv[1] = files
        for path in (__fish_complete_path $parts[2])
            echo $parts[1]=$path
        end
    else
        for value in (string split ' ' -- $argv[1])
            echo $parts[1]=$value
        end
    end
end

complete -c ${name} -f
${commands.map(each => line('__f2blint_first', `-a ${each.name} -d ${quote(shortDescription(each.description))}`)).join('')}${options.map(option => line('__f2blint_first', optionWords(option))).join('')}${lines('__f2blint_in', optionLines)}${lines('__f2blint_arguments', argumentLines)}`;
}

function optionWords(option: OptionDescription): string {
  const { long, value, values = nothing, description } = option;
  const taken = value === 'none' ? [] : [...(value === 'required' ? ['-r'] : []), ...offers(values)];
  return ['-l', long.slice(2), ...taken, '-d', quote(shortDescription(description))].join(' ');
}

/** The arguments of `complete` that offer values. */
function offers(values: Values): readonly string[] {
  const all = expression(values);
  return [values.paths === 'all' ? '-F' : '-f', ...(all === '' ? [] : ['-a', quote(all)])];
}

function expression({ words, paths, jails, after }: Values): string {
  if (after !== undefined)
    return `(__f2blint_pairs ${after.paths === 'none' ? quote(after.words.join(' ')) : 'files'} ${words.join(' ')})`;
  return [
    ...words,
    ...(jails === 'names' ? ['(__f2blint_jails)'] : []),
    ...(jails === 'options' ? ['(__f2blint_jail_options)'] : []),
    ...(jails === 'settings' ? ['(__f2blint_jail_options =)'] : []),
    ...(paths === 'directories' ? ['(__fish_complete_directories (__f2blint_token))'] : []),
  ].join(' ');
}

function quote(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
