import { resolve } from 'node:path';
import { type FormatName, findFormat } from './formats';
import { UserError } from './io';

/** What `--output FORMAT=FILE` asks for. */
export interface Output {
  readonly format: FormatName;
  readonly file: string;
}

/** Reads all `--output` of a command line. No file may be named twice: one report would be gone. */
export function readOutputs(values: readonly string[]): readonly Output[] {
  const outputs = values.map(readOutput);
  const seen = new Set<string>();
  for (const { file } of outputs) {
    if (seen.has(resolve(file)))
      throw new UserError(`--output names ${file} twice`, 'give each report a file of its own');
    seen.add(resolve(file));
  }
  return outputs;
}

function readOutput(value: string): Output {
  const [name = '', ...rest] = value.split('=');
  const file = rest.join('=');
  if (file === '' || file === '-') {
    throw new UserError(
      `--output ${value} names no file`,
      'for instance --output sarif=f2blint.sarif; what --format says goes to standard output',
    );
  }
  return { format: findFormat(name), file };
}
