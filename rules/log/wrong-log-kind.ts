import {
  changeOf,
  defineRule,
  excerpt,
  type Fix,
  faultsByPlace,
  isPackagedFile,
  logPaths,
  nameJails,
  placeOfValue,
  readsJournal,
  type Setting,
  valuesOf,
  type WebLog,
  wantedWebLog,
  webLogOf,
} from '../../src/api';

export default defineRule({
  id: 'log/wrong-log-kind',
  severity: 'warning',
  summary: 'a web filter on the wrong one of the access log and the error log',
  why: `A web server writes failed logins and refused requests into its error log, and every request into its access log, in another form.
A filter made for the one never matches a line of the other: the jail is up and reads its log, and nothing is ever found.`,
  fix: 'set logpath to the other log: %(nginx_error_log)s, %(nginx_access_log)s, %(apache_error_log)s or %(apache_access_log)s',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/nginx/access.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^ \\[error\\] \\d+#\\d+: .* mismatch, client: <HOST>,\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/nginx/error.log\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^ \\[error\\] \\d+#\\d+: .* mismatch, client: <HOST>,\n',
  },
  evidence: ['fail2ban/fail2ban#2135', 'fail2ban/fail2ban#3256'],
  check(model, report) {
    const { setup } = model;
    const faults = valuesOf(model, 'logpath').flatMap(value => {
      const { jail, text, setting } = value;
      if (jail === undefined || setting === undefined || value.use !== 'used' || readsJournal(jail))
        return [];
      const paths = logPaths(text);
      const [first] = paths;
      const kind = first && webLogOf(first.path.value);
      if (kind === undefined || !paths.every(({ path }) => webLogOf(path.value) === kind)) return [];
      const wanted = wantedWebLog(jail);
      if (wanted === undefined || wanted === kind) return [];
      const isOwn = !isPackagedFile(setting.file.name);
      const place = isOwn ? placeOfValue(setup, value, [], first!.start, first!.end) : jail.place('logpath');
      const filter = jail.reading.filter?.name.value;
      return [{ jail, place, fault: { path: first!.path.value, kind, wanted, filter, setting } }];
    });
    for (const { place, jails: found, fault } of faultsByPlace(setup, faults)) {
      const { path, kind, wanted, filter, setting } = fault;
      const what = filter === undefined ? 'its failregex' : `filter ${excerpt(filter)}`;
      report({
        at: place,
        message: `${nameJails(found, 'finds', 'find')} nothing: ${what} matches lines of the ${wanted} log of a web server, and ${excerpt(path)} is the ${kind} log`,
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'logpath',
        ...mend(setting, kind, wanted),
      });
    }
  },
});

/** The same log of the other kind: `%(nginx_error_log)s` for `%(nginx_access_log)s`. */
function mend(setting: Setting, kind: WebLog, wanted: WebLog): { readonly fix?: Fix } {
  const written = setting.text.value;
  const value = written.replaceAll(kind, wanted);
  // a name with both, or a directory that is called so, says nothing
  const isPlain = written.split('\n').every(line => line === '' || line.split(kind).length === 2);
  if (isPackagedFile(setting.file.name) || !isPlain || written.includes(wanted)) return {};
  return {
    fix: {
      title: `read the ${wanted} log`,
      edits: [{ kind: 'value', setting, value }],
      changes: [changeOf(setting)],
      decision: 'which log is read',
    },
  };
}
