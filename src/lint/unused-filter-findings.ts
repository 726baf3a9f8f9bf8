import type { Release } from '../knowledge/release';
import { checkDatePattern } from '../preflight/date-pattern';
import type { Refusal } from '../preflight/refusal';
import { checkRegex, freshRegexState, setUseDns } from '../preflight/regexes';
import { linesOf } from '../text/lines-of';
import type { Text } from '../text/text';
import { parseInteger } from '../values/integer';
import { isFromStock } from './from-stock';
import { mendFix } from './mend-fix';
import type { Model } from './model';
import { type GradedFinding, onePerPlace } from './one-per-place';
import { atText } from './place';
import { type UnusedFilter, unusedFilters } from './unused-filters';
import { onceUsed } from './use';

/** What the server would refuse of filters no enabled jail uses, as far as it belongs to one rule. */
export function unusedFilterFindings(model: Model, rule: string): readonly GradedFinding[] {
  const { setup } = model;
  const findings = unusedFilters(model).flatMap(filter =>
    refusalsOf(filter, setup.release).flatMap(({ option, text, refusal }) => {
      const { message, advice, start = 0, end = text.value.length } = refusal;
      if (refusal.rule !== rule || isFromStock(setup, text, start, Math.max(end, start + 1))) return [];
      const fix = mendFix(setup, refusal.mend && { text, ...refusal.mend });
      const setting = filter.family.sections.get('Definition')?.get(option);
      const finding: GradedFinding = {
        at: atText(text, setting, start, end),
        message: `${message}; fail2ban will not start${onceUsed('unused')}${advice === undefined ? '' : ` - ${advice}`}`,
        severity: 'warning',
        option,
        ...(fix && { fix }),
      };
      return [finding];
    }),
  );
  return onePerPlace(setup, findings);
}

interface FilterRefusal {
  readonly option: string;
  readonly text: Text;
  readonly refusal: Refusal;
}

/** In the order in which the server is told: what was said before counts for what comes later. */
function refusalsOf({ texts }: UnusedFilter, release: Release): readonly FilterRefusal[] {
  const state = freshRegexState();
  setUseDns(state, texts.get('usedns')?.value ?? 'warn');
  state.maxlines = parseInteger(texts.get('maxlines')?.value ?? '1') ?? 1;
  const found: FilterRefusal[] = [];
  for (const kind of ['prefregex', 'failregex', 'ignoreregex'] as const) {
    for (const text of regexesOf(texts.get(kind), kind)) {
      if (asksForParameter(text.value)) {
        if (kind === 'prefregex') state.prefregexHasFailureId = true;
        continue;
      }
      for (const refusal of checkRegex(kind, text, state, release))
        found.push({ option: kind, text, refusal });
    }
  }
  const pattern = texts.get('datepattern');
  if (pattern !== undefined && !asksForParameter(pattern.value)) {
    for (const refusal of checkDatePattern(pattern.value)) {
      found.push({ option: 'datepattern', text: pattern, refusal });
    }
  }
  return found;
}

function regexesOf(text: Text | undefined, kind: string): readonly Text[] {
  if (text === undefined || text.value === '') return [];
  return kind === 'prefregex' ? [text] : linesOf(text);
}

/** A tag that is left may be a parameter; those of old filters for the address are none. */
function asksForParameter(regex: string): boolean {
  return /<(?!\/|host>|ip>|addr>)[a-z_][\w/-]*>|<[\w-]*<|%\(/.test(regex);
}
