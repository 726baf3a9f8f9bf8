import { closestName } from '../text/closest-name';
import { jailNames } from './family';
import { definitionNames, type Setup } from './setup';

/** One part of a configuration, as asked for with `show`. */
export type Selection =
  | { readonly kind: 'all' | 'daemon' }
  | { readonly kind: 'section'; readonly section: string }
  | { readonly kind: 'option'; readonly section: string; readonly option: string }
  | { readonly kind: 'filter' | 'action'; readonly name: string };

/** A selector that fits nothing; `suggestion` is what may have been meant. */
export interface UnknownSelector {
  readonly kind: 'unknown';
  readonly message: string;
  readonly suggestion: string | undefined;
}

/**
 * Reads `jail`, `jail.option`, `filter:NAME`, `action:NAME` or `fail2ban`. A jail and an option are split at the first dot that leaves
 * an existing jail; `DEFAULT` counts as one.
 */
export function select(setup: Setup, selector: string): Selection | UnknownSelector {
  const [, kind, name = ''] = /^(filter|action):(.*)$/s.exec(selector) ?? [];
  if (kind === 'filter' || kind === 'action') return selectDefinition(setup, kind, name);
  const sections = sectionNames(setup);
  if (sections.has(selector)) return { kind: 'section', section: selector };
  const split = splitSelector(setup, selector);
  if (split !== undefined) return selectOption(setup, split.section, split.option);
  if (selector === 'fail2ban') return { kind: 'daemon' };
  return unknown(`there is no jail ${selector}`, closestName(selector, sections));
}

/** Names of the jails, and `DEFAULT`. */
export function sectionNames({ jailFamily }: Setup): ReadonlySet<string> {
  return new Set(['DEFAULT', ...jailNames(jailFamily)]);
}

/** Jail and option (in lower case) of `jail.option`; undefined where no dot leaves an existing jail. */
export function splitSelector(
  setup: Setup,
  selector: string,
): { readonly section: string; readonly option: string } | undefined {
  const sections = sectionNames(setup);
  for (let dot = selector.indexOf('.'); dot >= 0; dot = selector.indexOf('.', dot + 1)) {
    const section = selector.slice(0, dot);
    if (sections.has(section)) return { section, option: selector.slice(dot + 1).toLowerCase() };
  }
  return undefined;
}

function selectDefinition(
  setup: Setup,
  kind: 'filter' | 'action',
  name: string,
): Selection | UnknownSelector {
  const names = definitionNames(setup, kind);
  if (names.includes(name)) return { kind, name };
  const close = closestName(name, names);
  return unknown(`there is no ${kind} ${name}`, close && `${kind}:${close}`);
}

function selectOption(setup: Setup, section: string, option: string): Selection | UnknownSelector {
  const { merged, builtIn } = setup.jailLookup;
  const names = [
    ...(merged.sections.get(section)?.keys() ?? []),
    ...merged.defaults.keys(),
    ...(builtIn?.keys() ?? []),
  ];
  if (names.includes(option)) return { kind: 'option', section, option };
  const close = closestName(option, names);
  return unknown(`nothing sets ${option} for ${section}`, close && `${section}.${close}`);
}

function unknown(message: string, suggestion: string | undefined): UnknownSelector {
  return { kind: 'unknown', message, suggestion };
}
