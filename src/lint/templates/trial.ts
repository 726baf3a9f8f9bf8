import type { TextFile } from '../../resolve/source';
import { type Hole, type Rendered, render } from '../../syntax/template/render';
import type { Choice, Template } from '../../syntax/template/template';
import { anySettings, readerOf, type Written, writtenIn } from './open-sections';
import { plausibleValue, type ValueSet } from './plausible-values';
import type { TemplateFile } from './template-files';

/** One way in which the templates of a tree may come out. */
export interface Trial {
  readonly values: ValueSet;
  /** Whether sections of which the template may print any option have them all. */
  readonly isOpen: boolean;
  readonly keepsIndent: boolean;
  /** The branch that is printed; undefined for none. */
  take(file: TextFile, choice: Choice): number | undefined;
}

/** The files that come out, by path, and what stands for names of sections nobody knows, with the expression that does. */
export interface Printed {
  readonly files: ReadonlyMap<string, Rendered>;
  readonly names: ReadonlyMap<string, string>;
}

/** Jails of the package, so that a section of any name has a filter and a log. */
const jailNames = [
  'vsftpd',
  'proftpd',
  'dovecot',
  'asterisk',
  'exim',
  'named-refused',
  'pure-ftpd',
  'mysqld-auth',
  'cyrus-imap',
  'roundcube-auth',
  'ejabberd-auth',
  'freeswitch',
  'lighttpd-auth',
  'monit',
  'openhab-auth',
  'groupoffice',
  'squirrelmail',
  'stunnel',
];

const definitionSections = ['Definition', 'Init'];

export function print(files: readonly TemplateFile[], trial: Trial): Printed {
  const printed = new Map<string, Rendered>();
  const names = new Map<string, string>();
  const taken = new Set(files.flatMap(({ file }) => [...writtenIn(file.text).options.keys()]));
  for (const each of files) {
    const template = (trial.keepsIndent ? each.indented : undefined) ?? each.template;
    const { path } = each.file;
    printed.set(
      path,
      render(template, {
        take: choice => trial.take(each.file, choice),
        fill: createFiller(each.file, template, trial, taken, names),
      }),
    );
  }
  return { files: printed, names };
}

function createFiller(
  { name, text }: TextFile,
  template: Template,
  trial: Trial,
  taken: Set<string>,
  names: Map<string, string>,
): (hole: Hole) => string {
  const written = writtenIn(text);
  const opened = new Set<string | undefined>();
  const sections = new Set<string>();
  let keys = 0;

  function settings(section: string | undefined): string {
    if (!trial.isOpen || opened.has(section)) return '';
    opened.add(section);
    return anySettings(name, section, optionsOf(written, section), written.references, trial.values);
  }

  function header(hole: Hole): string {
    if (readerOf(name) !== 'jail') {
      return (
        definitionSections.find(each => !taken.has(each) && !sections.has(each)) ?? `Other${sections.size}`
      );
    }
    const from = trial.values * 5;
    const pool = [...jailNames.slice(from), ...jailNames.slice(0, from)];
    const found =
      pool.find(each => !taken.has(each) && !names.has(each)) ?? `jail-${trial.values}-${names.size}`;
    names.set(found, template.text.slice(hole.tag.start, hole.tag.end));
    return found;
  }

  return hole => {
    const { place } = hole;
    switch (place.kind) {
      case 'comment':
        return 'alpha';
      case 'header': {
        if (!place.isWhole) return ['alpha', 'omega', 'kappa'][trial.values]!;
        const found = header(hole);
        sections.add(found);
        return found;
      }
      case 'line':
        return settings(place.section);
      case 'key': {
        if (place.before !== '') return place.before === 'bantime.' ? 'rndtime' : `x${keys++}`;
        const lines = settings(place.section);
        return `${lines}${lines === '' ? '' : '\n'}x-template-${keys++}`;
      }
      case 'value':
        return plausibleValue(place, trial.values);
    }
  };
}

function optionsOf({ options }: Written, section = ''): ReadonlySet<string> {
  return options.get(section) ?? new Set();
}
