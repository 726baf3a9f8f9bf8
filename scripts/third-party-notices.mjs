import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const introduction = `f2blint contains the packages below, which are not part of it. Each has its own licence.
`;

/** Name, version and licence text of every package that went into bundles, from the metafiles esbuild gives. */
export function thirdPartyNotices(metafiles) {
  const files = metafiles.flatMap(({ inputs }) => Object.keys(inputs));
  const directories = files.flatMap(file => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file) ?? []);
  const notices = [...new Set(directories)].sort().map(notice);
  return [introduction, ...notices].join(`\n${'-'.repeat(80)}\n\n`);
}

function notice(directory) {
  const { name, version } = JSON.parse(readFileSync(join(directory, 'package.json'), 'utf8'));
  const licence = readdirSync(directory).find(file => /^licen[cs]e([-.]\w+)?$/i.test(file));
  if (licence === undefined) throw new Error(`${name} comes without the text of its licence`);
  return `${name} ${version}\n\n${readFileSync(join(directory, licence), 'utf8').trim()}\n`;
}
