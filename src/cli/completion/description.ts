import type { Command, Option } from 'commander';
import { jailOptions, valuesOfArgument, valuesOfOption } from './known-values';
import { nothing, type Values } from './values';

/** What a program can be told, for those who write about it: completions and the man page. */
export interface ProgramDescription {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionDescription[];
  readonly commands: readonly CommandDescription[];
  /** What can be set in a jail. */
  readonly jailOptions: readonly string[];
}

export interface CommandDescription {
  readonly name: string;
  readonly description: string;
  readonly options: readonly OptionDescription[];
  readonly arguments: readonly ArgumentDescription[];
}

export interface OptionDescription {
  /** With its hyphens. */
  readonly long: string;
  /** `<name>`; empty where it takes no value, `[name]` where it may. */
  readonly placeholder: string;
  readonly value: 'none' | 'optional' | 'required';
  readonly isRepeatable: boolean;
  /** Undefined where there is none that is a word. */
  readonly defaultValue: string | undefined;
  readonly description: string;
  /** Undefined where nobody has said; known-values.ts should. */
  readonly values: Values | undefined;
}

export interface ArgumentDescription {
  readonly name: string;
  readonly description: string;
  readonly isRequired: boolean;
  readonly isVariadic: boolean;
  readonly values: Values | undefined;
}

/** Reads the commands and options out of a program; hidden ones are left out. `baseNames` are those of the bundled bases. */
export function describeProgram(program: Command, baseNames: readonly string[] = []): ProgramDescription {
  const help = program.createHelp();
  const optionsOf = (command: Command) =>
    help.visibleOptions(command).map(option => describeOption(command.name(), option, baseNames));
  const commands = help.visibleCommands(program).filter(command => command.name() !== 'help');
  return {
    name: program.name(),
    description: program.description(),
    options: optionsOf(program),
    jailOptions,
    commands: commands.map(command => ({
      name: command.name(),
      description: command.description(),
      options: optionsOf(command),
      arguments: command.registeredArguments.map(argument => ({
        name: argument.name(),
        description: argument.description,
        isRequired: argument.required,
        isVariadic: argument.variadic,
        values: valuesOfArgument(command.name(), argument.name()),
      })),
    })),
  };
}

function describeOption(command: string, option: Option, baseNames: readonly string[]): OptionDescription {
  const long = option.long ?? option.flags;
  const placeholder = /[<[].*[>\]]$/.exec(option.flags)?.[0] ?? '';
  return {
    long,
    placeholder,
    value: option.required ? 'required' : option.optional ? 'optional' : 'none',
    isRepeatable: Array.isArray(option.defaultValue),
    defaultValue: typeof option.defaultValue === 'string' ? option.defaultValue : undefined,
    description: option.description,
    values: placeholder === '' ? nothing : valuesOfOption(command, long, placeholder, baseNames),
  };
}
