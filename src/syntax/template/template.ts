import type { TemplateKind } from '../../text/template-kind';
import { erbTags } from './erb';
import { goTags } from './go';
import { jinjaTags } from './jinja';
import type { BlockKind, Tag } from './tag';
import { visibleText } from './visible-text';

/** A template, taken apart. Every character of it is part of a text, of a tag, or of white space the engine takes away. */
export interface Template {
  readonly text: string;
  readonly tags: readonly Tag[];
  readonly nodes: readonly Node[];
  /** How many blocks there are of which something may be printed or not. */
  readonly choices: number;
}

export type Node =
  | { readonly kind: 'text'; readonly start: number; readonly end: number }
  | { readonly kind: 'tag'; readonly tag: Tag }
  | Choice;

/** One of `branches` is printed; none only where there is no `else`. */
export interface Choice {
  readonly kind: 'choice';
  readonly id: number;
  readonly branches: readonly (readonly Node[])[];
  readonly hasElse: boolean;
}

/** Takes a template apart. With `keepsIndent` the white space before a statement alone on its line is printed, as Ansible does. */
export function parseTemplate(text: string, kind: TemplateKind, keepsIndent = false): Template {
  const tags = tagsOf(text, kind);
  const texts = visibleText(text, tags, keepsIndent);
  const builder = createBuilder();
  for (const [index, { start, end }] of texts.entries()) {
    if (start < end) builder.add({ kind: 'text', start, end });
    const tag = tags[index];
    if (tag === undefined) break;
    if (tag.kind === 'expression' || tag.kind === 'escape') builder.add({ kind: 'tag', tag });
    for (const step of tag.steps) {
      if (step.kind === 'open') builder.open(step.block, tag);
      else if (step.kind === 'branch') builder.branch(step.isLast);
      else builder.close();
    }
  }
  return { text, tags, ...builder.end() };
}

function tagsOf(text: string, kind: TemplateKind): readonly Tag[] {
  switch (kind) {
    case 'jinja':
      return jinjaTags(text);
    case 'go':
      return goTags(text);
    default:
      return erbTags(text, kind);
  }
}

/** Deeper blocks are taken as if they were always printed: nobody writes them, and a stack has an end. */
const deepest = 200;

interface OpenBlock {
  readonly kind: BlockKind;
  readonly branches: Node[][];
  readonly into: Node[];
  hasElse: boolean;
  readonly id: number;
}

function createBuilder() {
  const nodes: Node[] = [];
  const stack: OpenBlock[] = [];
  let into: Node[] = nodes;
  let choices = 0;
  function close(): void {
    const block = stack.pop();
    if (block === undefined) return;
    const { branches, hasElse, id } = block;
    into = block.into;
    if (block.kind === 'choice' || block.kind === 'cases')
      into.push({ kind: 'choice', id, branches: branches.length === 0 ? [[]] : branches, hasElse });
  }
  return {
    add: (node: Node) => into.push(node),
    open(wanted: BlockKind, tag: Tag): void {
      const kind = stack.length < deepest ? wanted : 'plain';
      const block: OpenBlock = { kind, branches: [], into, hasElse: false, id: choices };
      stack.push(block);
      if (kind === 'plain') return;
      if (kind === 'opaque') into.push({ kind: 'tag', tag: { ...tag, kind: 'expression' } });
      into = [];
      if (kind !== 'choice' && kind !== 'cases') return;
      choices++;
      if (kind === 'choice') block.branches.push(into);
    },
    branch(isLast: boolean): void {
      const block = stack.at(-1);
      if (block?.kind !== 'choice' && block?.kind !== 'cases') return;
      into = [];
      block.branches.push(into);
      if (isLast) block.hasElse = true;
    },
    close,
    end() {
      while (stack.length > 0) close();
      return { nodes, choices };
    },
  };
}
