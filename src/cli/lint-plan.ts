import type { PlacedSettings } from '../config/placed-settings';
import { presetGrades, presetNames } from '../config/presets';
import type { Admin } from '../lint/admin';
import { type Severity, severities } from '../lint/finding';
import type { Grade } from '../lint/grade';
import { closestName } from '../text/closest-name';
import { allRules } from './all-rules';
import { UserError } from './io';
import { findConfig, readConfig } from './read-config';

/** What the command line says about how to lint; undefined where it says nothing. */
export interface PlanOptions {
  readonly preset: string | undefined;
  readonly rule: readonly string[];
  readonly failOn: string | undefined;
  readonly maxWarnings: string | undefined;
  readonly fail2ban: string | undefined;
  readonly baseline: string | undefined;
  /** A path, false with `--no-config`, true where nothing was said. */
  readonly config: string | boolean | undefined;
}

/** How to lint what lies under one `.f2blintrc`; the command line beats the file. */
export interface LintPlan {
  readonly grades: ReadonlyMap<string, Grade>;
  readonly options: ReadonlyMap<string, ReadonlyMap<string, number>>;
  readonly failOn: Severity | 'never';
  readonly maxWarnings: number;
  readonly fail2ban: string | undefined;
  /** Path of the policy's schema. */
  readonly policySchema: string | undefined;
  readonly admin: Admin;
  /** Path of the baseline. */
  readonly baseline: string | undefined;
  /** What `.f2blintrc` says to lie under partial trees: a name, or an absolute path. */
  readonly base: string | undefined;
  /** What a search for configurations passes over. */
  readonly ignored: PlacedSettings['ignored'];
  /** Severities in some files; those of `asked` rules are said by the command line. */
  readonly local: PlacedSettings['local'];
  readonly asked: ReadonlySet<string>;
}

/** Gives the plan for each path that is linted; paths under one `.f2blintrc` share one. What is not understood is a UserError. */
export function createPlanner(options: PlanOptions): (path: string) => LintPlan {
  const asked = readSeverities(options.rule);
  const failOn = readFailOn(options.failOn);
  const maxWarnings = readMaxWarnings(options.maxWarnings);
  const plans = new Map<string | undefined, LintPlan>();
  return path => {
    const file = findConfig(path, options.config);
    const known = plans.get(file);
    if (known !== undefined) return known;
    const settings = readConfig(file, allRules);
    const plan: LintPlan = {
      grades: new Map([...readPreset(options.preset, settings), ...settings.severities, ...asked]),
      options: settings.options,
      failOn: failOn ?? settings.failOn ?? 'warning',
      maxWarnings: maxWarnings ?? settings.maxWarnings ?? Number.POSITIVE_INFINITY,
      fail2ban: options.fail2ban ?? settings.fail2ban,
      policySchema: settings.policySchema,
      admin: settings.admin,
      baseline: options.baseline ?? settings.baseline,
      base: settings.base,
      ignored: settings.ignored,
      local: settings.local,
      asked: new Set(asked.keys()),
    };
    plans.set(file, plan);
    return plan;
  };
}

function readPreset(asked: string | undefined, settings: PlacedSettings): ReadonlyMap<string, Grade> {
  const name = asked ?? settings.preset ?? 'recommended';
  const grades = presetGrades(
    name,
    allRules.map(rule => rule.id),
  );
  if (grades !== undefined) return grades;
  const close = closestName(name, presetNames);
  throw new UserError(
    `there is no preset ${name}`,
    close === undefined ? `one of ${presetNames.join(', ')}` : `did you mean ${close}?`,
  );
}

function readSeverities(texts: readonly string[]): ReadonlyMap<string, Grade> {
  const chosen = new Map<string, Grade>();
  for (const text of texts) {
    const equals = text.indexOf('=');
    const id = text.slice(0, Math.max(equals, 0));
    const severity = [...severities, 'off' as const].find(each => each === text.slice(equals + 1));
    if (severity === undefined || equals < 0) {
      throw new UserError(
        `--rule ${text} is not understood`,
        'write it as --rule GROUP/NAME=off, info, warning or error',
      );
    }
    const ids = allRules.map(rule => rule.id);
    if (!ids.includes(id)) {
      const close = closestName(id, ids);
      throw new UserError(
        `there is no rule ${id}`,
        close === undefined ? 'f2blint rules lists them' : `did you mean ${close}?`,
      );
    }
    chosen.set(id, severity);
  }
  return chosen;
}

function readFailOn(text: string | undefined): Severity | 'never' | undefined {
  if (text === undefined) return undefined;
  const level = [...severities, 'never' as const].find(each => each === text);
  if (level === undefined)
    throw new UserError(`--fail-on ${text} is not known`, 'one of error, warning, info, never');
  return level;
}

function readMaxWarnings(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new UserError(`--max-warnings ${text} is not a number`);
  return Number(text);
}
