import type { PlacedPatterns } from '../files/placed-patterns';
import { noSettings, type PathSettings, type Settings } from './settings';

/** Settings of a file, with all that it builds on: paths are absolute, patterns know their directory. */
export interface PlacedSettings extends Omit<Settings, 'extends' | 'ignore' | 'paths'> {
  /** What a search passes over. */
  readonly ignored: readonly PlacedPatterns[];
  /** Severities in some files, the last first. */
  readonly local: readonly (PathSettings & { readonly directory: string })[];
}

export const noPlacedSettings: PlacedSettings = placeSettings(noSettings, '', path => path);

/** The settings of a file in a directory. `absolute` makes a path absolute that counts from there. */
export function placeSettings(
  { extends: _, ignore, paths, ...settings }: Settings,
  directory: string,
  absolute: (path: string) => string,
): PlacedSettings {
  const { policySchema, baseline, base } = settings;
  const isPath = base !== undefined && /^\.|[/\\]/.test(base);
  return {
    ...settings,
    policySchema: policySchema === undefined ? undefined : absolute(policySchema),
    baseline: baseline === undefined ? undefined : absolute(baseline),
    base: isPath ? absolute(base) : base,
    ignored: ignore.length === 0 ? [] : [{ directory, patterns: ignore }],
    local: paths.map(each => ({ ...each, directory })),
  };
}

/** Settings that build on others: key by key those of `own` count. */
export function mergeSettings(under: PlacedSettings, own: PlacedSettings): PlacedSettings {
  const options = new Map(under.options);
  for (const [rule, values] of own.options)
    options.set(rule, new Map([...(options.get(rule) ?? []), ...values]));
  return {
    preset: own.preset ?? under.preset,
    failOn: own.failOn ?? under.failOn,
    maxWarnings: own.maxWarnings ?? under.maxWarnings,
    fail2ban: own.fail2ban ?? under.fail2ban,
    base: own.base ?? under.base,
    baseline: own.baseline ?? under.baseline,
    severities: new Map([...under.severities, ...own.severities]),
    options,
    policySchema: own.policySchema ?? under.policySchema,
    admin: {
      networks: own.admin.networks.length > 0 ? own.admin.networks : under.admin.networks,
      limits: new Map([...under.admin.limits, ...own.admin.limits]),
    },
    ignored: [...under.ignored, ...own.ignored],
    local: [...under.local, ...own.local],
  };
}
