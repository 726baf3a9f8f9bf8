import { createClosings } from './closing';
import { branch, close, open, type Step, type Tag, unclosed } from './tag';

/** The tags of a template of Go's text/template. */
export function goTags(text: string): readonly Tag[] {
  const closings = createClosings(text, '"`\'');
  const tags: Tag[] = [];
  for (let start = text.indexOf('{{'); start >= 0; start = text.indexOf('{{', tags.at(-1)!.end))
    tags.push(readTag(text, start, closings));
  return tags;
}

function readTag(text: string, start: number, closings: ReturnType<typeof createClosings>): Tag {
  const isComment = /^\{\{(?:-\s+)?\/\*/.test(text.slice(start, start + 12));
  const from = isComment ? closings.plain('*/', start) : start + 2;
  const end =
    from === undefined ? undefined : isComment ? closings.plain('}}', from) : closings.code('}}', from);
  if (end === undefined) return unclosed(text, start);
  const inside = text.slice(start + 2, end);
  const code = inside.replace(/^-\s/, '').replace(/\s-$/, '').trim();
  const steps = isComment ? [] : stepsOf(code);
  return {
    kind: isComment ? 'comment' : steps.length > 0 || isSilent(code) ? 'statement' : 'expression',
    start,
    end: end + 2,
    left: /^-\s/.test(inside) ? 'all' : 'none',
    right: /\s-$/.test(inside) ? 'all' : 'none',
    steps,
  };
}

function stepsOf(code: string): readonly Step[] {
  if (/^(?:if|range|with)\b/.test(code)) return [open('choice')];
  if (/^else\b/.test(code)) return [branch(code === 'else')];
  if (code === 'end') return [close];
  if (/^define\b/.test(code)) return [open('hidden')];
  return /^block\b/.test(code) ? [open('plain')] : [];
}

/** A variable is set, or a loop left. */
function isSilent(code: string): boolean {
  return /^(?:\$\w*(?:\s*,\s*\$\w+)?\s*:?=|(?:break|continue)$)/.test(code);
}
