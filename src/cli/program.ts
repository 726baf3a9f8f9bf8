import { Command } from 'commander';
import { version } from '../../package.json';
import type { ExitCode, Io } from './io';

/** The commands and options of design/cli.md. What a command does is loaded when it is called. */
export function createProgram(io: Io, done: (code: ExitCode) => void): Command {
  const program = new Command('f2blint')
    .description('says what a fail2ban configuration means, what is wrong with it, and why')
    .version(version, '--version', 'print the version')
    .helpOption('--help', 'say how to use a command')
    .configureOutput({ writeOut: text => io.write(text), writeErr: text => io.writeError(text) })
    .exitOverride();

  treeOptions(program.command('show'))
    .description('the effective configuration, every value with its origin and what it overrode')
    .argument('[path]', 'configuration directory (default: /etc/fail2ban, else the working directory)')
    .argument('[selector]', 'jail | jail.option | filter:NAME | action:NAME | fail2ban')
    .option('--commands', 'print what fail2ban-client -d prints', false)
    .option('--format <name>', 'text | json', 'text')
    .action(async (path, selector, options) => {
      const { showCommand } = await import('./show-command');
      done(await showCommand({ path, selector, ...options }, io));
    });
  return program;
}

function treeOptions(command: Command): Command {
  return command
    .option('--base <name>', 'what a partial tree lies on: auto | none', 'auto')
    .option('--fail2ban <version>', 'release the configuration is for: auto, 1.0, 1.1.0, …', 'auto');
}
