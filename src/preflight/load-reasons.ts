import { isAtLeast } from '../knowledge/release';
import { isLogLevel } from '../resolve/daemon';
import type { OptionError } from '../resolve/definition';
import { describeInterpolation, describeProblem } from '../resolve/describe-failure';
import type { Family, LoadFailure } from '../resolve/family';
import type { InterpolationError } from '../resolve/interpolate';
import type { LoadError } from '../resolve/jail';
import { textOf } from '../resolve/read-table';
import type { Setup } from '../resolve/setup';
import type { SyntaxProblem } from '../syntax/tree';
import { closestName } from '../text/closest-name';
import { excerpt } from '../text/excerpt';
import { filePlace, missingFile, type Reason, reasonFor } from './reason';
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

function familyReasons(setup: Setup, family: Family, jail: string | undefined): readonly Reason[] {
  const reasons = family.failures.map(failure => failureReason(setup, failure, jail));
  if (reasons.length > 0 || family.read || !isAtLeast(setup.release, '1.1.1')) return reasons;
  const [skipped] = family.skipped;
  const refusal: Refusal = {
    code: 'files-not-read',
    rule: skipped === undefined ? 'resolution/main-file-missing' : 'syntax/encoding',
    message: skipped === undefined ? `there is no ${family.base}.conf` : `${skipped.name} can't be read`,
    advice: skipped === undefined ? 'install the file that fail2ban brings along' : 'save the file as UTF-8',
  };
  const place = filePlace(skipped ?? missingFile(setup, `${family.base}.conf`));
  const subject = { text: undefined, setting: undefined, jail, option: undefined };
  return [{ ...reasonFor(setup, refusal, subject, 'down'), place }];
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
        message: `<${excerpt(tag)}> in "${excerpt(key)}" ${problem}`,
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

function failureReason(setup: Setup, failure: LoadFailure, jail: string | undefined): Reason {
  if (failure.kind === 'include') {
    const { setting, error } = failure;
    const refusal = interpolationRefusal(error, setting.key);
    return reasonFor(setup, refusal, { text: error.text, setting, jail, option: setting.key }, 'down');
  }
  const { file, problem } = failure;
  const refusal: Refusal = {
    code: 'syntax',
    rule: syntaxRule(problem),
    message: `${file.name} is refused: ${describeProblem(problem)}`,
  };
  const subject = { text: undefined, setting: undefined, jail, option: undefined };
  return { ...reasonFor(setup, refusal, subject, 'down'), place: { kind: 'span', file, span: problem.span } };
}

function syntaxRule({ kind }: SyntaxProblem): string {
  if (kind === 'duplicate-section' || kind === 'duplicate-option') return `syntax/${kind}`;
  return 'syntax/parse-error';
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
    message: `"${excerpt(option)}" of [${excerpt(section)}] can't be read under this name`,
    advice: 'write the name in lower case, conditions included',
  };
  return reasonFor(setup, refusal, { text: setting?.text, setting, jail, option }, 'down');
}

function interpolationRefusal(error: InterpolationError, option: string): Refusal {
  const { kind, text, start, end, name } = error;
  const isPercent = kind === 'percent' || kind === 'unclosed';
  const close = kind === 'missing' ? closestName(name, error.names()) : undefined;
  const advice = isPercent ? 'write %% for a percent sign' : close && `did you mean %(${close})s?`;
  return {
    code: 'interpolation',
    rule: isPercent ? 'syntax/percent-not-escaped' : 'syntax/undefined-interpolation',
    message: `"${excerpt(option)}" can't be put together: ${describeInterpolation(error)}`.replace(/,$/, ''),
    ...(advice !== undefined && { advice }),
    text,
    start,
    end,
  };
}

function logLevelReasons(setup: Setup): readonly Reason[] {
  const { early, family } = setup.daemon;
  const value = textOf(early, 'loglevel');
  if (isLogLevel(value)) return [];
  const refusal: Refusal = {
    code: 'log-level',
    rule: 'daemon/loglevel',
    message: `loglevel = "${excerpt(value)}" is none fail2ban knows`,
    advice: 'one of CRITICAL, ERROR, WARNING, NOTICE, INFO, DEBUG',
  };
  const setting = family.sections.get('Definition')?.get('loglevel') ?? family.defaults.get('loglevel');
  const subject = { text: early.get('loglevel')?.value.text, setting, jail: undefined, option: 'loglevel' };
  return [reasonFor(setup, refusal, subject, 'down')];
}
