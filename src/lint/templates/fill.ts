import type { Hole } from '../../syntax/template/render';
import { anySettings, readerOf } from './open-sections';
import { plausibleValue, type ValueSet, words } from './plausible-values';
import type { TemplateFile } from './template-files';

/** What is known of the expressions once the templates are printed. */
export interface Filling {
  /** The names that stand for those of jails nobody knows, with the expressions that do. */
  readonly names: ReadonlyMap<string, string>;
  /** Paths of the files that may print any section or option. */
  readonly openFiles: ReadonlySet<string>;
  /** Those of them whose section does not say whether the jail is enabled: who prints a whole jail switches it on somewhere. */
  readonly switchedJails: ReadonlySet<string>;
  /** Whether an expression says if a jail is enabled. */
  hasSwitches: boolean;
}

/** Jails of the package, so that a section of any name has a filter and a log. */
const jailNames =
  'sshd vsftpd proftpd dovecot asterisk exim named-refused pure-ftpd mysqld-auth cyrus-imap roundcube-auth ejabberd-auth freeswitch monit'.split(
    ' ',
  );

const definitionSections = ['Definition', 'Init'];

export function createFiller(
  files: readonly TemplateFile[],
  { values, isOpen, isOn }: { readonly values: ValueSet; readonly isOpen: boolean; readonly isOn: boolean },
) {
  const names = new Map<string, string>();
  const openFiles = new Set<string>();
  const switchedJails = new Set<string>();
  const filling: Filling = { names, openFiles, switchedJails, hasSwitches: false };
  const written = new Set(files.flatMap(each => [...each.written.sections]));

  function jailName(expression: string): string {
    const from = values * 5;
    const pool = [...jailNames.slice(from), ...jailNames.slice(0, from)];
    const found =
      pool.find(each => !written.has(each) && !names.has(each)) ?? `${words[values]}-${names.size}`;
    names.set(found, expression);
    return found;
  }

  function of({ file, written: own }: TemplateFile): (hole: Hole) => string {
    const opened = new Set<string | undefined>();
    const sections = new Set<string>();
    let keys = 0;

    /** Lines for what may be printed at an offset; once for each section. */
    function settings(section: string | undefined, offset: number): readonly string[] {
      openFiles.add(file.path);
      if (opened.has(section)) return [];
      opened.add(section);
      if (!isOpen) return [];
      return anySettings(file.name, section, own.optionsAt(offset), own.references, values);
    }

    function switched(): string {
      filling.hasSwitches = true;
      return String(isOn);
    }

    function header(hole: Hole): string {
      openFiles.add(file.path);
      if (readerOf(file.name) === 'jail') {
        const name = jailName(file.text.slice(hole.tag.start, hole.tag.end));
        if (!own.optionsAt(hole.tag.start).has('enabled')) {
          filling.hasSwitches = true;
          switchedJails.add(name);
        }
        return name;
      }
      const isFree = (name: string) => !own.sections.has(name) && !sections.has(name);
      const found = definitionSections.find(isFree) ?? `${words[values]}-${sections.size}`;
      sections.add(found);
      return found;
    }

    return hole => {
      const { place } = hole;
      switch (place.kind) {
        case 'comment':
          return words[values];
        case 'header':
          return place.isWhole ? header(hole) : words[values];
        case 'line':
          return settings(place.section, hole.tag.start).join('\n');
        case 'key': {
          if (place.before !== '') return place.before === 'bantime.' ? 'rndtime' : `x${keys++}`;
          return [...settings(place.section, hole.tag.start), `x-template-${keys++}`].join('\n');
        }
        case 'value':
          return place.option === 'enabled' && place.section !== 'DEFAULT'
            ? switched()
            : plausibleValue(place, values);
      }
    };
  }

  return { of, filling };
}
