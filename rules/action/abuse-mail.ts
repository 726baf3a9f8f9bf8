import {
  callPlace,
  changeOf,
  defineRule,
  type Fix,
  faultsByPlace,
  isPackagedFile,
  nameJails,
  type Setting,
  tellsAddresses,
} from '../../src/api';

export default defineRule({
  id: 'action/abuse-mail',
  severity: 'warning',
  summary: 'an action that complains to third parties on its own',
  why: `complain and xarf-login-attack write to the abuse contact of every address they ban, dshield and mynetwatchman report it, and nobody
reads the mail before it goes out. A regex that others can make match, a forged line, a shared address, and you accuse the
wrong people; many complaints a day also get your own mail server listed. Reports to blocklist_de or abuseipdb are for you to decide.`,
  fix: 'write to yourself only, with %(action_mwl)s, and complain by hand where it is worth it',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = ufw\n         complain\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/ufw.conf':
      '[Definition]\nactionban = ufw deny from <ip>\nactionunban = ufw delete deny from <ip>\n',
    'action.d/complain.conf': '[Definition]\nactionban = complain-about <ip>\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = ufw\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/ufw.conf':
      '[Definition]\nactionban = ufw deny from <ip>\nactionunban = ufw delete deny from <ip>\n',
  },
  evidence: ['fail2ban/fail2ban#2401', 'fail2ban/fail2ban#471', 'fail2ban/fail2ban#1987'],
  check({ setup, jails }, report) {
    const faults = jails.flatMap(jail => {
      if (!jail.enabled || jail.reading.skipped !== undefined) return [];
      return jail.actions.flatMap(action => {
        const name = action.name.value;
        const isComplaint = action.kind?.kind === 'complaint';
        if (!isComplaint && !tellsAddresses(name)) return [];
        return [
          {
            jail,
            place: callPlace(setup, jail, action),
            about: name,
            fault: { name, isComplaint, setting: jail.option('action')?.setting },
          },
        ];
      });
    });
    for (const { place, jails: found, fault } of faultsByPlace(setup, faults)) {
      const { name, isComplaint, setting } = fault;
      const fix = isComplaint && setting ? silentFix(setting, name) : undefined;
      report({
        at: place,
        message: isComplaint
          ? `${nameJails(found, 'complains', 'complain')} to third parties about every address banned (${name}), which accuses the wrong people when a log line is forged or an address shared`
          : `${nameJails(found, 'reports', 'report')} every address banned to others (${name})`,
        ...(!isComplaint && { severity: 'info' }),
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'action',
        ...(fix && { fix }),
      });
    }
  },
});

/** The ban stays, in place of the shortcut that complains as well, or on the other lines. */
function silentFix(setting: Setting, name: string): Fix | undefined {
  const lines = setting.text.value.split('\n');
  const calls = lines.filter(line => line.trim() === name || line.trim().startsWith(`${name}[`));
  const rest = lines.filter(line => !calls.includes(line));
  const value =
    calls.length > 0 ? rest.join('\n') : setting.text.value.replace('%(action_xarf)s', '%(action_)s');
  if (isPackagedFile(setting.file.name) || value.trim() === '' || value === setting.text.value)
    return undefined;
  return {
    title: `leave out ${name}`,
    edits: [{ kind: 'value', setting, value }],
    changes: [changeOf(setting)],
    decision: 'whether others are told',
  };
}
