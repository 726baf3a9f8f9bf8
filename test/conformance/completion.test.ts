import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { builtCli, runCli } from '../cli/built-cli';
import { temporaryDirectory } from '../temporary-directory';
import { printFigure } from './shared';

const script = builtCli();
const place = temporaryDirectory();
const work = join(place, 'work');
const log = join(place, 'log');

/** What is typed -> what completes it, and the whole word each time. */
const offers: readonly (readonly [line: string, words: readonly string[]])[] = [
  ['f2blint sh', ['show']],
  ['f2blint pre', ['preflight']],
  ['f2blint --for', ['--format']],
  ['f2blint show --for', ['--format']],
  ['f2blint lint --no-', ['--no-config', '--no-fold', '--no-host', '--no-sshd']],
  ['f2blint lint --format j', ['json', 'jsonl', 'junit']],
  ['f2blint --format j', ['json', 'jsonl', 'junit']],
  ['f2blint lint --format=j', ['--format=json', '--format=jsonl', '--format=junit']],
  ['f2blint show --format ', ['json', 'text']],
  ['f2blint diff --format m', ['markdown']],
  ['f2blint --preset=recommended@', ['--preset=recommended@1']],
  ['f2blint lint plain --preset st', ['strict', 'strict@1']],
  ['f2blint --fail-on ', ['error', 'info', 'never', 'warning']],
  ['f2blint --fix=', ['--fix=all', '--fix=safe']],
  ['f2blint --fail2ban 1.', ['1.0', '1.1.0', '1.1.1']],
  ['f2blint --base debian-1.0', ['debian-1.0.2']],
  ['f2blint show --base=pla', ['--base=plain']],
  ['f2blint --rule value/bad-ti', ['value/bad-time']],
  [
    'f2blint --rule value/bad-time=',
    ['error', 'info', 'off', 'warning'].map(each => `value/bad-time=${each}`),
  ],
  ['f2blint --rule=value/bad-time=o', ['--rule=value/bad-time=off']],
  ['f2blint --output sar', ['sarif']],
  ['f2blint --output sarif=fac', ['sarif=facts.json']],
  ['f2blint --max-warnings ', []],
  ['f2blint --root pl', ['plain']],
  ['f2blint lint pl', ['plain', 'plain.txt']],
  ['f2blint preflight --facts fac', ['facts.json']],
  ['f2blint show plain s', ['ssh-in', 'sshd_config']],
  ['f2blint show plain w', ['web']],
  ['f2blint enable plain w', ['web']],
  ['f2blint enable dovec', ['dovecot']],
  ['f2blint set plain w', ['web']],
  ['f2blint set plain web.maxre', ['web.maxretry']],
  ['f2blint unset plain web web.maxre', ['web.maxretry']],
  ['f2blint explain value/bad-ti', ['value/bad-time']],
  ['f2blint explain maxre', ['maxretry']],
  ['f2blint completion ', ['bash', 'fish', 'zsh']],
];

/** What is typed, with the key for completion in it, and what the program is given. */
const typed: readonly (readonly [line: string, ...words: string[]])[] = [
  ['f2blint prefl\t', 'preflight'],
  ['f2blint lint --format=mark\t plain', 'lint', '--format=markdown', 'plain'],
  ['f2blint --preset=strict@\t', '--preset=strict@1'],
  ['f2blint --rule=value/bad-tim\toff', '--rule=value/bad-time=off'],
  ['f2blint --rule=value/bad-time=o\t', '--rule=value/bad-time=off'],
  ['f2blint --facts fac\t plain', '--facts', 'facts.json', 'plain'],
  ['f2blint lint mail\t', 'lint', 'mail tree'],
  ['f2blint lint mail\\ tr\t', 'lint', 'mail tree'],
  ['f2blint lint ~/not\t', 'lint', `${join(place, 'home')}/notes.txt`],
  ['f2blint set plain web.maxretr\t5', 'set', 'plain', 'web.maxretry=5'],
  ['f2blint enable plain ssh\tx', 'enable', 'plain', 'ssh-in', 'x'],
];

beforeAll(() => {
  for (const name of [
    'bin',
    'work/plain/filter.d',
    'work/plain/action.d',
    'work/mail tree',
    'home',
    'data/bash-completion/completions',
    'functions',
  ])
    mkdirSync(join(place, name), { recursive: true });
  writeFileSync(join(place, 'work/plain.txt'), '');
  writeFileSync(join(place, 'work/facts.json'), '{}');
  writeFileSync(join(place, 'home/notes.txt'), '');
  const hostile = ['$(touch pwned)', '`touch pwned`', 'web;touch pwned', 'web\u001b]0;pwned\u0007'];
  const jails = ['web', 'ssh-in', ...hostile].map(name => `[${name}]\nenabled = true\n`);
  // a whole tree, which lies on no other
  writeFileSync(join(work, 'plain/jail.conf'), '[DEFAULT]\n');
  writeFileSync(join(work, 'plain/fail2ban.conf'), '[Definition]\n');
  writeFileSync(join(work, 'plain/jail.local'), jails.join(''));
  mkdirSync(join(work, '$(touch pwned)'));
  const program = `#!/bin/sh
case $1 in
  jail-names) exec '${process.execPath}' '${script}' "$@" ;;
  *) printf '%s\\n' "$@" '<end>' > '${log}' ;;
esac
`;
  writeFileSync(join(place, 'bin/f2blint'), program);
  chmodSync(join(place, 'bin/f2blint'), 0o755);
  for (const [shell, file] of [
    ['bash', 'bash'],
    ['bash', 'data/bash-completion/completions/f2blint'],
    ['zsh', 'zsh'],
    ['zsh', 'functions/_f2blint'],
    ['fish', 'fish'],
  ] as const) {
    const { stdout, status } = runCli(script, ['completion', shell]);
    expect(status).toBe(0);
    writeFileSync(join(place, file), stdout);
  }
});

