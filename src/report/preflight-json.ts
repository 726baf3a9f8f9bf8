import type { Preflight } from '../preflight/preflight';
import { createPlaces } from '../resolve/places';
import type { Setup } from '../resolve/setup';
import { sourcePath } from '../resolve/source';
import { displayPath } from './display-path';
import { toJson } from './json';
import { placeReasons } from './preflight-reasons';

/** The answer of `preflight --format json`, as in design/cli.md; `jail` is the first of `jails`, and `why` the reason for the release. */
export function preflightJson(
  setup: Setup,
  { verdict, jails, reasons }: Preflight,
  why: string | undefined,
): string {
  const states: Record<string, string> = Object.create(null);
  for (const [name, state] of jails) states[name] = state;
  const places = createPlaces(setup.sources);
  const document = {
    schemaVersion: 1,
    path: displayPath(setup.snapshot.root),
    fail2ban: setup.release.name,
    fail2banWhy: why ?? null,
    verdict,
    jails: states,
    reasons: placeReasons(setup, places, reasons).map(({ reason, range, jails: concerned }) => ({
      file: displayPath(sourcePath(range.file)),
      ...range.start,
      endLine: range.end.line,
      endColumn: range.end.column,
      message: reason.message,
      advice: reason.advice ?? null,
      jail: reason.jail ?? null,
      jails: concerned,
      option: reason.option ?? null,
      rule: reason.rule,
      code: reason.code,
    })),
  };
  return toJson(document);
}
