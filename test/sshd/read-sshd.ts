import { memorySnapshot } from '../../src/files/snapshot';
import { readSshdConfig, type Sshd } from '../../src/sshd/sshd';

/** Reads an sshd_config in memory; `files` has what lies beside it, by absolute paths. */
export function readSshdText(text: string, files: Readonly<Record<string, string>> = {}): Sshd {
  const path = '/etc/ssh/sshd_config';
  return readSshdConfig(memorySnapshot(new Map(Object.entries({ ...files, [path]: text }))), path)!;
}

/** The lines `sshd -T` prints for some settings. */
export function printed({ evaluate }: Sshd, ...fields: readonly string[]): readonly string[] {
  return evaluate()
    .settings.filter(each => fields.includes(each.field))
    .flatMap(each => each.printed);
}

/** `LINE: MESSAGE` of what sshd refuses. */
export function refused({ evaluate }: Sshd): readonly string[] {
  return evaluate().refusals.map(({ file, directive, message }) => {
    const name = file.path.replace('/etc/ssh/', '');
    return `${name}:${directive?.number ?? 0}: ${message}`;
  });
}
