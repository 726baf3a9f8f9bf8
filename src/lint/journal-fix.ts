import type { Fix } from './fix';
import { setJailOption } from './fix';
import { hasJournalMatch } from './journal';
import type { Model } from './model';

/** Lets a jail read the journal, where there is one and the jail knows what to look for in it; undefined elsewhere. */
export function readJournal({ jails, facts }: Model, name: string | undefined): Fix | undefined {
  const jail = jails.find(each => each.name === name);
  if (jail === undefined || facts.journal !== true || !hasJournalMatch(jail)) return undefined;
  return {
    title: `read the journal: backend = systemd in [${jail.name}]`,
    ...setJailOption(jail.name, 'backend', 'systemd'),
    decision: 'where the service logs',
  };
}
