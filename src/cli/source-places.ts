import { existsSync, readFileSync } from 'node:fs';

/** A place in a bundle: `/usr/lib/node_modules/f2blint/dist/cli.js:3:1234`. */
const placeInBundle = /((?:\/|\b[A-Z]:\\)[^\s():]+\.js):(\d+):(\d+)/g;

/** A stack trace with the places in bundles, which are made small, as those in the sources they were made from: `src/cli/main.ts:12:5`. */
export function withSourcePlaces(trace: string): string {
  const { SourceMap }: typeof import('node:module') = require('node:module');
  const maps = new Map<string, InstanceType<typeof SourceMap> | undefined>();
  const mapOf = (bundle: string) => {
    const file = `${bundle}.map`;
    if (!maps.has(bundle))
      maps.set(bundle, existsSync(file) ? new SourceMap(JSON.parse(readFileSync(file, 'utf8'))) : undefined);
    return maps.get(bundle);
  };
  return trace.replace(placeInBundle, (place, bundle: string, line: string, column: string) => {
    const entry = mapOf(bundle)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (entry === undefined || !('originalSource' in entry)) return place;
    const source = entry.originalSource.replace(/^(?:\.\.\/)+/, '');
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}
