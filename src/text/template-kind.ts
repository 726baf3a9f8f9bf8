/** Languages of templates: Jinja (Ansible, Salt), ERB (Chef, old Puppet), EPP (Puppet) and Go's text/template. */
export type TemplateKind = 'jinja' | 'erb' | 'epp' | 'go';

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
 * The language of a template by its suffix: `jail.local.j2`. `.tmpl`, `.tpl` and `.template` are written in several languages, so there the
 * text tells which. Undefined for other names; whether such a file holds a template says `languageOf`.
 */
export function templateKind(name: string, text: string): TemplateKind | undefined {
  const known = bySuffix.get(name.slice(name.lastIndexOf('.') + 1).toLowerCase());
  return known === 'by text' ? (languageOf(text) ?? 'go') : known;
}

/** The language of a template by what stands in it; undefined where nothing does that only a template would have. */
export function languageOf(text: string): TemplateKind | undefined {
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
