import { definitionNames, type Setup } from '../resolve/setup';
import { closestName } from '../text/closest-name';
import { strip } from '../text/python-space';

/**
 * The filter or action of the tree that a name without a file probably stands for: written with its ending, in other letters or
 * with a blank too many (`sshd.conf`, `SSHD`, `sshd `), with its words in another order (`nginx-req-limit`), or with a slip of the pen. Undefined where nothing is near.
 */
export function suggestDefinition(setup: Setup, kind: 'filter' | 'action', name: string): string | undefined {
  const names = definitionNames(setup, kind);
  const wanted = plain(name);
  return (
    names.find(each => each === wanted) ??
    names.find(each => each.toLowerCase() === wanted) ??
    names.find(each => sortedWords(each) === sortedWords(wanted)) ??
    closestName(wanted, names)
  );
}

function plain(name: string): string {
  return strip(name)
    .toLowerCase()
    .replace(/\.(?:conf|local)$/, '');
}

function sortedWords(name: string): string {
  return name
    .toLowerCase()
    .split(/[-_. ]/)
    .sort()
    .join('-');
}
