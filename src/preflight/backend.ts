import { isAtLeast, type Release } from '../knowledge/release';
import type { Call } from '../resolve/parameters';
import { closestName } from '../text/closest-name';
import { quote } from '../text/excerpt';
import type { Text } from '../text/text';
import { parseExactInteger } from '../values/integer';
import { accepted, type Refusal } from './refusal';
import { parseServerCall } from './server-call';

/** What a jail reads its lines with. */
export interface Backend {
  /** In lower case; undefined where fail2ban refuses it. */
  readonly name: string | undefined;
  readonly refusals: readonly Refusal[];
}

function knownBackends(release: Release): readonly string[] {
  const gamin = isAtLeast(release, '1.1.0') ? [] : ['gamin'];
  return ['auto', 'pyinotify', ...gamin, 'polling', 'systemd'];
}

/** `add JAIL BACKEND` (server/jail.py): any case; those that are not installed give way to others, so every known one is fine. */
export function checkBackend(value: Text, release: Release): Backend {
  const parsed = parseServerCall(value, release);
  if (parsed.kind === 'error') {
    const message = `backend = ${quote(value.value)} is refused: ${value.value === '' ? 'it is empty' : 'its brackets are malformed'}`;
    const refusal: Refusal = {
      code: 'backend',
      rule: 'value/unknown-choice',
      message,
      advice: `one of ${knownBackends(release).join(', ')}`,
      start: parsed.error.start,
      end: parsed.error.end,
    };
    return { name: undefined, refusals: [refusal] };
  }
  const name = parsed.call.name.value.toLowerCase();
  const known = knownBackends(release);
  if (known.includes(name)) return { name, refusals: checkArguments(name, value, parsed.call, release) };
  const close = closestName(name, known);
  const refusal: Refusal = {
    code: 'backend',
    rule: 'value/unknown-choice',
    message: `backend = ${quote(value.value)} is none fail2ban knows`,
    advice: close === undefined ? `one of ${known.join(', ')}` : `did you mean ${close}?`,
    ...(close !== undefined && { mend: { text: parsed.call.name, by: close } }),
  };
  return { name: undefined, refusals: [refusal] };
}

/** Only systemd takes arguments (`_getJournalArgs` of server/filtersystemd.py). */
function checkArguments(
  backend: string,
  value: Text,
  { name: written, parameters }: Call,
  release: Release,
): readonly Refusal[] {
  const refusals: Refusal[] = [];
  const known = new Set(backend === 'systemd' ? journalArguments(release) : []);
  for (const [name, text] of parameters) {
    if (!known.has(name)) {
      const choice =
        known.size === 0 ? `${backend} takes none` : `one of ${journalArguments(release).join(', ')}`;
      refusals.push({
        code: 'backend-arguments',
        rule: 'value/bad-backend-argument',
        message: `${quote(name)} is no argument of backend ${backend}`,
        advice: choice,
        ...(text.value !== '' && { text }),
        ...argumentMend(value, written, name, [...known]),
      });
    } else if (name === 'journalflags' && !isFlags(text.value)) {
      refusals.push({
        code: 'backend-arguments',
        rule: 'value/bad-backend-argument',
        message: `journalflags = ${quote(text.value)} is not a number the journal takes`,
        advice: 'write a number, such as 1 for logs of this machine',
        ...(text.value !== '' && { text }),
      });
    }
  }
  return refusals.length > 0 ? refusals : accepted;
}

/** Another name for an argument; a backend that takes none goes without. */
function argumentMend(
  value: Text,
  backend: Text,
  name: string,
  known: readonly string[],
): Pick<Refusal, 'mend'> {
  if (known.length === 0) {
    const start = backend.value.length;
    return { mend: { text: value, start, by: '', decision: 'whether the argument is needed' } };
  }
  const close = closestName(name, known);
  const start = value.value.indexOf(`${name}=`);
  if (close === undefined || start < 0) return {};
  return { mend: { text: value, start, end: start + name.length, by: close } };
}

function journalArguments(release: Release): readonly string[] {
  const namespace = isAtLeast(release, '1.0') ? ['namespace'] : [];
  const rotated = isAtLeast(release, '1.1.1') ? ['rotated'] : [];
  return ['journalpath', 'journalfiles', 'journalflags', ...namespace, ...rotated, 'useDns'];
}

function isFlags(text: string): boolean {
  const flags = parseExactInteger(text);
  return flags !== undefined && flags >= 0n && flags < 128n && (flags & 16n) === 0n;
}
