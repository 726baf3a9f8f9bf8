import type { Diagnostic } from '../lint/finding';
import type { Outcome } from '../lint/lint';
import type { Verdict } from '../preflight/preflight';
import type { Effective } from '../resolve/effective';
import { changedValues, type ValueChange, valueText } from '../resolve/effective-values';

/** A value that differs, once for all the sections that got it from one line. */
export interface ChangedValue {
  readonly family: string;
  /** The first of them; `DEFAULT` where that is among them. */
  readonly section: string;
  /** The others, in the order fail2ban handles them. */
  readonly alsoIn: readonly string[];
  readonly option: string;
  readonly before: Effective | undefined;
  readonly after: Effective | undefined;
  /** Whether it only follows from another change: its own text is the same as before. */
  readonly isMade: boolean;
}

/** What changes in effect between two configurations. */
export interface Difference {
  readonly verdict: { readonly before: Verdict; readonly after: Verdict };
  /** Jails that are defined on one side only. */
  readonly added: readonly string[];
  readonly removed: readonly string[];
  /** Jails of both sides that are enabled on one only. */
  readonly enabled: readonly string[];
  readonly disabled: readonly string[];
  readonly values: readonly ChangedValue[];
  /** Findings the old configuration hasn't, and those the new one hasn't any more. */
  readonly fresh: readonly Diagnostic[];
  readonly gone: readonly Diagnostic[];
}

/** Compares two configurations that were read under the same path. Where a line stands makes no difference. */
export function diff(before: Outcome, after: Outcome): Difference {
  const [old, now] = [before, after].map(
    ({ setup }) => new Map(setup.jails.map(jail => [jail.name, jail.enabled])),
  );
  const names = (from: ReadonlyMap<string, boolean>, to: ReadonlyMap<string, boolean>) =>
    [...from.keys()].filter(name => !to.has(name));
  const switched = (to: boolean) =>
    [...now!].filter(([name, enabled]) => enabled === to && old!.get(name) === !to).map(([name]) => name);
  const added = names(now!, old!);
  const removed = names(old!, now!);
  const changes = changedValues(before.setup, after.setup).filter(
    ({ family, section }) => family !== 'jail' || ![...added, ...removed].includes(section),
  );
  return {
    verdict: { before: before.verdict, after: after.verdict },
    added,
    removed,
    enabled: switched(true),
    disabled: switched(false),
    values: group(changes),
    fresh: missingIn(after.diagnostics, before.diagnostics),
    gone: missingIn(before.diagnostics, after.diagnostics),
  };
}

/** Whether nothing changes in effect. */
export function isSame({ added, removed, values, verdict }: Difference): boolean {
  return added.length + removed.length + values.length === 0 && verdict.before === verdict.after;
}

/** One entry for what several sections get from one line and got from one line before. */
function group(changes: readonly ValueChange[]): readonly ChangedValue[] {
  const groups = new Map<string, ChangedValue & { alsoIn: string[] }>();
  const numbers = new Map<unknown, number>();
  const numberOf = (thing: unknown) => {
    const number = numbers.get(thing) ?? numbers.size;
    numbers.set(thing, number);
    return number;
  };
  for (const change of changes) {
    const { family, section, option, before, after } = change;
    const texts = [valueText(before), valueText(after)];
    const key = JSON.stringify([
      family,
      option,
      numberOf(before?.setting?.option),
      numberOf(after?.setting?.option),
      texts,
    ]);
    const found = groups.get(key);
    if (found !== undefined) found.alsoIn.push(section);
    else
      groups.set(key, {
        ...change,
        alsoIn: [],
        isMade: before !== undefined && before.raw.value === after?.raw.value,
      });
  }
  return [...groups.values()];
}

/** By what they are about, not where: a finding that has moved is no other. */
function missingIn(findings: readonly Diagnostic[], others: readonly Diagnostic[]): readonly Diagnostic[] {
  const counts = new Map<string, number>();
  const keyOf = ({ rule, severity, jail, option, message }: Diagnostic) =>
    JSON.stringify([rule, severity, jail, option, message]);
  for (const other of others) counts.set(keyOf(other), (counts.get(keyOf(other)) ?? 0) + 1);
  return findings.filter(finding => {
    const left = counts.get(keyOf(finding)) ?? 0;
    counts.set(keyOf(finding), left - 1);
    return left <= 0;
  });
}
