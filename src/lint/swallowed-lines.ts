import type { Reader } from '../knowledge/known-option';
import { isKnownOption } from '../knowledge/options';
import { optionAt } from '../syntax/option-at';
import type { Option, Section } from '../syntax/tree';
import { piecesOf } from '../text/pieces';
import type { Span } from '../text/span';
import type { Text } from '../text/text';
import type { Model } from './model';
import type { TreeFile } from './tree-files';

/** An option or a section that is indented and so became part of the value above it. */
export interface SwallowedLine extends Span {
  readonly section: Section;
  /** The option whose value it is now part of. */
  readonly option: Option;
  readonly kind: 'option' | 'section';
  /** The name of the swallowed option, in lower case, or of the section. */
  readonly name: string;
  /** What stands behind the delimiter of a swallowed option. */
  readonly value: string;
}

/**
 * Lines that read as `known-option = value` or `[section]` but go on with a value. Of what follows a swallowed `[section]` in the
 * same value nothing is said. Inside brackets and among regexes and commands only what can't be meant as one counts.
 */
export function swallowedLines({ file, kind }: TreeFile): readonly SwallowedLine[] {
  return file.tree.sections.flatMap(section =>
    section.options
      .filter(option => option.valueLines.length > 1)
      .flatMap(option => inValue(file.tree.text, section, option, kind)),
  );
}

function inValue(
  text: string,
  section: Section,
  option: Option,
  kind: TreeFile['kind'],
): readonly SwallowedLine[] {
  const found: SwallowedLine[] = [];
  let depth = 0;
  for (const [index, line] of option.valueLines.entries()) {
    const written = text.slice(line.start, line.end);
    const isCandidate = index > 0 && depth <= 0;
    const header = isCandidate ? headerForm.exec(written)?.[1] : undefined;
    if (header !== undefined && canBeHeader(option.key, header)) {
      found.push({ ...line, section, option, kind: 'section', name: header, value: '' });
      return found;
    }
    const [, name = '', value = ''] = (isCandidate && optionForm.exec(written)) || [];
    if (name !== '' && canBeOption(kind, section.name, option.key, name.toLowerCase())) {
      found.push({ ...line, section, option, kind: 'option', name: name.toLowerCase(), value });
    }
    depth += count(written, '[') - count(written, ']');
  }
  return found;
}

/** `[::1]` is an address. */
const headerForm = /^\[([\w.-]+(?:\?[\w=.-]+)?)\]$/;
const optionForm = /^([A-Za-z][\w.]*)\s*[=:]\s*(.*)$/s;
const regexKey = /^(?:fail|ignore|pref)regex$|^m(?:dre|dpr)-/;
const codeKey = /^(?:action|banaction|datepattern$|journalmatch)|command|formula/;
const definitionHeaders: ReadonlySet<string> = new Set(['DEFAULT', 'Definition', 'Init', 'INCLUDES']);

function canBeHeader(key: string, header: string): boolean {
  if (key !== 'action' && (regexKey.test(key) || codeKey.test(key))) {
    return definitionHeaders.has(header.replace(/\?.*/, ''));
  }
  return true;
}

function canBeOption(kind: TreeFile['kind'], section: string, key: string, name: string): boolean {
  if (regexKey.test(key)) return isKnownOption('filter', name);
  if (codeKey.test(key))
    return kind === 'action' && name.startsWith('action') && isKnownOption('action', name);
  if (section === 'INCLUDES') return isKnownOption('includes', name);
  const readers: readonly Reader[] = kind === 'fail2ban' ? ['daemon', 'thread'] : [kind];
  return readers.some(reader => isKnownOption(reader, name));
}

function count(text: string, character: string): number {
  return text.split(character).length - 1;
}

const byModel = new WeakMap<Model, ReadonlySet<Option>>();

/** Whether a value was written in an option that holds lines meant for another, so that what is wrong with it is told with them. */
export function hasSwallowed(model: Model, text: Text): boolean {
  if (!text.value.includes('\n')) return false;
  const known = byModel.get(model) ?? new Set(model.files.flatMap(swallowedLines).map(line => line.option));
  byModel.set(model, known);
  if (known.size === 0) return false;
  return piecesOf(text).some(piece => {
    const file = model.setup.sources(piece.file);
    const option = file && optionAt(file.tree, piece.start);
    return option !== undefined && known.has(option);
  });
}
