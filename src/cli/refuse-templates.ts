import type { Snapshot } from '../files/snapshot';
import { UserError } from './io';

/** A tree for what has to know every value; one with templates is a UserError. */
export function refuseTemplates(snapshot: Snapshot): Snapshot {
  const [template] = snapshot.templates ?? [];
  if (template === undefined) return snapshot;
  const entry = snapshot.entry(template);
  const path = (entry?.kind === 'text' ? entry.source : undefined) ?? template;
  throw new UserError(
    `${path} is a template, and what comes out of it is not known`,
    'f2blint lint reads templates; here, name a directory with what came out',
  );
}
