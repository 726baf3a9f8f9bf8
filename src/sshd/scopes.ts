import { settings } from './defaults';
import { isForAll } from './evaluate';
import { keywords } from './keywords';
import type { SshdDirective } from './read';
import type { Sshd } from './sshd';
import type { State } from './state';
import { takeLine } from './take-line';
import type { Block } from './walk';

/** What holds for everybody, or for those a block is for. */
export interface Scope {
  /** Undefined for everybody. */
  readonly block: Block | undefined;
  /** The line that counts for a setting, named as `sshd -T` does; undefined where it is the default. */
  line(field: string): SshdDirective | undefined;
  /** That line where it stands in the block itself. */
  ownLine(field: string): SshdDirective | undefined;
  /** The value in force, as `sshd -T` prints it; of lists the first. */
  value(field: string): string;
}

interface Found {
  readonly directive: SshdDirective;
  readonly value: string;
  readonly at: number;
}

type Fields = Map<string, Found>;

const fallbacks: ReadonlyMap<string, string> = new Map(
  settings.map(({ field, fallback }) => [field, fallback[0] ?? '']),
);

/** The value one line gives its setting; undefined where sshd refuses it, or nothing is set. */
export function lineValue(directive: SshdDirective): string | undefined {
  const field = keywords.get(directive.keyword)?.field;
  const state: State = new Map();
  if (field === undefined || takeLine(directive, state, true) !== undefined) return undefined;
  return state.get(field)?.values.join(' ');
}

/**
 * Scopes of an sshd_config: first that of everybody, then one for each block, as far as other blocks don't matter to its people. None
 * where the file can't be read.
 */
export function scopesOf(sshd: Sshd): readonly Scope[] {
  const known = bySshd.get(sshd) ?? findScopes(sshd);
  bySshd.set(sshd, known);
  return known;
}

const bySshd = new WeakMap<Sshd, readonly Scope[]>();

function findScopes({ main, walk: { steps, unread } }: Sshd): readonly Scope[] {
  if (unread.some(each => each.file === main)) return [];
  const general: Fields = new Map();
  const narrow: Fields = new Map();
  const blocks = new Map<Block, Fields>();
  for (const [at, { directive, block }] of steps.entries()) {
    const field = keywords.get(directive.keyword)?.field;
    const value = lineValue(directive);
    if (field === undefined || value === undefined) {
      if (block !== undefined && !isForAll(block) && !blocks.has(block)) blocks.set(block, new Map());
      continue;
    }
    // what stands in `Match all` beats what stands outside
    const fields =
      block === undefined ? general : isForAll(block) ? narrow : (blocks.get(block) ?? new Map());
    if (block !== undefined && fields !== narrow) blocks.set(block, fields);
    if (!fields.has(field)) fields.set(field, { directive, value, at });
  }
  const forAll = (field: string) => narrow.get(field) ?? general.get(field);
  function forBlock(block: Block, field: string): Found | undefined {
    let own = blocks.get(block)?.get(field);
    for (let outer = block.outer; outer !== undefined; outer = outer.outer) {
      own = earlier(own, blocks.get(outer)?.get(field));
    }
    return earlier(own, narrow.get(field)) ?? general.get(field);
  }
  const scope = (block: Block | undefined, find: (field: string) => Found | undefined): Scope => ({
    block,
    line: field => find(field)?.directive,
    ownLine(field) {
      const found = find(field);
      const own = block === undefined ? found : blocks.get(block)?.get(field);
      return own === found ? found?.directive : undefined;
    },
    value: field => find(field)?.value ?? fallbacks.get(field) ?? '',
  });
  const others = [...blocks.keys()].filter(block => block.conditions.problem === undefined);
  return [scope(undefined, forAll), ...others.map(block => scope(block, field => forBlock(block, field)))];
}

function earlier(a: Found | undefined, b: Found | undefined): Found | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return a.at < b.at ? a : b;
}
