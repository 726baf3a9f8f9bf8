import { runOracle } from './shared';

/** What becomes of one tree in fail2ban's own server (daemon.py). */
export interface DaemonAnswer {
  readonly path: string;
  readonly verdict: 'up' | 'down' | 'nothing';
  readonly jails: Readonly<Record<string, 'up' | 'skipped'>>;
  /** The first error, if down. */
  readonly error?: string;
  /** What `fail2ban-client -t` says, if asked. */
  readonly test?: 'ok' | 'fail';
}

/** Starts each tree in the real server, in the order given; with `base` laid over that one, with `logs` only the log files that are there, or none. */
export function askDaemon(
  trees: readonly string[],
  {
    base,
    test = false,
    logs,
  }: { readonly base?: string; readonly test?: boolean; readonly logs?: 'real' | 'none' } = {},
): readonly DaemonAnswer[] {
  if (trees.length === 0) return [];
  const options = [
    ...(base === undefined ? [] : ['--base', base]),
    ...(test ? ['--test'] : []),
    ...(logs === undefined ? [] : ['--logs', logs]),
  ];
  const { status, output } = runOracle('daemon.py', ['--jobs', '2', ...options, ...trees]);
  const lines = output.split('\n').filter(line => line.startsWith('{'));
  const answers: readonly DaemonAnswer[] = lines.map(line => JSON.parse(line));
  if (status !== 0 || answers.length !== trees.length) throw new Error(`daemon.py failed\n${output}`);
  return answers;
}
