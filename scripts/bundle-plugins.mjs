/** What only some commands need: a file of its own beside the bundle, so that the others need not even read it. */
export const chunks = new Map([
  ['fast-glob', { file: 'fast-glob', entry: 'fast-glob' }],
  ['./find-setups', { file: 'find-setups', entry: 'src/cli/find-setups.ts' }],
  ['./compile-schema', { file: 'ajv', entry: 'src/cli/compile-schema.ts' }],
  ['./bundled-bases', { file: 'bundled-bases', entry: 'src/cli/bundled-bases.ts' }],
  ['./completion/shells', { file: 'completion', entry: 'src/cli/completion/shells.ts' }],
  ['./lint-templates', { file: 'lint-templates', entry: 'src/cli/lint-templates.ts' }],
  ['./local-severities', { file: 'local-severities', entry: 'src/cli/local-severities.ts' }],
  ['./other-formats', { file: 'other-formats', entry: 'src/cli/other-formats.ts' }],
]);

/** Leaves the chunks out of the bundle; they are loaded when they are first used. */
export const besideTheBundle = {
  name: 'beside-the-bundle',
  setup({ onResolve }) {
    onResolve({ filter: /^(?:\.\/)?[\w/-]+$/ }, ({ path, kind }) =>
      chunks.has(path) && kind === 'dynamic-import'
        ? { path: `./${chunks.get(path).file}.js`, external: true }
        : undefined,
    );
  },
};

/** commander loads node:child_process for subcommands that are programs; f2blint has none, and it would cost every start. */
export const noChildProcess = {
  name: 'no-child-process',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:child_process$/ }, ({ importer }) =>
      importer.includes('commander') ? { path: 'child_process', namespace: 'absent' } : undefined,
    );
    onLoad({ filter: /./, namespace: 'absent' }, () => ({ contents: 'module.exports = {};' }));
  },
};
