import { atSpan, defineRule, gradeByUse, onceUsed, renameSection, type TreeFile } from '../../src/api';

export default defineRule({
  id: 'syntax/section-case',
  severity: 'error',
  summary: 'a section whose name is right but for its letter case',
  why: `Names of sections are case-sensitive. [default] is no [DEFAULT]: fail2ban takes it for a jail that is not enabled, and the addresses
and times in it are gone without a word. A filter with [definition] has no regex, and [init] gives no value to the tags of an action.
Names of options may be written in any case.`,
  fix: 'write [DEFAULT], [INCLUDES], [Definition], [Init] and [Thread] exactly like this',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nbackend = polling\n',
    'filter.d/web.conf': '[definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nBanTime = 1h\n[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nbackend = polling\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['fail2ban/fail2ban#2633'],
  check({ written }, report) {
    for (const { file, kind, isRead } of written) {
      const use = isRead ? 'used' : 'unused';
      for (const section of file.tree.sections) {
        const { name, header } = section;
        const right = rightName(kind, name);
        if (right === undefined || right === name) continue;
        const isDefinition = kind === 'filter' || kind === 'action';
        report({
          at: atSpan(file, header),
          message: `[${name}] is not [${right}]: the name of a section counts to the letter, and what stands below is ignored${isDefinition ? onceUsed(use) : ''}`,
          severity: isDefinition ? gradeByUse(use, 'error') : 'warning',
          fix: renameSection(file, section, right),
        });
      }
    }
  },
});

const names: Readonly<Record<TreeFile['kind'], readonly string[]>> = {
  jail: ['DEFAULT', 'INCLUDES'],
  fail2ban: ['DEFAULT', 'INCLUDES', 'Definition', 'Thread'],
  filter: ['DEFAULT', 'INCLUDES', 'Definition', 'Init'],
  action: ['DEFAULT', 'INCLUDES', 'Definition', 'Init'],
};

/** The name that a section is meant to have: one that differs in case, `INCLUDE` without its end; conditions stay. */
function rightName(kind: TreeFile['kind'], name: string): string | undefined {
  const [word = '', ...condition] = name.split('?');
  const lower = word.trim().toLowerCase();
  const right = names[kind].find(each => each.toLowerCase() === (lower === 'include' ? 'includes' : lower));
  return right && [right, ...condition].join('?');
}
