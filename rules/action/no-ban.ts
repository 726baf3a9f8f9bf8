import {
  addFirstLine,
  atSetting,
  callPlace,
  defineRule,
  type Fix,
  faultsByPlace,
  isPackagedFile,
  type Jail,
  nameJails,
  type Setting,
  saysItself,
} from '../../src/api';

export default defineRule({
  id: 'action/no-ban',
  severity: 'warning',
  summary: 'an enabled jail that blocks nobody',
  why: `\`action\` replaces the ban of [DEFAULT], it doesn't add to it. A jail with action = sendmail-whois[…], %(action_abuseipdb)s or
nothing at all sends its mail and writes "Ban" into the log; the address is free to go on.`,
  fix: 'put the ban first: action = %(action_)s, and the mail or report on an indented line of its own below it',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = tell[dest=root]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/tell.conf': '[Definition]\nactionban = echo "<ip> banned" | mail -s fail2ban <dest>\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = ufw\n         tell[dest=root]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/tell.conf': '[Definition]\nactionban = echo "<ip> banned" | mail -s fail2ban <dest>\n',
    'action.d/ufw.conf':
      '[Definition]\nactionban = ufw deny from <ip>\nactionunban = ufw delete deny from <ip>\n',
  },
  evidence: ['fail2ban/fail2ban#2136'],
  check({ setup, jails }, report) {
    const running = jails.filter(jail => jail.enabled && jail.reading.skipped === undefined);
    const faults = running.flatMap(jail => {
      const { setting, result } = jail.option('action') ?? {};
      // of what can't be put together nobody knows what it would be
      if (setting === undefined || result?.kind !== 'text' || mayBan(jail) || isMeant(jail)) return [];
      const [first] = jail.actions;
      const isOwn = first === undefined || !isPackagedFile(setting.file.name);
      const place = isOwn ? atSetting(setting) : callPlace(setup, jail, first);
      return [{ jail, place, fault: { words: describeActions(jail), setting } }];
    });
    for (const { place, jails: found, fault } of faultsByPlace(setup, faults)) {
      const [one, several] = fault.words;
      const fix = banFix(fault.setting, found);
      report({
        at: place,
        message: `${nameJails(found, one, several)}: nothing blocks the addresses ${found.length > 1 ? 'they ban' : 'it bans'}`,
        ...(found.length === 1 && { jail: found[0]!.name }),
        option: 'action',
        ...(fix && { fix }),
      });
    }

    /** For all jails that the line is for, as the others would ban as well. */
    function banFix(setting: Setting, found: readonly Jail[]): Fix | undefined {
      const users = running.filter(jail => jail.option('action')?.setting === setting);
      if (isPackagedFile(setting.file.name) || users.length > found.length) return undefined;
      if (!found.every(jail => jail.text('action_'))) return undefined;
      const title = 'put %(action_)s first, the ban of the other jails';
      return { ...addFirstLine(title, setting, '%(action_)s'), decision: 'whether it is to block' };
    }

    function isMeant(jail: Jail): boolean {
      if (saysItself(setup, jail, /notif|notice|report|monitor|alert|mail|only|no ban|not ban/i)) return true;
      const filter = jail.reading.filter?.name.value;
      return running.some(
        other => other !== jail && other.reading.filter?.name.value === filter && mayBan(other),
      );
    }
  },
});

function mayBan({ actions }: Jail): boolean {
  return actions.some(({ kind }) => kind === undefined || kind.kind === 'ban');
}

function describeActions({ actions }: Jail): readonly [one: string, several: string] {
  if (actions.length === 0) return ['has no action', 'have no action'];
  const names = actions.map(({ name }) => name.value).join(', ');
  if (actions.every(({ kind }) => kind?.kind === 'mail'))
    return [`only sends mail (${names})`, `only send mail (${names})`];
  const isNothing = actions.every(({ kind }) => kind?.kind === 'nothing');
  return isNothing
    ? [`only runs ${names}`, `only run ${names}`]
    : [`only reports (${names})`, `only report (${names})`];
}
