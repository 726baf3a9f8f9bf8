import {
  atText,
  defineRule,
  exemptInstead,
  type Fix,
  faultyWords,
  type GradedFinding,
  gradeByUse,
  isAddressPlaceholder,
  isFromStock,
  leftParameters,
  type Model,
  onePerPlace,
  quote,
  replaceWritten,
  type Text,
  valuesOf,
} from '../../src/api';

export default defineRule({
  id: 'value/placeholder',
  severity: 'warning',
  summary: 'a word from a guide that should have been replaced',
  why: `Guides and manuals write you@example.com or YOUR_API_KEY where something of your own has to stand. fail2ban doesn't notice: the
mail goes nowhere, the service turns down every call, and a word like YOUR_IP in ignoreip exempts nobody.`,
  fix: 'put in your own value, or remove the option',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\ndestemail = you@example.com\naction = report[dest="%(destemail)s"]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/report.conf': '[Definition]\nactionban = echo <ip> | mail <dest>\n',
  },
  good: {
    'jail.local':
      '[web]\nenabled = true\nfilter = web\nlogpath = /var/log/web.log\ndestemail = root@localhost\naction = report[dest="%(destemail)s"]\n',
    'filter.d/web.conf': '[Definition]\nfailregex = ^bad login from <HOST>$\n',
    'action.d/report.conf': '[Definition]\nactionban = echo <ip> | mail <dest>\n',
  },
  evidence: ['mastodon/documentation#943', 'fail2ban/fail2ban#2136'],
  check(model, report) {
    onePerPlace(model.setup, [...inParameters(model), ...inIgnoreip(model)]).forEach(report);
  },
});

function inParameters(model: Model): readonly GradedFinding[] {
  return leftParameters(model)
    .filter(({ text }) => !isFromStock(model.setup, text))
    .map(({ name, text, setting, isUsed, isMail }) => {
      const mail = name === 'sender' ? 'the mail has a sender that does not exist' : 'the mail goes nowhere';
      const fix = isMail ? mailFix(model, name, text) : undefined;
      const effect = isMail ? mail : 'the service turns it down';
      return {
        at: atText(text, setting),
        message: `${name} still holds a placeholder: ${quote(text.value)}${isUsed ? `; ${effect}` : ', though no action of an enabled jail uses it'}`,
        severity: isUsed ? 'warning' : 'info',
        option: name,
        ...(fix && { fix }),
      };
    });
}

/** The address that fail2ban brings along works on every host that takes mail. */
function mailFix({ setup }: Model, name: string, text: Text): Fix | undefined {
  const known = name === 'sender' ? 'root@<fq-hostname>' : 'root@localhost';
  const fix = replaceWritten(setup, `write ${known}, as in the packaged jail.conf`, text, known);
  return fix && { ...fix, decision: name === 'sender' ? 'who sends the mail' : 'who gets the mail' };
}

function inIgnoreip(model: Model): readonly GradedFinding[] {
  const find = (word: string) => isAddressPlaceholder(word) || undefined;
  return valuesOf(model, 'ignoreip').flatMap(({ text, setting, use, option }) =>
    faultyWords(text, model.setup.release, find).map(found => {
      const { word, start, end } = found;
      const networks = model.admin.networks.join(' ');
      const fix = networks === '' ? undefined : exemptInstead(model.setup, text, found, networks);
      return {
        at: atText(text, setting, start, end),
        message: `ignoreip still holds a placeholder: ${quote(word)}; it exempts nobody`,
        severity: gradeByUse(use, 'warning'),
        option,
        ...(fix && { fix }),
      };
    }),
  );
}
