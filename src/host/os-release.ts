import { type Found, found, unknown } from './found';
import type { RootFiles } from './root-files';

const files = ['/etc/os-release', '/usr/lib/os-release'];

/** The distribution with its version, such as `debian12` or `arch` (os-release(5)). */
export function findOs(root: RootFiles): Found<string> {
  for (const file of files) {
    const text = root.text(file);
    const id = text && fieldOf(text, 'ID');
    if (id) return found(id + (fieldOf(text, 'VERSION_ID') ?? ''), file);
  }
  return unknown('there is no os-release');
}

function fieldOf(text: string, name: string): string | undefined {
  return new RegExp(`^${name}=["']?([\\w.+-]*)["']?\\s*$`, 'm').exec(text)?.[1];
}
