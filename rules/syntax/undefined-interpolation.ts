import {
  closestName,
  defineRule,
  type InterpolationError,
  type Model,
  referenceFix,
  setElsewhere,
  valueErrorFindings,
  withReasons,
} from '../../src/api';

export default defineRule({
  id: 'syntax/undefined-interpolation',
  severity: 'error',
  summary: 'a reference %(name)s that leads nowhere',
  why: `fail2ban replaces every %(name)s in the values it reads. If nothing sets the name, or the value refers to itself, that ends
the load of everything. It happens after copying a jail from another distribution or release, where the variable existed.
Options of a disabled jail are not looked at, but for enabled, backend and filter.`,
  fix: 'correct the name, define the variable, or use %(known/name)s for the value an earlier file gave',
  bad: {
    'jail.local':
      '[web]\nenabled = true\nfilter =\nfailregex = ^bad login from <HOST>$\nlogpath = %(httpd_access_log)s\n',
  },
  good: {
    'jail.local':
      '[DEFAULT]\nhttpd_access_log = /var/log/httpd/access_log\n[web]\nenabled = true\nfilter =\nfailregex = ^bad login from <HOST>$\nlogpath = %(httpd_access_log)s\n',
  },
  evidence: [
    'fail2ban/fail2ban#1473',
    'fail2ban/fail2ban#608',
    'fail2ban/fail2ban#2136',
    'fail2ban/fail2ban#1469',
    'MichaIng/DietPi#3813',
    'mitchellkrogza/apache-ultimate-bad-bot-blocker#114',
    'mitchellkrogza/Fail2Ban-Blacklist-JAIL-for-Repeat-Offenders-with-Perma-Extended-Banning#5',
    'pbkwee/distrorejuve#6',
    'fail2ban/fail2ban#1509',
  ],
  check(model, report) {
    const findings = valueErrorFindings(
      model,
      (error, option) => {
        const reason = explain(model, error, option);
        const reference = error.text.value.slice(error.start, error.end);
        return reason && `${reference} in "${option}" cannot be resolved (${reason})`;
      },
      (error, option) => referenceFix(model, error, option),
    );
    withReasons(model, 'syntax/undefined-interpolation', findings).forEach(report);
  },
});

function explain(model: Model, error: InterpolationError, option: string): string | undefined {
  const { kind, name } = error;
  switch (kind) {
    case 'percent':
    case 'unclosed':
      return undefined;
    case 'missing':
      return explainMissing(model, error);
    case 'depth':
      if (name === `known/${option}`)
        return 'it leads back to this value: known/ finds what the file before set, and nothing in [DEFAULT]';
      if (name.slice(name.lastIndexOf('/') + 1) === option) return 'the value refers to itself';
      return 'references go round in a circle, or more than ten deep';
    case 'not-text':
      return 'it is a number or nothing there, which no value can hold';
    case 'too-large':
      return 'it makes the value grow beyond a million characters, or into 100,000 parts';
  }
}

function explainMissing(model: Model, error: InterpolationError): string {
  const { name, names, text, start, end } = error;
  const isCapital = name.includes('/') && text.value.slice(start + 2, end - 2) !== name;
  if (isCapital) return 'a name with a slash is only found in lower case';
  const file = setElsewhere(model, error);
  if (file !== undefined) return `only ${file} sets it, which is not included`;
  const meant = closestName(name, names());
  return meant === undefined ? 'nothing sets it' : `nothing sets it; did you mean %(${meant})s?`;
}
