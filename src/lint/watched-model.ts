import type { Model } from './model';

/** A model that notes what it could not tell. */
export interface WatchedModel {
  readonly model: Model;
  /** Whether a fact of the host, or sshd, was asked for since the last time and is not known. */
  wasLacking(): boolean;
}

/** Watches what rules ask a model for: one that asked for what is not known may have kept silent because of that. */
export function watchModel(model: Model): WatchedModel {
  let isLacking = false;
  const note = <Value>(value: Value): Value => {
    if (value === undefined) isLacking = true;
    return value;
  };
  const facts = new Proxy(model.facts, {
    get: (target, name) => (name === 'unreadable' ? target[name] : note(Reflect.get(target, name))),
  });
  const watched = Object.create(model, {
    facts: { value: facts },
    sshd: { get: () => note(model.sshd) },
  }) as Model;
  return {
    model: watched,
    wasLacking() {
      const was = isLacking;
      isLacking = false;
      return was;
    },
  };
}
