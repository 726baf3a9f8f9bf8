import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { rules } from '../rules/index';
import { formatPage } from './format-page';
import { pages } from './pages';
import { withScreen } from './readme-screen';

/** Writes `docs/rules` anew, so that the page of a rule goes with the rule, `docs/options.md`, `docs/formats.md`, and the screen in README.md. */
export async function writePages(root: string): Promise<void> {
  const texts = pages(rules);
  const readme = join(root, 'README.md');
  const readmeText = await withScreen(readFileSync(readme, 'utf8'));
  rmSync(join(root, 'docs/rules'), { recursive: true, force: true });
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(join(root, 'docs/formats.md'), await formatPage());
  writeFileSync(readme, readmeText);
}
