import type { Jail } from './model';

/** Whether the actions of a jail are told an option of the jail, such as `chain="%(chain)s"`: then it is set in the jail. */
export function actionIsTold(jail: Jail, option: string): boolean {
  const given = new RegExp(String.raw`\b${option}\s*=\s*`);
  const raw = jail.option('action')?.raw.value ?? '';
  const literal = new RegExp(String.raw`${given.source}(?!["']?%\(${option}\)s)`);
  return given.test(jail.text('action') ?? '') && !literal.test(raw);
}
