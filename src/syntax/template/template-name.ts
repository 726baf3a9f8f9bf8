import type { TemplateKind } from '../../text/template-kind';

/** What a file is by its name and text. */
export interface TemplateName {
  readonly kind: TemplateKind;
  /** The name of the file that is made from it, as far as the name of the template tells: without `.j2` and the like. */
  readonly name: string;
}

const bySuffix: ReadonlyMap<string, TemplateKind | 'by text'> = new Map([
  ['j2', 'jinja'],
  ['jinja', 'jinja'],
  ['jinja2', 'jinja'],
  ['erb', 'erb'],
  ['epp', 'epp'],
  ['gotmpl', 'go'],
  ['gotpl', 'go'],
  ['tmpl', 'by text'],
  ['tpl', 'by text'],
  ['template', 'by text'],
]);

/**
 * Tells a template by its suffix: `jail.local.j2`. `.tmpl`, `.tpl` and `.template` are written in several languages, so there the text tells
 * which. Undefined for other names; whether those hold a template says `templateKindOf`.
 */
export function templateName(name: string, text: string): TemplateName | undefined {
  const dot = name.lastIndexOf('.');
  const known = bySuffix.get(name.slice(dot + 1).toLowerCase());
  if (dot < 1 || name[dot - 1] === '/' || known === undefined) return undefined;
  const kind = known === 'by text' ? (templateKindOf(text) ?? 'go') : known;
  return { kind, name: name.slice(0, dot) };
}

/** The language of a template by what stands in it; undefined where nothing does that only a template would have. */
export function templateKindOf(text: string): TemplateKind | undefined {
  if (/<%[^%\n]*[\w@$"'|]/.test(text)) return isPuppet(text) ? 'epp' : 'erb';
  if (/\{%[-+]?\s*\w|\{#[^\n]{0,200}#\}/.test(text)) return 'jinja';
  if (/\{\{-?\s*(?:\.|\$|\/\*|(?:if|range|with|end|define|block|template|else)\b)|\{\{- |\s-\}\}/.test(text))
    return 'go';
  return /\{\{[-+]?\s*[\w('"[][^{}\n]*\}\}/.test(text) ? 'jinja' : undefined;
}

/** Variables of Puppet begin with a dollar, and its blocks are in braces. */
function isPuppet(text: string): boolean {
  return /<%-?\s*\||<%[-=]?\s*(?:if|unless|\$|\[\$)[^%]*\$/.test(text) || /<%[-=]?\s*\$[a-z]/.test(text);
}

/**
 * Whether a directory (by its path) holds fragments of a file, as e-smith has them (NethServer, SME Server): pieces of Perl that are put
 * together to the file the directory is named after, `…/e-smith/templates/etc/fail2ban/jail.local/10sshd`. They are programs: f2blint
 * names them and does not lint them.
 */
export function isFragmentDirectory(path: string): boolean {
  return /[^/]\.(?:conf|local)\/*$/.test(path);
}