afterAll(() => expect(existsSync(join(work, 'pwned'))).toBe(false));

interface Shell {
  readonly argv: readonly string[];
  /** What is run in it first. */
  readonly setup: readonly string[];
}

const bash = ['bash', '--norc', '--noprofile', '-i'];
const zsh = ['zsh', '-f', '-i'];
// put together by the shell, so that what is typed does not look like it
const prompt = "PS1='<re''ady>'; PROMPT=$PS1";
const packaged = 'source /usr/share/bash-completion/bash_completion';

function typeInto(
  { argv, setup }: Shell,
  cases: readonly string[],
  run: boolean,
): readonly (readonly string[])[] {
  const environment = {
    PATH: `${join(place, 'bin')}${delimiter}${process.env.PATH}`,
    HOME: join(place, 'home'),
    XDG_DATA_HOME: join(place, 'data'),
    XDG_CONFIG_HOME: join(place, 'home'),
    INPUTRC: '/dev/null',
    TERM: 'dumb',
    LC_ALL: 'C.UTF-8',
  };
  const input = JSON.stringify({
    shell: argv,
    environment,
    directory: work,
    setup,
    cases,
    run,
    log,
    key: run ? '' : '\t',
  });
  const driver = join(__dirname, 'complete_in_shell.py');
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', [driver], { input, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout);
}

/** Whole words, without what a shell appends: bash replaces what follows a break within the word. */
function wholeWords(line: string, found: readonly string[]): readonly string[] {
  const word = line.slice(line.lastIndexOf(' ') + 1);
  const whole = found
    .filter(each => each !== '')
    .map(each => {
      let kept = 0;
      while (!each.startsWith(word.slice(kept))) kept++;
      return word.slice(0, kept) + each.replace(/[/=.]$/, '');
    });
  return [...new Set(whole)].sort();
}

const logReplies = `_log() { _f2blint "$@"; printf '%s\\n' "\${COMPREPLY[@]}" '<end>' > '${log}'; }; complete -F _log f2blint`;
const logHits = [
  // -A and -D take what matches, as zsh does when it completes
  `compadd() { if [[ "\${@[1,(i)(-|--)]}" == *-(O|A|D)\\ * ]]; then builtin compadd "$@"; return $?; fi; local -a hits; builtin compadd -A hits "$@"; (( $#hits )) && print -l -- $IPREFIX\${^hits} >> '${log}'; builtin compadd "$@" }`,
  `_log() { _main_complete; print '<end>' >> '${log}' }; zle -C log complete-word _log; bindkey '^I' log`,
];
const startZsh = ['autoload -Uz compinit; compinit -D -u'];

describe.each([
  ['bash', { argv: bash, setup: [prompt, `source '${place}/bash'`, logReplies] }],
  [
    'bash with bash-completion',
    { argv: bash, setup: [prompt, packaged, `source '${place}/bash'`, logReplies] },
  ],
  ['zsh', { argv: zsh, setup: [prompt, ...startZsh, `source '${place}/zsh'`, ...logHits] }],
])('%s', (name, shell) => {
  test('offers what may stand there', () => {
    const found = typeInto(
      shell,
      offers.map(([line]) => line),
      false,
    );
    const got = offers.map(([line], index) => [line, wholeWords(line, found[index]!)]);
    expect(got).toEqual(offers);
    printFigure(`${name}: ${offers.length} lines`);
  });

  test('offers commands and paths at first', () => {
    const [found = []] = typeInto(shell, ['f2blint '], false);
    expect(wholeWords('', found)).toEqual(
      expect.arrayContaining(['lint', 'set', 'completion', 'plain', 'facts.json', 'mail tree']),
    );
    expect(found).not.toContain('jail-names');
  });
});

describe.each([
  ['bash', { argv: bash, setup: [prompt, `source '${place}/bash'`] }],
  ['bash with bash-completion, which finds the script', { argv: bash, setup: [prompt, packaged] }],
  ['zsh', { argv: zsh, setup: [prompt, ...startZsh, `source '${place}/zsh'`] }],
  [
    'zsh, which finds the function',
    { argv: zsh, setup: [prompt, `fpath=('${place}/functions' $fpath)`, ...startZsh] },
  ],
  [
    'fish',
    {
      argv: ['fish', '--no-config', '-i'],
      setup: ["function fish_prompt; echo -n '<re''ady>'; end", `source '${place}/fish'`],
    },
  ],
])('%s', (_, shell) => {
  test('completes what is typed', () => {
    const found = typeInto(
      shell,
      typed.map(([line]) => line),
      true,
    );
    const got = typed.map(([line], index) => [line, ...found[index]!.map(each => each.replace(/\/$/, ''))]);
    expect(got).toEqual(typed);
  });
});

describe('fish', () => {
  test('offers what may stand there', () => {
    const questions = offers.map(([line]) => `complete -C '${line}'; echo '<end>'`);
    const { stdout, status, stderr } = spawnSync(
      'fish',
      ['--no-config', '-c', [`source '${place}/fish'`, ...questions].join('\n')],
      {
        cwd: work,
        encoding: 'utf8',
        env: {
          ...process.env,
          HOME: join(place, 'home'),
          PATH: `${join(place, 'bin')}${delimiter}${process.env.PATH}`,
        },
      },
    );
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const answers = stdout
      .split('<end>\n')
      .map(each => each.split('\n').map(line => line.split('\t', 1)[0]!));
    const got = offers.map(([line], index) => [line, wholeWords(line, answers[index]!)]);
    expect(got).toEqual(offers);
  });
});
