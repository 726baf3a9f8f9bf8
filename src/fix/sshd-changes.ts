import type { SshdChangeDeclared } from '../lint/fix';
import { describeLine } from '../sshd/describe';
import { effectsOf } from '../sshd/effects';
import type { Refusal } from '../sshd/refusal';
import type { Sshd } from '../sshd/sshd';
import { quote } from '../text/excerpt';

/** A setting of sshd that differs. */
interface SshdChange {
  /** As `sshd -T` names it. */
  readonly field: string;
  /** The `Match` line for whose people it does; undefined for everybody. */
  readonly match: string | undefined;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/**
 * Why sshd would not do what fixes declare: it would refuse a line it took before, or do something else otherwise, for whomever. Undefined
 * where all is as declared. Where a file can't be read, nobody can tell.
 */
export function sshdObjection(
  before: Sshd | undefined,
  after: Sshd | undefined,
  declared: readonly SshdChangeDeclared[],
): string | undefined {
  if (before === undefined) return undefined;
  if (after === undefined) return 'sshd_config would be gone';
  if (isSameText(before, after)) return undefined;
  const [unread] = [...before.walk.unread, ...after.walk.unread];
  if (unread !== undefined)
    return `${unread.file.name} can not be read (${unread.reason}), so what sshd would do is not known`;
  const refusal = newRefusal(before, after);
  if (refusal !== undefined)
    return `sshd would not start: ${refusal.directive?.name ?? refusal.file.name}: ${refusal.message}`;
  const other = sshdChanges(before, after).find(change => !declared.some(each => covers(each, change)));
  if (other === undefined) return undefined;
  const [from, to] = [other.before, other.after].map(value =>
    value === undefined ? 'nothing' : quote(value),
  );
  const whom = other.match === undefined ? '' : ` where "${other.match}" applies`;
  return `it would also change ${other.field} of sshd${whom} from ${from} to ${to}`;
}

function covers({ field, to }: SshdChangeDeclared, change: SshdChange): boolean {
  if (field !== change.field) return false;
  // what a block no longer says is what holds for everybody else
  const isBack = change.match !== undefined && change.after === undefined;
  return to === undefined || change.after === to || isBack;
}

function isSameText({ walk: a }: Sshd, { walk: b }: Sshd): boolean {
  return (
    a.files.length === b.files.length &&
    a.files.every((file, index) => file.path === b.files[index]!.path && file.text === b.files[index]!.text)
  );
}

function newRefusal(before: Sshd, after: Sshd): Refusal | undefined {
  const keyOf = ({ directive, message }: Refusal) => `${directive?.keyword}\n${message}`;
  const known = new Map<string, number>();
  for (const each of before.evaluate().refusals) known.set(keyOf(each), (known.get(keyOf(each)) ?? 0) + 1);
  return after.evaluate().refusals.find(each => {
    const left = known.get(keyOf(each)) ?? 0;
    known.set(keyOf(each), left - 1);
    return left <= 0;
  });
}

/** What sshd does otherwise for anybody: what holds where no block applies, and what each block says, in the order in which they count. */
function sshdChanges(before: Sshd, after: Sshd): readonly SshdChange[] {
  const values = (sshd: Sshd) =>
    new Map(sshd.evaluate().settings.map(each => [each.field, each.values.join(' ')]));
  const now = values(after);
  const general = [...values(before)]
    .filter(([field, value]) => now.get(field) !== value)
    .map(([field, value]) => ({ field, match: undefined, before: value, after: now.get(field) }));
  const [old, fresh] = [effectsOf(before), effectsOf(after)];
  const fields = new Set([...old.keys(), ...fresh.keys()]);
  return [...general, ...[...fields].flatMap(field => blockChanges(field, old.get(field), fresh.get(field)))];
}

type Effects = ReturnType<typeof effectsOf> extends ReadonlyMap<string, infer List> ? List : never;

function blockChanges(field: string, before: Effects = [], after: Effects = []): readonly SshdChange[] {
  const find = (list: Effects, when: string) => list.find(each => each.when === when);
  const changes = [...new Set([...before, ...after].map(each => each.when))].flatMap(when => {
    const [was, is] = [find(before, when), find(after, when)];
    if (was?.value === is?.value) return [];
    return [{ field, match: describeLine((was ?? is)!.match), before: was?.value, after: is?.value }];
  });
  if (changes.length > 0) return changes;
  const moved = before.find((each, index) => after[index]?.when !== each.when);
  return moved === undefined
    ? []
    : [{ field, match: describeLine(moved.match), before: 'its place among the blocks', after: 'another' }];
}
