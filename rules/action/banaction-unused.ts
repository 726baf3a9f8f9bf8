import {
  atSetting,
  changeOf,
  defineRule,
  excerpt,
  type Fix,
  isPackagedFile,
  type Jail,
  nameJails,
  namesAskedFor,
  replaceWritten,
  type Setting,
} from '../../src/api';

export default defineRule({
  id: 'action/banaction-unused',
  severity: 'warning',
  summary: 'a banaction that no action asks for',
  why: `\`banaction\` is a variable and nothing else: it counts where \`action\` contains %(action_)s or another shortcut that leads to
%(banaction)s. A jail whose action names iptables-multiport[…] itself goes on with that, whatever banaction says, so that the ban
may go to a firewall that isn't in use.`,
  fix: 'remove the action line, so that the jail gets %(action_)s; or remove banaction',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nbanaction = ufw\naction = drop[name=web]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\nactionunban = iptables -D INPUT -s <ip> -j DROP\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\nbanaction = drop\naction = %(banaction)s[name=web]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\nactionunban = iptables -D INPUT -s <ip> -j DROP\n',
  },
  evidence: ['fail2ban/fail2ban#2244', 'https://linux33.com/archives/150375', 'fail2ban/fail2ban#3594'],
  check({ setup, jails }, report) {
    const bySetting = new Map<Setting, Jail[]>();
    for (const jail of jails) {
      const setting = jail.option('banaction')?.setting;
      if (!jail.enabled || jail.reading.skipped !== undefined || setting === undefined) continue;
      if (isPackagedFile(setting.file.name)) continue;
      bySetting.set(setting, [...(bySetting.get(setting) ?? []), jail]);
    }
    for (const [setting, found] of bySetting) {
      // a jail without any ban has another fault
      const banning = found.filter(jail => bansOf(jail).length > 0);
      if (banning.length === 0 || found.some(usesIt)) continue;
      const [first] = banning;
      const action = first!.option('action')?.setting;
      const fix = found.length === 1 ? shortcutFix(first!) : undefined;
      report({
        at: atSetting(setting),
        message: `banaction = ${excerpt(setting.text.value)} is never used: ${nameJails(banning, 'bans', 'ban')} with ${bansOf(first!)[0]}, which action names without %(action_)s`,
        ...(found.length === 1 && { jail: first!.name }),
        option: 'banaction',
        ...(fix && { fix }),
        related:
          action === undefined ? [] : [{ at: atSetting(action), message: 'leads to no %(banaction)s' }],
      });
    }

    /** The call that bans gives way to `action_`, which asks for `banaction`. */
    function shortcutFix(jail: Jail): Fix | undefined {
      const { setting, result } = jail.option('action') ?? {};
      const [ban, second] = jail.actions.filter(({ kind }) => kind?.kind === 'ban');
      if (setting?.section !== jail.name || isPackagedFile(setting.file.name) || result?.kind !== 'text')
        return undefined;
      if (
        ban === undefined ||
        second !== undefined ||
        !jail.option('action_')?.raw.value.includes('%(banaction)s')
      )
        return undefined;
      const title = 'write %(action_)s for it';
      const fix =
        ban.call.value === result.text.value.trim()
          ? {
              title,
              edits: [{ kind: 'value', setting, value: '%(action_)s' } as const],
              changes: [changeOf(setting)],
            }
          : replaceWritten(setup, title, ban.call, '%(action_)s');
      return fix && { ...fix, decision: 'which firewall bans' };
    }

    function usesIt(jail: Jail): boolean {
      const name = /^[^[\s]*/.exec(jail.text('banaction') ?? '')?.[0];
      return (
        namesAskedFor(setup, jail, 'action').has('banaction') || bansOf(jail).some(each => each === name)
      );
    }
  },
});

function bansOf({ actions }: Jail): readonly string[] {
  return actions.flatMap(({ kind, name }) => (kind === undefined || kind.kind === 'ban' ? [name.value] : []));
}
