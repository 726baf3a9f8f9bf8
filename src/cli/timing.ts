/** Measures how long parts of a run take. */
export interface Timing {
  /** Runs a phase of the run and counts its time; a promise counts until it is settled. */
  phase<Result>(name: string, run: () => Result): Result;
  /** Runs one rule and counts its time. */
  rule<Result>(id: string, run: () => Result): Result;
  /** What was measured, for people. */
  text(): string;
}

/** How many rules are listed. */
const mostRules = 10;

/** Starts to measure. */
export function createTiming(): Timing {
  const start = performance.now();
  const phases = new Map<string, number>();
  const rules = new Map<string, number>();
  return {
    phase: (name, run) => measured(phases, name, run),
    rule: (id, run) => measured(rules, id, run),
    text() {
      const slowest = [...rules].sort(([, a], [, b]) => b - a).slice(0, mostRules);
      const all = [...phases, ['all', performance.now() - start] as const];
      const width = Math.max(...[...all, ...slowest].map(([name]) => name.length));
      const line = ([name, time]: readonly [string, number]) =>
        `  ${name.padEnd(width)} ${time.toFixed(1).padStart(9)} ms\n`;
      const heading = slowest.length === 0 ? '' : `the ${slowest.length} slowest rules:\n`;
      return `time:\n${all.map(line).join('')}${heading}${slowest.map(line).join('')}`;
    },
  };
}

/** Measures nothing. */
export const noTiming: Timing = {
  phase: (_, run) => run(),
  rule: (_, run) => run(),
  text: () => '',
};

function measured<Result>(times: Map<string, number>, name: string, run: () => Result): Result {
  const start = performance.now();
  const end = () => times.set(name, (times.get(name) ?? 0) + performance.now() - start);
  const result = run();
  if (result instanceof Promise) return result.finally(end) as Result;
  end();
  return result;
}
