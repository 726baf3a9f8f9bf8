import {
  atText,
  defineRule,
  type GradedFinding,
  type Model,
  mendFix,
  unknownModeOf,
  withReasons,
} from '../../src/api';

export default defineRule({
  id: 'filter/mode-unknown',
  severity: 'error',
  summary: 'a mode that the filter does not have',
  why: `A filter with modes puts the regexes of the mode in place of a tag such as <mdre-aggressive>. For a mode it doesn't have the tag stays, as a regex
that names nobody: with postfix, dovecot, exim, freeswitch and nginx-http-auth fail2ban doesn't start, with sshd and sendmail-reject it
does, and the rules of the mode are missing. \`fail2ban-client -t\` says that all is well either way.`,
  fix: 'write one of the modes that the message names',
  bad: {
    'jail.local': '[web]\nenabled = true\nfilter = web[mode=exrta]\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nmode = normal\nmdre-normal = ^bad login from <HOST>$\nmdre-extra = ^bad word from <HOST>$\nfailregex = <mdre-<mode>>\n',
  },
  good: {
    'jail.local': '[web]\nenabled = true\nfilter = web[mode=extra]\nlogpath = /var/log/web.log\n',
    'filter.d/web.conf':
      '[Definition]\nmode = normal\nmdre-normal = ^bad login from <HOST>$\nmdre-extra = ^bad word from <HOST>$\nfailregex = <mdre-<mode>>\n',
  },
  evidence: ['fail2ban/fail2ban#2981'],
  check(model, report) {
    withReasons(model, 'filter/mode-unknown', missingRules(model)).forEach(report);
  },
});

/** Modes without which the filter still loads, as its prefregex says whom to ban. */
function missingRules(model: Model): readonly GradedFinding[] {
  return model.jails.flatMap(jail => {
    const { text, message, advice, mend } = unknownModeOf(jail) ?? {};
    if (text === undefined) return [];
    const fix = mendFix(model.setup, mend && { text, ...mend });
    const what = message?.split(',', 1)[0];
    return [
      {
        at: atText(text, jail.option('filter')?.setting),
        message: `${what}, so that [${jail.name}] runs without the rules of that mode${advice === undefined ? '' : ` - ${advice}`}`,
        severity: 'warning' as const,
        jail: jail.name,
        option: 'mode',
        ...(fix && { fix }),
      },
    ];
  });
}
