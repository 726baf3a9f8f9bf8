import { type Io, UserError } from './io';

/** The date in UTC by which suppressions expire: `2026-11-21`; that of SOURCE_DATE_EPOCH where a build is to be the same every day. */
export function today({ environment: { SOURCE_DATE_EPOCH: epoch } }: Pick<Io, 'environment'>): string {
  if (epoch === undefined || epoch === '') return new Date().toISOString().slice(0, 10);
  if (!/^\d{1,11}$/.test(epoch))
    throw new UserError(`SOURCE_DATE_EPOCH is not a number of seconds: ${epoch}`);
  return new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
}
