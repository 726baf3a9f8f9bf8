import { join } from 'node:path';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';

const root = join(__dirname, '..');

/** The library, every rule and the document of `show`, as a web page would load them. Fails where Node is asked for. */
async function bundle(source: string) {
  const { outputFiles, metafile } = await build({
    stdin: { contents: source, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'iife',
    globalName: 'f2blint',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  return { code: outputFiles[0]!.text, inputs: Object.keys(metafile.inputs) };
}

const everything = `
  export { defaultRelease, memorySnapshot, resolve } from './src/api';
  export { rules } from './rules/index';
  export { lintBadExample, lintExample } from './src/lint/example';
  export { showDocument } from './src/report/show-json';
`;

/** Runs in the bare context: only what the language itself has. The answer is JSON, so that no object crosses over. */
const script = `
  const { defaultRelease, lintBadExample, lintExample, memorySnapshot, resolve, rules, showDocument } = f2blint;
  const sound = '[DEFAULT]\\nbantime = 10m\\n[web]\\nlogpath = %(base)s/web.log\\nbase = /var/log\\n';
  const { setup, diagnostics } = lintExample({
    'jail.conf': sound,
    'jail.local': '[web]\\nenabled = true\\nbantime = 1h\\nbantime = 2h\\n',
    'ssh/sshd_config': 'PermitRootLogin yes\\n',
  }, rules);
  const snapshot = memorySnapshot(new Map([['jail.conf', sound]]));
  const shown = showDocument(resolve(snapshot, defaultRelease), { kind: 'all' });
  JSON.stringify({
    findings: diagnostics.map(({ rule, range }) => rule + ' ' + range.file.name + ':' + range.start.line),
    broken: showDocument(setup, { kind: 'all' }).error,
    web: shown.jails.web.options,
    silent: rules.filter(rule => lintBadExample(rule, rules).diagnostics.length === 0).map(rule => rule.id),
    globals: [typeof process, typeof require, typeof Buffer, typeof TextDecoder],
  });
`;

describe('without Node', () => {
  test('the reader, the engine and every rule run in a bare context', async () => {
    const { code, inputs } = await bundle(everything);
    expect(inputs.filter(path => path.includes('node_modules') || path.startsWith('src/cli'))).toEqual([]);
    const context = createContext({}, { codeGeneration: { strings: false, wasm: false } });
    runInContext(code, context, { timeout: 10_000 });
    const answer = JSON.parse(runInContext(script, context, { timeout: 10_000 }));
    expect(answer.globals).toEqual(Array(4).fill('undefined'));
    expect(answer.findings).toContain('syntax/duplicate-option jail.local:4');
    expect(answer.silent).toEqual([]);
    expect(answer.broken).toMatch(/jail\.local/);
    expect(answer.web.bantime).toMatchObject({ value: '10m', origin: { file: 'jail.conf', line: 2 } });
    expect(answer.web.logpath).toMatchObject({ value: '/var/log/web.log', raw: '%(base)s/web.log' });
  });

  test('a bundle that asks for Node is refused', async () => {
    await expect(bundle("export { diskSnapshot } from './src/files/disk';")).rejects.toThrow('node:fs');
  });
});
