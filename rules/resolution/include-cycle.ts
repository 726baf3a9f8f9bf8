import { atValue, defineRule, readFamilies } from '../../src/api';

export default defineRule({
  id: 'resolution/include-cycle',
  severity: 'warning',
  summary: 'files that include each other in a circle',
  why: `\`before\` and \`after\` of [INCLUDES] may lead back to a file that is being read already. fail2ban leaves out the include
that closes the circle without a word, so which file wins is hard to tell; with two such filters it even depends on which
jail comes first. Circles it doesn't notice, as through \`../filter.d/\`, go on until Python gives up, and fail2ban does not start.`,
  fix: 'put what both need into a third file, and include that',
  bad: {
    'jail.local': '[INCLUDES]\nbefore = shared.conf\n[DEFAULT]\nbantime = 1h\n',
    'shared.conf': '[INCLUDES]\nafter = jail.local\n[DEFAULT]\nfindtime = 1h\n',
  },
  good: {
    'jail.local': '[INCLUDES]\nbefore = shared.conf\n[DEFAULT]\nbantime = 1h\n',
    'shared.conf': '[DEFAULT]\nfindtime = 1h\n',
  },
  evidence: ['jail.conf(5)'],
  check({ setup }, report) {
    for (const { family } of readFamilies(setup)) {
      for (const { path, setting } of family.cycles) {
        const target = setup.sources(path)?.name ?? path;
        report({
          at: atValue(setting),
          message: `${setting.file.name} includes ${target}, through which it is included itself; fail2ban leaves that out here`,
        });
      }
      for (const failure of family.failures) {
        if (failure.kind !== 'include-depth') continue;
        report({
          at: atValue(failure.setting),
          message: `the includes of ${failure.setting.file.name} go round in a circle, or too deep for Python; fail2ban will not start`,
          severity: 'error',
        });
      }
    }
  },
});
