import { globalRows, matchRows } from './keyword-rows';
import { aliasRows, deadRows } from './old-keywords';
import { ignored } from './take-special';
import type { Taker } from './taker';

/** A keyword of sshd_config. */
export interface Keyword {
  /** As sshd_config(5) spells it. */
  readonly name: string;
  /** The name of the setting in `sshd -T`; several spellings may share one. */
  readonly field: string;
  /** Whether it may stand in a `Match` block. */
  readonly inMatch: boolean;
  readonly take: Taker;
  readonly kind: 'current' | 'alias' | 'deprecated' | 'unsupported' | 'ignored';
}

function keyword(name: string, take: Taker, inMatch: boolean, kind: Keyword['kind'], of = name): Keyword {
  return { name, field: of.toLowerCase(), inMatch, take, kind };
}

const takers: ReadonlyMap<string, Taker> = new Map([...globalRows, ...matchRows]);

/** Every keyword but `Match` and `Include`, by its name in lower case. */
export const keywords: ReadonlyMap<string, Keyword> = new Map(
  [
    ...globalRows.map(([name, take]) => keyword(name, take, false, 'current')),
    ...matchRows.map(([name, take]) => keyword(name, take, true, 'current')),
    ...aliasRows.map(([name, of, inMatch]) => keyword(name, takers.get(of)!, inMatch, 'alias', of)),
    ...deadRows.map(([name, kind, inMatch]) => keyword(name, ignored, inMatch, kind)),
  ].map(each => [each.name.toLowerCase(), each]),
);
