import { algorithmLists, type Setting, settings } from './defaults';
import { listenAddresses } from './listen';
import type { SshdDirective } from './read';
import type { Slot, State } from './state';
import { assemble } from './take-algorithms';

/** One setting as it is in force. */
export interface InForce {
  /** As `sshd -T` names it. */
  readonly field: string;
  readonly values: readonly string[];
  /** The lines `sshd -T` prints. */
  readonly printed: readonly string[];
  /** Where each value comes from: empty where nothing sets it, and of another length where sshd makes more or fewer values of them. */
  readonly origins: readonly SshdDirective[];
  /** Lines that would have set it, had others not come first or been narrower. */
  readonly lost: readonly SshdDirective[];
}

/** All settings in the order of `sshd -T`: those for everybody, replaced by those of the blocks that match. */
export function settingsOf(forAll: State, forSome: State): readonly InForce[] {
  const slotOf = (field: string): Slot | undefined => {
    const general = forAll.get(field);
    const narrow = forSome.get(field);
    if (narrow === undefined || narrow.values.length === 0) return general;
    const lost = [...(general?.origins ?? []), ...(general?.lost ?? []), ...narrow.lost];
    return { ...narrow, lost: lost.filter(line => !narrow.origins.includes(line)) };
  };
  return settings.map(setting => {
    const { field } = setting;
    const slot = slotOf(field);
    const isNarrow = slot !== undefined && slot !== forAll.get(field);
    const values = valuesOf(setting, slot, isNarrow, slotOf);
    return {
      field,
      values,
      printed: print(setting, values),
      origins: slot?.origins ?? [],
      lost: [...new Set(slot?.lost ?? [])],
    };
  });
}

/** Settings sshd takes for unset where they are `none`. */
const clearable: ReadonlySet<string> = new Set([
  'pidfile',
  'xauthlocation',
  'banner',
  'trustedusercakeys',
  'revokedkeys',
  'securitykeyprovider',
  'authorizedprincipalsfile',
  'forcecommand',
  'chrootdirectory',
  'hostkeyagent',
]);

function valuesOf(
  { field, fallback }: Setting,
  slot: Slot | undefined,
  isNarrow: boolean,
  slotOf: (field: string) => Slot | undefined,
): readonly string[] {
  const written = slot === undefined || slot.values.length === 0 ? undefined : slot.values;
  const first = written?.[0];
  const list = algorithmLists.get(field);
  if (list !== undefined) return [(assemble(first, list.defaults, list.all) ?? []).join(',')];
  switch (field) {
    case 'listenaddress':
      return listenAddresses(
        slot?.values ?? [],
        slotOf('port')?.values ?? ['22'],
        slotOf('addressfamily')?.values[0],
      );
    case 'rekeylimit':
      return [`${first ?? '0'} ${slotOf('rekeyinterval')?.values[0] ?? '0'}`];
    case 'unusedconnectiontimeout':
      return [first === undefined || first === '0' ? 'none' : first];
    case 'versionaddendum':
      return [first === undefined || first === '' ? 'none' : first];
    case 'hostkey':
    case 'hostcertificate':
      return (written ?? fallback).map(value => (value === 'none' ? '(null)' : value));
    case 'channeltimeout':
      return !isNarrow && written?.length === 1 && first?.toLowerCase() === 'none'
        ? []
        : (written ?? fallback);
    default: {
      const isCleared = clearable.has(field) && !(isNarrow && field === 'authorizedprincipalsfile');
      return isCleared && first?.toLowerCase() === 'none' ? ['none'] : (written ?? fallback);
    }
  }
}

function print({ field, form }: Setting, values: readonly string[]): readonly string[] {
  if (form === 'one' || form === 'each') return values.map(value => `${field} ${value}`);
  return form === 'joined-if-any' && values.length === 0 ? [] : [[field, ...values].join(' ')];
}
