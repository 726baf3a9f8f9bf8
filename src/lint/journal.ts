import type { JailAction } from './jail-actions';
import type { Jail } from './model';

/** Whether a jail reads the journal, whatever its `logpath` says (client/jailreader.py). */
export function readsJournal(jail: Jail): boolean {
  return (jail.text('backend') ?? 'auto').startsWith('systemd');
}

/** Whether the jail or its filter says which entries of the journal to look at. */
export function hasJournalMatch({ reading: { options, filter } }: Jail): boolean {
  const match = options.get('journalmatch')?.value.text ?? filter?.texts.get('journalmatch');
  return match !== undefined && match.value.trim() !== '';
}

/** The actions of a jail that look for lines about an address in the files of its `logpath`. */
export function actionsThatQuoteLogs(jail: Jail): readonly JailAction[] {
  return jail.actions.filter(action => {
    if (!asksForLogs(action)) return false;
    const path = action.parameters.get('logpath')?.value ?? jail.text('logpath') ?? '';
    return path !== '' && action.script('actionban').text.value.includes(path);
  });
}

/** Spares the many that don't from being put together. */
function asksForLogs({ family, parameters }: JailAction): boolean {
  if (parameters.has('logpath')) return true;
  return family?.files.some(({ text }) => text.includes('<logpath>')) === true;
}
