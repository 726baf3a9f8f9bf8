/** The releases f2blint tells apart; between two of them the client reads a configuration in the same way. */
export type ReleaseName = '0.11' | '1.0' | '1.1.0' | '1.1.1' | 'master';

export interface Release {
  readonly name: ReleaseName;
  /** What `%(fail2ban_version)s` gives. */
  readonly version: string;
}

const releases: readonly Release[] = [
  { name: '0.11', version: '0.11.2' },
  { name: '1.0', version: '1.0.2' },
  { name: '1.1.0', version: '1.1.0' },
  { name: '1.1.1', version: '1.1.1' },
  { name: 'master', version: '1.1.2.dev1' },
];

export const releaseNames: readonly string[] = releases.map(release => release.name);

/** Debian 12 has this one. */
export const defaultRelease: Release = releases[1]!;

/** The release for a name or a full number such as `1.0.2`, whose number it then keeps; undefined for anything else. */
export function findRelease(text: string): Release | undefined {
  const named = releases.find(release => release.name === text);
  if (named !== undefined) return named;
  const numbers = /^(\d+)\.(\d+)\.(\d+)(?:\.\w+)?$/.exec(text);
  if (numbers === null) return undefined;
  const [major = 0, minor = 0, patch = 0] = numbers.slice(1).map(Number);
  const name = nameOf(major, minor, patch);
  return name && { name, version: text };
}

function nameOf(major: number, minor: number, patch: number): ReleaseName | undefined {
  if (major === 0) return minor === 11 ? '0.11' : undefined;
  if (major !== 1) return undefined;
  if (minor === 0) return '1.0';
  if (minor > 1 || patch > 1) return 'master';
  return patch === 1 ? '1.1.1' : '1.1.0';
}

const order: ReadonlyMap<ReleaseName, number> = new Map(releases.map(({ name }, index) => [name, index]));

/** Whether a release is `name` or newer. */
export function isAtLeast(release: Release, name: ReleaseName): boolean {
  return order.get(release.name)! >= order.get(name)!;
}
