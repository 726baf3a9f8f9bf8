import { countUpTo } from '../../text/last-up-to';
import { nextLineEnd } from '../../text/line-index';
import { type IniPlace, placeTracker } from './ini-place';
import { createSourceMap, type SourceMap } from './source-map';
import type { Tag } from './tag';
import type { Choice, Node, Template } from './template';

/** A template with something in the place of what nobody knows. */
export interface Rendered {
  readonly text: string;
  readonly map: SourceMap;
}

/** An expression with where it stands in the configuration. */
export interface Hole {
  readonly tag: Tag;
  readonly place: IniPlace;
  /** What follows on the line, other tags in it as `\0`; cut off where it is long. */
  readonly after: string;
}

export interface Choices {
  /** The branch that is printed, from 0; undefined for none. */
  take(choice: Choice): number | undefined;
  fill(hole: Hole): string;
}

/** Prints a template with chosen branches, and a text in the place of each expression. */
export function render(template: Template, choices: Choices): Rendered {
  const map = createSourceMap();
  const tracker = placeTracker();
  let text = '';
  function add(part: string): void {
    text += part;
    tracker.feed(part);
  }
  function visit(nodes: readonly Node[]): void {
    for (const node of nodes) {
      if (node.kind === 'text') {
        map.add({
          at: text.length,
          length: node.end - node.start,
          start: node.start,
          end: node.end,
          isLiteral: true,
        });
        add(template.text.slice(node.start, node.end));
      } else if (node.kind === 'tag') {
        const { tag } = node;
        const after = restOfLine(template, tag.end);
        const part = tag.as ?? choices.fill({ tag, place: tracker.place(after), after });
        map.add({ at: text.length, length: part.length, start: tag.start, end: tag.end, isLiteral: false });
        add(part);
      } else {
        const taken = choices.take(node);
        if (taken !== undefined) visit(node.branches[taken] ?? []);
      }
    }
  }
  visit(template.nodes);
  return { text, map };
}

const longest = 200;

function restOfLine({ text, tags }: Template, from: number): string {
  const end = Math.min(nextLineEnd(text.slice(from, from + longest), 0) + from, text.length);
  let rest = '';
  let at = from;
  for (let index = countUpTo(tags, from - 1, ({ start }) => start); index < tags.length; index++) {
    const tag = tags[index]!;
    if (tag.start >= end) break;
    rest += text.slice(at, tag.start);
    if (tag.kind === 'expression') rest += '\0';
    at = tag.end;
  }
  return rest + text.slice(at, Math.max(at, end));
}
