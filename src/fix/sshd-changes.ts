import { settings } from '../sshd/defaults';
import { scopesOf } from '../sshd/scopes';
import type { Sshd } from '../sshd/sshd';

/** A setting of sshd that differs, as `sshd -T` names it, for everybody or for those of a Match block. */
export interface SshdChange {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** What sshd does otherwise, for everybody and for each Match block; one entry for all of it where the blocks are no longer the same. */
export function sshdChanges(before: Sshd | undefined, after: Sshd | undefined): readonly SshdChange[] {
  if (before === undefined || after === undefined || before === after) return [];
  const [old, now] = [scopesOf(before), scopesOf(after)];
  if (old.length !== now.length)
    return [{ field: 'match', before: `${old.length} scopes`, after: `${now.length} scopes` }];
  const general = listed(before, after);
  return [
    ...general,
    ...old.flatMap((scope, index) =>
      settings.flatMap(({ field }) => {
        const [was, is] = [scope.value(field), now[index]!.value(field)];
        return was === is || general.some(each => each.field === field)
          ? []
          : [{ field, before: was, after: is }];
      }),
    ),
  ];
}

/** By all the lines `sshd -T` prints, which for lists are several. */
function listed(before: Sshd, after: Sshd): readonly SshdChange[] {
  const now = new Map(after.evaluate().settings.map(each => [each.field, each.values.join(' ')]));
  return before.evaluate().settings.flatMap(({ field, values }) => {
    const [was, is] = [values.join(' '), now.get(field) ?? ''];
    return was === is ? [] : [{ field, before: was, after: is }];
  });
}
