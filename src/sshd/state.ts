import type { SshdDirective } from './read';

/** What has been set so far for one setting. */
export interface Slot {
  readonly values: string[];
  /** The line each value comes from. */
  readonly origins: SshdDirective[];
  /** Lines that came too late, or were replaced. */
  readonly lost: SshdDirective[];
}

/** Settings by the names `sshd -T` prints. */
export type State = Map<string, Slot>;

/** Sets a value unless there is one; the first wins. */
export function setFirst(state: State, field: string, values: readonly string[], line: SshdDirective): void {
  const slot = state.get(field);
  if (slot === undefined)
    state.set(field, { values: [...values], origins: values.map(() => line), lost: [] });
  else slot.lost.push(line);
}

/** Sets a value whether there is one or not; the last wins. */
export function setLast(state: State, field: string, values: readonly string[], line: SshdDirective): void {
  const slot = state.get(field);
  const lost = slot?.lost ?? [];
  for (const origin of new Set(slot?.origins)) lost.push(origin);
  state.set(field, { values: [...values], origins: values.map(() => line), lost });
}

/** Adds values to those there are. */
export function addTo(state: State, field: string, values: readonly string[], line: SshdDirective): void {
  const slot = state.get(field) ?? { values: [], origins: [], lost: [] };
  state.set(field, slot);
  for (const value of values) {
    slot.values.push(value);
    slot.origins.push(line);
  }
}
