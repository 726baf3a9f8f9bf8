import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { settingKeys } from './setting-keys';
import { validators } from './validators';

/** Writes the functions that check what people write for f2blint, and the keys they can write, made from schemas/. */
export function writeValidators(root: string): void {
  for (const [path, text] of validators(root)) writeFileSync(join(root, path), text);
  writeFileSync(join(root, 'src/config/setting-keys.ts'), settingKeys(root));
}
