import type { ShellCommand } from '../values/shell/commands';
import { blockedBy } from './action-kind';
import type { JailAction } from './jail-actions';

/** What an action does to block an address and nothing takes back. */
export interface Leftover {
  /** `adds to /etc/nginx/deny.conf`, `calls iptables`. */
  readonly how: string;
}

/** What stays of a ban of an action that has no `actionunban`; undefined where it ends by itself, or there is nothing to take back. */
export function lacksUnban(action: JailAction): Leftover | undefined {
  const { kind } = action;
  if (kind !== undefined && kind.kind !== 'ban' && kind.kind !== 'nothing') return undefined;
  if ((action.text('actionunban')?.value.trim() ?? '') !== '') return undefined;
  const { text, commands } = action.script('actionban');
  const how = commands.map(blocks).find(each => each !== undefined);
  if (how === undefined) return undefined;
  const all = `${text.value}\n${action.script('actionstart').text.value}`;
  if (/timeout|<bantime>|--duration|\s-td\s|--tempdeny/.test(all)) return undefined;
  // something else takes it back later
  return commands.some(({ program }) => /^(?:at|sleep|systemd-run)$/.test(program)) ? undefined : { how };
}

function blocks(command: ShellCommand): string | undefined {
  if (blockedBy(command) !== undefined) return `calls ${command.program}`;
  if (command.words.some(({ value }) => cloudflareRules.test(value)))
    return 'adds to the rules at Cloudflare';
  const list = command.outputs.find(({ value }) => isList(value));
  return list && `adds to ${list.value}`;
}

const cloudflareRules = /api\.cloudflare\.com\S*(?:firewall|rules|lists)/;

/** A file other programs turn addresses away by, and not a log or a note. */
function isList(path: string): boolean {
  if (!path.startsWith('/') || /\.log$|^\/(?:var\/log|tmp|dev)\//.test(path)) return false;
  return (
    path.startsWith('/etc/') || /(?:deny|denied|block|black|drop|xt_recent)[^/]*(?:\/[^/]*)?$/i.test(path)
  );
}
