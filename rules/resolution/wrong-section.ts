import {
  atSpan,
  defineRule,
  type Fix,
  foreignSections,
  isPackagedFile,
  misnamedSections,
  moveSection,
  type Section,
  type SourceFile,
} from '../../src/api';

export default defineRule({
  id: 'resolution/wrong-section',
  severity: 'error',
  summary: 'a section in a file that has no use for it',
  why: `Each kind of file has its sections: jails stand in the jail files, [Definition] and [Init] in filters and actions, [Definition]
and [Thread] in fail2ban.conf. A filter whose regexes stand below another name than [Definition] loads as empty, and the jail never bans;
[Definition] in jail.local is taken for a jail that nobody enables. fail2ban says nothing.`,
  fix: 'give the section the name it should have, or move it to the file it belongs in',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Filter]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#2544', 'sovereign/sovereign#739'],
  check(model, report) {
    for (const { file, section, kind, jails } of misnamedSections(model)) {
      const name = jails.length === 1 ? `[${jails[0]}]` : `${jails.length} jails`;
      const verb = jails.length === 1 ? ['finds', 'bans'] : ['find', 'ban'];
      report({
        at: atSpan(file, section.header),
        message: `[${section.name}] has no meaning in ${file.name}, which has no [Definition]: nothing below it is read, and ${name} ${kind === 'filter' ? `never ${verb[0]} a failure` : `${verb[1]} nobody with it`}`,
        ...(jails.length === 1 && { jail: jails[0]! }),
        fix: nameFix(file, section),
      });
    }
    for (const { file, section, belongsIn, target } of foreignSections(model)) {
      const isOwn = target !== undefined && !isPackagedFile(file.name);
      const moved = isOwn ? moveSection(model.setup, file, section, target) : undefined;
      report({
        at: atSpan(file, section.header),
        message: `[${section.name}] has no meaning in ${file.name}, and what stands below does nothing: ${belongsIn}`,
        severity: 'warning',
        ...(moved && {
          fix: { title: `move it to ${target}`, ...moved, decision: 'whether it is to take effect' },
        }),
      });
    }
  },
});

function nameFix(file: SourceFile, section: Section): Fix {
  return {
    title: 'name the section [Definition]',
    edits: [{ kind: 'replace', at: atSpan(file, section.nameSpan), text: 'Definition' }],
    changes: [{ section: section.name }, { section: 'Definition' }],
    decision: 'what the section is',
  };
}
