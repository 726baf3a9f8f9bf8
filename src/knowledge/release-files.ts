import type { ReleaseName } from './release';

/** Files that came with a release and are in the packages of the distributions since, newest release first. */
export const filesSince: ReadonlyMap<ReleaseName, readonly string[]> = new Map([
  [
    '1.1.1',
    [
      'action.d/csf.conf',
      'filter.d/openvpn.conf',
      'filter.d/proxmox.conf',
      'filter.d/vaultwarden.conf',
      'filter.d/xrdp.conf',
    ],
  ],
  [
    '1.1.0',
    [
      'action.d/mikrotik.conf',
      'filter.d/dante.conf',
      'filter.d/nginx-error-common.conf',
      'filter.d/nginx-forbidden.conf',
      'filter.d/routeros-auth.conf',
    ],
  ],
  [
    '1.0',
    [
      'action.d/apprise.conf',
      'action.d/cloudflare-token.conf',
      'action.d/iptables-ipset.conf',
      'action.d/ipthreat.conf',
      'filter.d/monitorix.conf',
      'filter.d/mssql-auth.conf',
      'filter.d/nginx-bad-request.conf',
      'filter.d/scanlogd.conf',
    ],
  ],
]);

/** Files of 0.11 that 1.0 no longer has. An upgrade may leave them behind. */
export const filesUntil011: readonly string[] = ['action.d/badips.conf', 'action.d/iptables-common.conf'];
