import { atFile, defineRule, misnamedSections, reasonsOf } from '../../src/api';

export default defineRule({
  id: 'filter/no-definition',
  severity: 'error',
  summary: 'a filter without a section [Definition]',
  why: `Of a filter fail2ban reads the section [Definition], and parameters from [Init]. Without the first there is no regex: the jail
runs and never finds a failure, with a line in the log that is easily missed. 0.11 doesn't even start, as it sends what isn't there
as nothing, which its server refuses.`,
  fix: 'put [Definition] above the options of the filter',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Init]\nport = 8080\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: ['jail.conf(5)'],
  check(model, report) {
    const reasons = reasonsOf(model, 'filter/no-definition');
    reasons.forEach(report);
    // regexes below another name are a fault of their own
    const told = new Set<unknown>(misnamedSections(model).map(({ file }) => file));
    for (const { name, reading } of reasons.length > 0 ? [] : model.jails) {
      const { filter, options } = reading;
      const file = filter?.family.files.at(-1);
      if (filter === undefined || filter.family.failures.length > 0 || file === undefined || told.has(file))
        continue;
      const sections = [...filter.family.sections.keys()];
      // a section in other letters is a fault of its own
      if (sections.some(section => section.toLowerCase() === 'definition')) continue;
      if (options.has('failregex') || filter.texts.get('failregex') !== undefined) continue;
      told.add(file);
      report({
        at: atFile(file),
        message: `${file.name} has no section [Definition], so that nothing in it is read: [${name}] never finds a failure`,
        jail: name,
      });
    }
  },
});
