import {
  atText,
  defineRule,
  type Fix,
  type GradedFinding,
  includeFix,
  missingIncludes,
  onceUsed,
  type Reason,
  removedInclude,
  setJailOption,
  withReasons,
} from '../../src/api';

export default defineRule({
  id: 'upgrade/removed-name',
  severity: 'error',
  summary: 'a filter, an action or an include that newer releases of fail2ban no longer have',
  why: `After an upgrade the jail that names it is skipped ("Unable to read the filter"), and if no other jail is sound fail2ban doesn't
start: sshd-ddos, sshd-aggressive, postfix-sasl and postfix-rbl became modes of their filters in 0.10; badips and iptables-common went
with 1.0. A Python action that is gone keeps fail2ban from starting; a missing include leaves tags in the commands, which then fail.`,
  fix: 'write what the finding names in its place',
  bad: {
    'jail.local': '[mail]\nenabled = true\nfilter = postfix-sasl\nlogpath = /var/log/mail.log\n',
    'filter.d/postfix.conf': '[Definition]\nmode = auth\nfailregex = ^<mode> failed for <HOST>$\n',
  },
  good: {
    'jail.local': '[mail]\nenabled = true\nfilter = postfix[mode=auth]\nlogpath = /var/log/mail.log\n',
    'filter.d/postfix.conf': '[Definition]\nmode = auth\nfailregex = ^<mode> failed for <HOST>$\n',
  },
  evidence: [
    'mastodon/documentation#969',
    'mastodon/documentation#943',
    'mastodon/documentation#854',
    'OpenMediaVault-Plugin-Developers/openmediavault-fail2ban#33',
    'ComputeCanada/magic_castle#47',
    'ComputeCanada/puppet-magic_castle#25',
    'virtualmin/virtualmin-install#23',
    'debops/ansible-fail2ban#13',
    'fail2ban/fail2ban#2275',
    'fail2ban/fail2ban#2889',
  ],
  check(model, report) {
    const findings: GradedFinding[] = [];
    for (const include of missingIncludes(model)) {
      const removed = removedInclude(model, include);
      if (removed === undefined) continue;
      const { setting, name, start, isUsed, unresolved } = include;
      const tag =
        unresolved === undefined ? '' : `: nothing stands for ${unresolved} then, and the ban command fails`;
      const question = removed.replacement === undefined ? '' : ` - include ${removed.replacement}.conf`;
      const fix = removed.replacement && includeFix(model.setup, include, `${removed.replacement}.conf`);
      findings.push({
        at: atText(setting.text, setting, start, start + name.length),
        message: `${name}, which ${setting.file.name} includes, was removed in fail2ban ${removed.release}, and fail2ban goes on without it${onceUsed(isUsed ? 'used' : 'unused')}${tag}${question}`,
        severity: unresolved === undefined ? 'warning' : 'error',
        ...(fix && { fix }),
      });
    }
    withReasons(model, 'upgrade/removed-name', findings, filterFix).forEach(report);
  },
});

/** A filter that nobody named, as it is that of the name of its jail. */
function filterFix({ jail, option, mend, place }: Reason): Fix | undefined {
  if (jail === undefined || option !== 'filter' || mend === undefined || place.kind !== 'span')
    return undefined;
  const { by, decision = '' } = mend;
  return { title: `write filter = ${by}`, ...setJailOption(jail, 'filter', by), decision };
}
