import {
  defineRule,
  type Fix,
  type GradedFinding,
  type Jail,
  joinJailFix,
  type Model,
  oldJails,
  quote,
  removedName,
  replaceWritten,
  suggestDefinition,
  type Text,
  withReasons,
  writtenPlace,
} from '../../src/api';

export default defineRule({
  id: 'jail/filter-not-found',
  severity: 'error',
  summary: 'a jail whose filter does not exist',
  why: `fail2ban looks for filter.d/NAME.conf or .local, with NAME exactly as written: without an ending, in the same
letter case. Where it finds none it leaves the jail out and starts the others; if no other jail is sound, it doesn't start at
all, and \`fail2ban-client -t\` fails in any case. A jail without a \`filter\` line of its own usually takes the filter of its name.`,
  fix: 'name a filter that exists, or put the missing one into filter.d',
  bad: {
    'jail.local': '[webmin]\nenabled = true\nfilter = webmin-auth.conf\nlogpath = /var/log/auth.log\n',
    'filter.d/webmin-auth.conf': '[Definition]\nfailregex = ^Invalid login from <HOST>$\n',
  },
  good: {
    'jail.local': '[webmin]\nenabled = true\nfilter = webmin-auth\nlogpath = /var/log/auth.log\n',
    'filter.d/webmin-auth.local': '[Definition]\nfailregex = ^Invalid login from <HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#3108',
    'fail2ban/fail2ban#1971',
    'nextcloud/nextcloudpi#1071',
    'onFocusAT/fail2ban-geo#1',
    'OpenMediaVault-Plugin-Developers/openmediavault-fail2ban#33',
  ],
  check(model, report) {
    const { setup, jails } = model;
    const findings: GradedFinding[] = [];
    // a jail under an old name looks for a filter of that name
    const outdated = new Set(oldJails(model).map(each => each.jail));
    const anySound = jails.some(jail => jail.enabled && jail.reading.skipped === undefined);
    const effect = `the jail is skipped${anySound ? '' : ', and as no other jail is sound fail2ban does not start'}`;
    for (const jail of jails) {
      const { skipped } = jail.reading;
      if (skipped?.kind !== 'not-found' || skipped.what !== 'filter') continue;
      const { text } = skipped;
      // a comment in the value, and a filter that is there but can't be read, are faults of their own
      if (/\s#/.test(text.value) || setup.loadFamily(`filter.d/${text.value}`).skipped.length > 0) continue;
      if (removedName('filter', text.value, setup.release) !== undefined || outdated.has(jail)) continue;
      const at = writtenPlace(setup, jail, 'filter', text);
      if (at === undefined) continue;
      const suggestion = suggestDefinition(setup, 'filter', text.value);
      const question = suggestion === undefined ? '' : ` - did you mean "${suggestion}"?`;
      const fix = suggestion === undefined ? undefined : fixOf(model, jail, text, suggestion);
      findings.push({
        at,
        message: `filter ${quote(text.value)} of [${jail.name}] does not exist: ${effect}${question}`,
        severity: 'error',
        jail: jail.name,
        option: 'filter',
        ...(fix && { fix }),
      });
    }
    withReasons(model, 'jail/filter-not-found', findings).forEach(report);
  },
});

/** Where nobody wrote the filter it is called as the jail is; then only another letter case is a slip. */
function fixOf(model: Model, jail: Jail, text: Text, meant: string): Fix | undefined {
  const isSame = text.value.trim().replace(/\.(?:conf|local)$/, '') === meant;
  const decision = 'which filter is meant';
  const written = replaceWritten(model.setup, `write ${meant}`, text, meant);
  if (written !== undefined) return isSame ? written : { ...written, decision };
  const raw = jail.option('filter')?.raw.value ?? '';
  const isCase = meant.toLowerCase() === jail.name.toLowerCase();
  if (!isCase || text.value !== jail.name || !raw.includes('%(__name__)s')) return undefined;
  const joined = joinJailFix(model, jail.name, meant, 'which jail is meant');
  if (joined !== undefined) return joined;
  const value = raw.replace('%(__name__)s', meant);
  const edit = { kind: 'set', family: 'jail', section: jail.name, option: 'filter', value } as const;
  const changes = [{ family: 'jail', section: jail.name, option: 'filter' }];
  return { title: `write filter = ${meant}`, edits: [edit], changes, decision };
}
