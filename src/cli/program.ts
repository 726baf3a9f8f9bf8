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

  hostOptions(treeOptions(program.command('lint', { isDefault: true })))
    .description('what is wrong, in which file and line, and why (the default command)')
    .argument('[path...]', 'configuration directory, a directory that contains some, or one file of one')
    .option(
      '--format <name>',
      'what is printed: text | concise | json | jsonl | sarif | github | gitlab | junit | checkstyle | markdown',
      'text',
    )
    .option('--output <format=file>', 'and also written to a file; repeatable', collect, [])
    .option('--preset <name>', 'recommended (default) | strict | minimal, or numbered: recommended@1')
    .option(
      '--as <name>',
      'PATH (or - for standard input) is one file, to be read as jail.local, filter.d/x.conf, …',
    )
    .option('--rule <id=severity>', 'off | info | warning | error for one rule; repeatable', collect, [])
    .option('--fail-on <level>', 'exit with 1 from error | warning (default) | info on, or never')
    .option('--max-warnings <number>', 'exit with 1 if there are more warnings')
    .option('--sshd-config <file>', 'the sshd_config that belongs to the tree')
    .option('--no-sshd', 'look at no sshd_config')
    .option('--config <file>', 'settings (default: the nearest .f2blintrc from PATH upward)')
    .option('--no-config', 'read no .f2blintrc')
    .option('--fix [which]', 'apply the fixes that are proven safe; --fix=all: also those that need review')
    .option('--diff', 'print what --fix would change as a patch; change nothing', false)
    .option('--baseline <file>', 'findings recorded there are not reported')
    .option(
      '--update-baseline [which]',
      'take findings that are gone out of the baseline, or write a new one; =all: also add new findings',
    )
    .option('--show-suppressed', 'list findings that a comment or the baseline suppresses, too', false)
    .option('--timing', 'say on standard error how long each phase and the slowest rules took', false)
    .option('--quiet', 'print findings only', false)
    .option('--no-fold', 'print findings that repeat in full, too')
    .option('--color <when>', 'auto | always | never', 'auto')
    .action(async (paths, options) => {
      const { lintCommand } = await import('./lint-command');
      done(await lintCommand(paths, options, io));
    });

  hostOptions(treeOptions(program.command('preflight')))
    .description('would fail2ban start with this? up, down or nothing, jail by jail, and why')
    .argument('[path]', 'configuration directory (default: /etc/fail2ban, else the working directory)')
    .option('--format <name>', 'text | json', 'text')
    .option('--color <when>', 'auto | always | never', 'auto')
    .action(async (path, options) => {
      const { preflightCommand } = await import('./preflight-command');
      done(await preflightCommand({ path, ...options }, io));
    });

  treeOptions(program.command('show'))
    .description('the effective configuration, every value with its origin and what it overrode')
    .argument('[path]', 'configuration directory (default: /etc/fail2ban, else the working directory)')
    .argument('[selector]', 'jail | jail.option | filter:NAME | action:NAME | fail2ban | sshd_config')
    .option('--commands', 'print what fail2ban-client -d prints', false)
    .option('--match <connection>', 'of sshd_config: what holds for user=…,group=…,host=…,addr=…')
    .option('--sshd-config <file>', 'the sshd_config to show')
    .option('--format <name>', 'text | json', 'text')
    .option('--color <when>', 'auto | always | never', 'auto')
    .action(async (path, selector, options) => {
      const { showCommand } = await import('./show-command');
      done(await showCommand({ path, selector, ...options }, io));
    });

  treeOptions(program.command('diff'))
    .description('what changes in effect between two configurations, jail by jail')
    .argument('<old>', 'a path, or a git revision: REV or REV:PATH')
    .argument('<new>', 'the same')
    .option('--format <name>', 'text | json | markdown', 'text')
    .option('--fail-on-new', 'exit with 1 only for findings that the old one has not', false)
    .action(async (old, now, options) => {
      const { diffCommand } = await import('./diff-command');
      done(await diffCommand(old, now, options, io));
    });

  for (const [verb, what, example] of changes) {
    treeOptions(program.command(verb))
      .description(what)
      .argument('[path-and-settings...]', `configuration directory (default: /etc/fail2ban), then ${example}`)
      .option('--diff', 'print the change as a patch; change nothing', false)
      .action(async (args, options) => {
        const { changeCommand } = await import('./change-command');
        done(await changeCommand(verb, args, options, io));
      });
  }

  treeOptions(program.command('facts'))
    .description('what this host is, or that of a root, as a file for --facts')
    .argument('[path]', 'configuration directory whose logs and modes are looked up (default: /etc/fail2ban)')
    .option('--root <dir>', 'an image, a chroot or a backup to look at in place of this host')
    .option('--quiet', 'do not say how each fact was found', false)
    .action(async (path, options) => {
      const { factsCommand } = await import('./facts-command');
      done(await factsCommand({ path, ...options }, io));
    });

  program
    .command('rules')
    .description('all rules, a line each')
    .option('--format <name>', 'text | json', 'text')
    .action(async options => {
      const { rulesCommand } = await import('./rules-command');
      done(rulesCommand(options, io));
    });

  program
    .command('explain')
    .description(
      'a rule: why, a bad and a good example, how to mend it; an option: what it does, how it is set',
    )
    .argument('<name>', 'a rule (GROUP/NAME, as in the report) or an option of fail2ban')
    .action(async name => {
      const { explainCommand } = await import('./explain-command');
      done(explainCommand(name, io));
    });

  program
    .command('init')
    .description('write a commented .f2blintrc, and say how to hook f2blint into what is there')
    .argument('[path]', 'the directory it is for (default: the working directory)')
    .action(async (path = '.') => {
      const { initCommand } = await import('./init-command');
      done(await initCommand(path, io));
    });

  program
    .command('completion')
    .description('print the script that completes command lines in a shell')
    .argument('<shell>', 'bash | zsh | fish')
    .action(async shell => {
      const { completionCommand } = await import('./completion-command');
      done(await completionCommand(shell, program, io));
    });

  treeOptions(program.command('jail-names', { hidden: true }))
    .argument('[path]')
    .action(async (path, options) => {
      const { jailNamesCommand } = await import('./jail-names-command');
      done(await jailNamesCommand(path, options, io));
    });
  return program;
}

const changes = [
  ['set', 'change settings where that takes effect, with the proof that it does', 'JAIL.OPTION=VALUE…'],
  ['unset', "take settings out of the files that are not the package's", 'JAIL.OPTION…'],
  ['enable', 'let jails run', 'JAIL…'],
  ['disable', 'let jails no longer run', 'JAIL…'],
] as const;

function collect(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

function hostOptions(command: Command): Command {
  return command
    .option('--root <dir>', 'an image, a chroot or a backup: absolute paths are looked up there')
    .option(
      '--host',
      'use facts of this host or of that root; without this only for /etc/fail2ban and --root',
    )
    .option('--no-host', 'use no facts of a host')
    .option('--facts <file>', 'use these facts of a host, as JSON (f2blint facts prints them)');
}

function treeOptions(command: Command): Command {
  return command
    .option(
      '--base <name>',
      'what a partial tree lies on: auto (default) | none | a release (debian-1.0.2) | a directory',
    )
    .option('--fail2ban <version>', 'release the configuration is for: auto (default), 1.0, 1.1.0, …');
}
