import type { Facts } from '../host/facts';
import { isPackagedFile } from '../knowledge/packaged-files';
import { isUnchangedStock } from '../knowledge/stock';
import { type Preflight, preflight } from '../preflight/preflight';
import { type Effective, effectiveOption } from '../resolve/effective';
import type { JailReading } from '../resolve/jail';
import type { Setup } from '../resolve/setup';
import type { SourceFile, TextFile } from '../resolve/source';
import type { Sshd } from '../sshd/sshd';
import type { Section } from '../syntax/tree';
import { type Admin, unknownAdmin } from './admin';
import { type JailAction, jailAction } from './jail-actions';
import { atSetting, atSpan, type Place } from './place';
import type { JudgedDirective } from './suppression/suppress';
import { listTreeFiles, type TreeFile } from './tree-files';
import { findValueErrors, type ValueError } from './value-errors';

/** All a rule can ask about. */
export interface Model {
  readonly setup: Setup;
  /** The configuration files of the tree, in a fixed order, but those in `unchanged`. */
  readonly files: readonly TreeFile[];
  /** Those of them that somebody wrote or changed: what stands in a file as some release has it is no finding. */
  readonly written: readonly TreeFile[];
  /** Filters and actions of the package that no enabled jail uses and nobody changed: nothing is to be said of them. */
  readonly unchanged: readonly TextFile[];
  /** Both, for what other files ask for or set. */
  allFiles(): readonly TreeFile[];
  /** Every section that is a jail, in the order fail2ban handles them. */
  readonly jails: readonly Jail[];
  /** Values that can't be put together, from all files. */
  readonly valueErrors: readonly ValueError[];
  /** What sshd is configured to do, where that is known. */
  readonly sshd: Sshd | undefined;
  /** What is known about the host; a rule that needs what isn't known stays silent. */
  readonly facts: Facts;
  /** What fixes may write where only the admin knows. */
  readonly admin: Admin;
  /** The comments of f2blint in the files; empty until the rules that are not last have run. */
  readonly directives: readonly JudgedDirective[];
  /** What fail2ban would do with the configuration; worked out when it is first asked for. */
  readonly preflight: Preflight;
}

/** A jail as rules see it. */
export interface Jail {
  readonly name: string;
  readonly enabled: boolean;
  readonly reading: JailReading;
  /** What an enabled jail does with an address, as far as fail2ban can read it. */
  readonly actions: readonly JailAction[];
  /** An option with the value fail2ban uses, inherited ones included; undefined where nothing sets it. */
  option(name: string): Effective | undefined;
  /** The text of an option; undefined where it isn't set or can't be put together. */
  text(name: string): string | undefined;
  /**
   * Where a finding about a valid but unwise value stands: its line in the jail's own section of the admin's files, else the header
   * of that section, else the line that sets it.
   */
  place(name: string): Place | undefined;
  /** The header of the jail's section in the last of the admin's files that has one. */
  header(): Place | undefined;
}

export function createModel(
  setup: Setup,
  sshd: Sshd | undefined,
  facts: Facts,
  admin: Admin = unknownAdmin,
  directives: () => readonly JudgedDirective[] = () => [],
): Model {
  const unchanged: TextFile[] = [];
  const files = listTreeFiles(setup, file => {
    const isUnchanged = isUnchangedStock(file);
    if (isUnchanged) unchanged.push(file);
    return isUnchanged;
  });
  let written: readonly TreeFile[] | undefined;
  let allFiles: readonly TreeFile[] | undefined;
  let prediction: Preflight | undefined;
  return {
    setup,
    files,
    get written() {
      written ??= files.filter(({ file }) => !isUnchangedStock(file));
      return written;
    },
    unchanged,
    allFiles() {
      allFiles ??= unchanged.length === 0 ? files : listTreeFiles(setup);
      return allFiles;
    },
    jails: setup.jails.map(reading => createJail(setup, reading)),
    valueErrors: findValueErrors(setup, files),
    sshd,
    facts,
    admin,
    get directives() {
      return directives();
    },
    get preflight() {
      prediction ??= preflight(setup, facts);
      return prediction;
    },
  };
}

function createJail(setup: Setup, reading: JailReading): Jail {
  const { name } = reading;
  const options = new Map<string, Effective | undefined>();
  function option(optionName: string): Effective | undefined {
    let found = options.get(optionName);
    if (found === undefined && !options.has(optionName)) {
      const read = reading.options.get(optionName)?.value.text;
      found = effectiveOption(setup.enabledJailLookup, name, optionName, read);
      options.set(optionName, found);
    }
    return found;
  }
  function header(): Place | undefined {
    const found = lastSection(setup, name);
    return found && atSpan(found.file, found.section.header);
  }
  let actions: readonly JailAction[] | undefined;
  return {
    name,
    enabled: reading.enabled,
    reading,
    get actions() {
      actions ??= reading.actions.map(jailAction);
      return actions;
    },
    option,
    text(optionName) {
      const result = option(optionName)?.result;
      return result?.kind === 'text' ? result.text.value : undefined;
    },
    place(optionName) {
      const setting = option(optionName)?.setting;
      if (setting === undefined) return header();
      const ownLine = setting.section === name && !isPackagedFile(setting.file.name);
      return (ownLine ? undefined : header()) ?? atSetting(setting);
    },
    header,
  };
}

function lastSection(setup: Setup, name: string): { file: SourceFile; section: Section } | undefined {
  for (const file of [...setup.jailFamily.files].reverse()) {
    if (isPackagedFile(file.name)) continue;
    const section = file.tree.sections.findLast(each => each.name === name);
    if (section !== undefined) return { file, section };
  }
  return undefined;
}
