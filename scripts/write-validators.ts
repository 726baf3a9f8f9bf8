import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { validators } from './validators';

/** Writes the functions that check what people write for f2blint, made from schemas/. */
export function writeValidators(root: string): void {
  for (const [path, text] of validators(root)) writeFileSync(join(root, path), text);
}
