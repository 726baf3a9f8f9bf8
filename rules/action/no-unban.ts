import {
  atSetting,
  definedActions,
  defineRule,
  excerpt,
  type Fix,
  gradeByUse,
  isStockText,
  lacksUnban,
  limitsOf,
  onceUsed,
  reverseBan,
  type Setting,
  type SourceFile,
} from '../../src/api';

export default defineRule({
  id: 'action/no-unban',
  severity: 'warning',
  summary: 'an action that blocks and never takes it back',
  why: `When bantime is over fail2ban runs \`actionunban\` and forgets the address. Where there is none, as in many actions written by hand, the
rule or the line in the list stays: the address is blocked for good, \`fail2ban-client unban\` changes nothing, and what is
blocked can no longer be seen in fail2ban.`,
  fix: 'write the reverse of actionban as actionunban',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf': '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\naction = drop\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/drop.conf':
      '[Definition]\nactionban = iptables -I INPUT -s <ip> -j DROP\nactionunban = iptables -D INPUT -s <ip> -j DROP\n',
  },
  evidence: ['fail2ban/fail2ban#1231', 'fail2ban/fail2ban#2000'],
  check(model, report) {
    for (const { action, use, jails } of definedActions(model, mayLackUnban)) {
      const leftover = lacksUnban(action);
      const ban = action.setting('actionban');
      const unban = action.setting('actionunban');
      const setting = [ban, unban].find(
        each => each && !isStockText(each.file, each.option.valueLines[0]!.start),
      );
      if (leftover === undefined || setting === undefined) continue;
      // who bans for ever wants nothing back
      if (use === 'used' && jails.every(jail => limitsOf(jail)?.bantime === -1)) continue;
      const name = action.family!.base.replace(/^action\.d\//, '');
      const fix = unbanFix(ban, name);
      report({
        at: atSetting(setting),
        message: `action ${name} ${leftover.how} and has no actionunban: addresses stay blocked after their bantime${onceUsed(use)}`,
        severity: gradeByUse(use, 'warning'),
        option: 'actionban',
        ...(fix && { fix }),
      });
    }
  },
});

function unbanFix(ban: Setting | undefined, name: string): Fix | undefined {
  const value = ban && reverseBan(ban.text.value);
  if (value === undefined) return undefined;
  const change = { family: `action.d/${name}`, section: 'Definition', option: 'actionunban' };
  return {
    title: `write actionunban = ${excerpt(value.split('\n')[0]!)}`,
    edits: [{ kind: 'set', ...change, value }],
    changes: [change],
    decision: 'how a ban is taken back',
  };
}

/** Most actions have an unban, or mail. */
function mayLackUnban({ text, tree }: SourceFile): boolean {
  if (!/tables|ipset|nft|firewall|ufw|wall|pf|ipf|csf|route|\bip\b|>|tee|touch|sed/.test(text)) return false;
  const options = tree.sections.flatMap(({ name, options }) => (name === 'Definition' ? options : []));
  return (
    !options.some(({ key, value }) => key === 'actionunban' && value !== '') &&
    options.some(({ key }) => key === 'actionban' || key === 'actionunban')
  );
}
