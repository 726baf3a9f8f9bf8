/** What only configurations with templates need: a chunk of its own (scripts/bundle-plugins.mjs). */
export { lintTemplates } from '../lint/lint-templates';
