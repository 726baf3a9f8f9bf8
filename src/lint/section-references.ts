import type { FamilyKind } from './families';
import type { Model } from './model';

/** Names of sections that values of some files ask for: `web` in `%(web/port)s`. */
export function sectionReferences(model: Model, kind: FamilyKind): ReadonlySet<string> {
  const names = new Set<string>();
  for (const { file, kind: other } of model.allFiles()) {
    if (other !== kind || !file.text.includes('%(')) continue;
    for (const [, name = ''] of file.text.matchAll(/%\(([^()/%\n]{1,100})\//g)) names.add(name);
  }
  return names;
}
