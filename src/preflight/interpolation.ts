import { describeInterpolation } from '../resolve/describe-failure';
import type { InterpolationError } from '../resolve/interpolate';
import { closestName } from '../text/closest-name';
import { quote } from '../text/excerpt';
import type { Refusal } from './refusal';

/** A value that can't be put together. */
export function interpolationRefusal(error: InterpolationError, option: string): Refusal {
  const { kind, text, start, end, name } = error;
  const isPercent = kind === 'percent' || kind === 'unclosed';
  const close = kind === 'missing' ? closestName(name, error.names()) : undefined;
  const advice = isPercent ? 'write %% for a percent sign' : close && `did you mean %(${close})s?`;
  return {
    code: 'interpolation',
    rule: isPercent ? 'syntax/percent-not-escaped' : 'syntax/undefined-interpolation',
    message: `${quote(option)} can't be put together: ${describeInterpolation(error)}`.replace(/,$/, ''),
    ...(advice !== undefined && { advice }),
    text,
    start,
    end,
  };
}
