import { nextLineEnd } from '../../text/line-index';
import { createClosings } from './closing';
import { puppetSteps } from './puppet-steps';
import { rubySteps } from './ruby-steps';
import { type Tag, unclosed } from './tag';

/** The tags of an ERB or EPP template: `<%= … %>`, `<% … -%>`, `<%# … %>`, `<%%`; of ERB lines that begin with `%` too. */
export function erbTags(text: string, kind: 'erb' | 'epp'): readonly Tag[] {
  const closings = createClosings(text, '');
  // a line that begins with %( or %% can be fail2ban's
  const opener = kind === 'erb' ? /<%|^%(?=[ \t]*[a-z])/gm : /<%/g;
  const tags: Tag[] = [];
  for (let match = opener.exec(text); match !== null; match = opener.exec(text)) {
    const start = match.index;
    const tag = match[0] === '%' ? readLine(text, start) : readTag(text, start, kind, closings.plain);
    tags.push(tag);
    opener.lastIndex = tag.end;
  }
  return tags;
}

const opaque = { kind: 'expression', left: 'none', right: 'none', steps: [] } as const;

function readTag(
  text: string,
  start: number,
  kind: 'erb' | 'epp',
  find: (mark: string, from: number) => number | undefined,
): Tag {
  if (text[start + 2] === '%') return { ...opaque, kind: 'escape', start, end: start + 3, as: '<%' };
  let close = find('%>', start + 2);
  // %%> is a %> of the code
  while (close !== undefined && close > start + 2 && text[close - 1] === '%') close = find('%>', close + 2);
  if (close === undefined) return unclosed(text, start);
  const inside = text.slice(start + 2, close);
  const end = close + 2;
  const right = inside.length > 0 && inside.endsWith('-') ? 'line' : 'none';
  if (inside.startsWith('=')) return { ...opaque, start, end, right };
  const left = inside.startsWith('-') ? 'indent' : 'none';
  const code = inside.replace(/^-/, '').replace(/-$/, '');
  if (code.startsWith('#')) return { kind: 'comment', start, end, left, right, steps: [] };
  return { kind: 'statement', start, end, left, right, steps: stepsOf(code, kind) };
}

function readLine(text: string, start: number): Tag {
  const end = nextLineEnd(text, start);
  return {
    kind: 'statement',
    start,
    end,
    left: 'none',
    right: 'none',
    steps: rubySteps(text.slice(start + 1, end)),
  };
}

function stepsOf(code: string, kind: 'erb' | 'epp') {
  return kind === 'erb' ? rubySteps(code) : puppetSteps(code);
}
