/** Languages of templates: Jinja (Ansible, Salt), ERB (Chef, old Puppet), EPP (Puppet) and Go's text/template. */
export type TemplateKind = 'jinja' | 'erb' | 'epp' | 'go';
