import { isLogLevel } from '../resolve/daemon';
import type { OptionError } from '../resolve/definition';
import type { LoadError } from '../resolve/jail';
import type { Setup } from '../resolve/setup';
import { closestName } from '../text/closest-name';
import { excerpt, quote } from '../text/excerpt';
import { failureReason, familyReasons } from './family-reasons';
import { interpolationRefusal } from './interpolation';
import { type Reason, reasonFor } from './reason';
import type { Refusal } from './refusal';

/** Why the client can't read the configuration, so that the server is told nothing: files, values and tags of everything that is read. */
export function loadReasons(setup: Setup): readonly Reason[] {
  const { daemon, jailFamily, jails } = setup;
  return [
    ...familyReasons(setup, daemon.family, undefined),
    ...daemon.errors.map(error => optionReason(setup, error, undefined)),
    ...logLevelReasons(setup),
    ...familyReasons(setup, jailFamily, undefined),
    ...jails.flatMap(jail => jail.errors.map(error => errorReason(setup, error, jail.name))),
  ];
}

function errorReason(setup: Setup, error: LoadError, jail: string): Reason {
  switch (error.kind) {
    case 'option':
      return optionReason(setup, error, jail);
    case 'file':
      return failureReason(setup, error.failure, jail);
    case 'tag': {
      const { key, tag, text, kind } = error.error;
      const at = text.value.indexOf(`<${tag}>`);
      const problem =
        kind === 'too-large' ? 'grows beyond a million characters' : 'comes back to itself again and again';
      const refusal: Refusal = {
        code: 'tag-loop',
        rule: 'syntax/tag-loop',
        message: `<${excerpt(tag)}> in ${quote(key)} ${problem}`,
        advice: 'break the circle: an option must not contain its own tag',
        text,
        ...(at >= 0 && { start: at, end: at + tag.length + 2 }),
      };
      const setting =
        error.family.sections.get('Definition')?.get(key) ?? error.family.sections.get('Init')?.get(key);
      return reasonFor(setup, refusal, { text, setting, jail, option: key }, 'down');
    }
  }
}

function optionReason(
  setup: Setup,
  { option, section, setting, result }: OptionError,
  jail: string | undefined,
): Reason {
  if (result.kind === 'error') {
    const refusal = interpolationRefusal(result.error, option);
    return reasonFor(setup, refusal, { text: result.error.text, setting, jail, option }, 'down');
  }
  const refusal: Refusal = {
    code: 'option-lookup',
    rule: 'syntax/undefined-interpolation',
    message: `${quote(option)} of [${excerpt(section)}] can't be read under this name`,
    advice: 'write the name in lower case, conditions included',
  };
  return reasonFor(setup, refusal, { text: setting?.text, setting, jail, option }, 'down');
}

const logLevels = ['CRITICAL', 'ERROR', 'WARNING', 'NOTICE', 'INFO', 'DEBUG'];

function logLevelReasons(setup: Setup): readonly Reason[] {
  const { early, family } = setup.daemon;
  const text = early.get('loglevel')?.value.text;
  // one that can't be put together is among the errors
  if (text === undefined || isLogLevel(text.value)) return [];
  const close = closestName(text.value, logLevels);
  const refusal: Refusal = {
    code: 'log-level',
    rule: 'value/unknown-choice',
    message: `loglevel = ${quote(text.value)} is none fail2ban knows`,
    advice: `one of ${logLevels.join(', ')}`,
    ...(close !== undefined && { mend: { by: close } }),
  };
  const setting = family.sections.get('Definition')?.get('loglevel') ?? family.defaults.get('loglevel');
  const subject = { text, setting, jail: undefined, option: 'loglevel' };
  return [reasonFor(setup, refusal, subject, 'down')];
}
