import {
  adminSections,
  atSpan,
  defineRule,
  type Fix,
  type GradedFinding,
  type Model,
  oldJails,
  withReasons,
} from '../../src/api';

export default defineRule({
  id: 'upgrade/renamed-jail',
  severity: 'error',
  summary: 'settings for a jail under the name it had until fail2ban 0.8',
  why: `jail.conf has named its jails after their filters since 0.9: [ssh], [ssh-iptables] and [ssh-ddos] are [sshd] today, [sasl] is
[postfix-sasl], [apache] is [apache-auth]. A section with the old name, as many guides still show it, makes a new jail that has no filter
and no log. fail2ban skips it, or doesn't start if it is the only one; the limits you set in it reach no jail.`,
  fix: 'give the section the new name; what is in the section of that name already stays',
  bad: {
    'jail.conf': '[DEFAULT]\nfilter = %(__name__)s\n[sshd]\nlogpath = /var/log/auth.log\n',
    'jail.local': '[ssh]\nenabled = true\nmaxretry = 6\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  good: {
    'jail.conf': '[DEFAULT]\nfilter = %(__name__)s\n[sshd]\nlogpath = /var/log/auth.log\n',
    'jail.local': '[sshd]\nenabled = true\nmaxretry = 6\n',
    'filter.d/sshd.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
  },
  evidence: [
    'fail2ban/fail2ban#3292',
    'sovereign/sovereign#739',
    'sovereign/sovereign#652',
    'debops/ansible-fail2ban#13',
    'travis-ci/packer-templates#308',
    'imthenachoman/How-To-Secure-A-Linux-Server#36',
    'fail2ban/fail2ban#1396',
  ],
  check(model, report) {
    const findings = oldJails(model).map(({ jail, newName, place }): GradedFinding => {
      const { name, enabled } = jail;
      const fix = renameFix(model, name, newName);
      return {
        at: place,
        message: enabled
          ? `[${name}] is called [${newName}] since fail2ban 0.9: here it is a new jail that lacks the filter or the log of that one and bans nobody`
          : `[${name}] is called [${newName}] since fail2ban 0.9: these settings reach no jail`,
        severity: enabled ? 'error' : 'warning',
        jail: name,
        ...(enabled && { option: 'filter' }),
        ...(fix && { fix }),
      };
    });
    withReasons(model, 'upgrade/renamed-jail', findings).forEach(report);
  },
});

/** Only where nobody has set up the jail of the new name; the extra regexes of a second jail for one service are another thing. */
function renameFix(model: Model, name: string, newName: string): Fix | undefined {
  const sections = adminSections(model);
  const own = sections.get(name) ?? [];
  const isThere = model.setup.jailFamily.sections.has(newName);
  if (own.length === 0 || !isThere || sections.has(newName) || name.endsWith('-ddos')) return undefined;
  return {
    title: `name the section [${newName}]`,
    edits: own.map(({ file, section }) => ({
      kind: 'replace',
      at: atSpan(file, section.nameSpan),
      text: newName,
    })),
    changes: [
      { family: 'jail', section: name },
      ...own.flatMap(({ section }) =>
        section.options.map(({ key: option }) => ({ family: 'jail', section: newName, option })),
      ),
    ],
  };
}
