import { skipSpace } from '../text/python-space';
import { expandTags, groupsOfTags } from './fail2ban-tags';
import type { RegexErrorCode } from './failure';
import { localizeFlags } from './local-flags';
import { DEEPEST_IN_FAIL2BAN, type ParsedRegex, parseRegex, type RegexOptions } from './parse';
import type { PythonVersion } from './python-version';
import { sourceSpan } from './rewrite';
import { messageForSource } from './tag-message';
import type { CapturingGroup, Span } from './tree';

export type FailregexKind = 'failregex' | 'ignoreregex' | 'prefregex';

export interface FailregexOptions {
  readonly kind: FailregexKind;
  /** The jail's usedns as the server keeps it: yes, warn, no or raw. Default: warn. */
  readonly useDns?: string;
  /** Whether the jail's prefregex has one of the groups of `FAILURE_ID_GROUPS`. Default: it has none. */
  readonly prefregexHasFailureId?: boolean;
  /** The jail's maxlines. Above 1, `^` and `$` match at each line of a failregex. Default: 1. */
  readonly maxlines?: number;
  /** Whether fail2ban makes `((?i)x)` to `(?i:x)`: false for releases before 1.0.1. Default: true. */
  readonly localFlags?: boolean;
  readonly python?: PythonVersion;
}

export interface AcceptedFailregex {
  readonly ok: true;
  /** With spans in the text as written; a group made by a tag stands where its tag stands. */
  readonly groups: readonly CapturingGroup[];
  readonly hasFailureId: boolean;
  /** The text as it is compiled, and its tree with spans in that text; null for an empty prefregex. */
  readonly expanded: { readonly text: string; readonly regex: ParsedRegex } | null;
  /** The place in the text as written of a place in the expanded text. */
  readonly toSource: (span: Span) => Span;
}

export interface RefusedFailregex extends Span {
  readonly ok: false;
  readonly code: RegexErrorCode | 'empty-regex' | 'no-failure-id';
  readonly message: string;
}

/** Groups that say whom to ban, or, for `mlfid`, which connection (`FAILURE_ID_PRESENTS` of `server/failregex.py`). */
export const FAILURE_ID_GROUPS: ReadonlySet<string> = new Set(['fid', 'ip4', 'ip6', 'dns', 'mlfid']);

/**
 * What the server does with one regular expression, after the client's substitutions, when it is told `addfailregex`,
 * `addignoreregex` or `prefregex` (`server/filter.py`, `server/failregex.py`). An empty prefregex means none. Offsets
 * are UTF-16 units of `text`; an error inside of a replaced tag covers the tag. Never throws.
 */
export function checkFailregex(
  text: string,
  options: FailregexOptions,
): AcceptedFailregex | RefusedFailregex {
  const { kind } = options;
  if (kind === 'prefregex' && text === '') {
    return { ok: true, groups: [], hasFailureId: false, expanded: null, toSource: span => span };
  }
  const tags = expandTags(text, options.useDns ?? 'warn');
  const whole = { start: 0, end: text.length };
  if (skipSpace(tags.text, 0) === tags.text.length) {
    return { ok: false, code: 'empty-regex', message: 'the regular expression is empty', ...whole };
  }
  const flags = options.localFlags === false ? { text: tags.text, replaced: [] } : localizeFlags(tags.text);
  const toSource = (span: Span): Span => sourceSpan(tags, sourceSpan(flags, span));

  const regexOptions: RegexOptions = {
    ...(options.python === undefined ? {} : { python: options.python }),
    flags: kind === 'failregex' && (options.maxlines ?? 1) > 1 ? 'm' : '',
    deepest: kind === 'failregex' ? DEEPEST_IN_FAIL2BAN : DEEPEST_IN_FAIL2BAN + 1,
  };
  const knownGroups = flags.replaced.length === 0 ? groupsOfTags(tags) : new Map();
  const regex = parseRegex(flags.text, { ...regexOptions, knownGroups });
  if (!regex.ok) {
    const place = toSource(regex.error);
    const message = messageForSource(regex.error, place, text, tags);
    return { ok: false, code: regex.error.code, message, start: place.start, end: place.end };
  }

  const hasFailureId = regex.groups.some(({ name }) => name !== null && FAILURE_ID_GROUPS.has(name));
  if (kind === 'failregex' && !hasFailureId && options.prefregexHasFailureId !== true) {
    const message = 'nothing says whom to ban: put <HOST> where the address stands';
    return { ok: false, code: 'no-failure-id', message, ...whole };
  }
  const groups = regex.groups.map(group => {
    const { start, end } = toSource(group);
    return { number: group.number, name: group.name, start, end };
  });
  return {
    ok: true,
    groups,
    hasFailureId,
    // seldom asked for, and then with what is in the tags
    get expanded() {
      const complete = parseRegex(flags.text, regexOptions);
      return complete.ok ? { text: flags.text, regex: complete } : null;
    },
    toSource,
  };
}
