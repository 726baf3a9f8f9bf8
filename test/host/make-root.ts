import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type RootFiles, rootFiles } from '../../src/host/root-files';

/** What a path of a root is: the text of a file, or something else. */
export type Content =
  | string
  | Buffer
  | { readonly link: string }
  | { readonly program: string }
  | { readonly mode: number; readonly text: string }
  | 'directory'
  | 'pipe';

export type Contents = Readonly<Record<string, Content>>;

/** Makes a root below a directory; gives its path. */
export function makeRoot(within: string, contents: Contents): string {
  const root = mkdtempSync(join(within, 'root-'));
  chmodSync(root, 0o755);
  for (const [path, content] of Object.entries(contents)) {
    const place = join(root, path);
    mkdirSync(content === 'directory' ? place : dirname(place), { recursive: true });
    if (content === 'pipe') spawnSync('mkfifo', [place]);
    else if (typeof content === 'string' || Buffer.isBuffer(content)) {
      if (content !== 'directory') writeFileSync(place, content);
    } else if ('link' in content) symlinkSync(content.link, place);
    else if ('program' in content) writeFileSync(place, content.program, { mode: 0o755 });
    else {
      writeFileSync(place, content.text);
      chmodSync(place, content.mode);
    }
  }
  return root;
}

export function filesOf(within: string, contents: Contents): RootFiles {
  return rootFiles(makeRoot(within, contents));
}
