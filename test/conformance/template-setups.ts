import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diskSnapshot } from '../../src/files/disk';
import type { Snapshot } from '../../src/files/snapshot';
import { debianStock, shared } from './shared';
import { layerOf } from './template-layer';

/** The templates of the corpus, by repository: path there and the name of the file they are for. */
export const templateSetups: ReadonlyMap<string, readonly (readonly [path: string, name: string])[]> =
  new Map([
    [
      'Oefenweb__ansible-fail2ban',
      [
        ['templates/etc/fail2ban/fail2ban.local.j2', 'fail2ban.local'],
        ['templates/etc/fail2ban/jail.local.j2', 'jail.local'],
      ],
    ],
    ['PavelSozonov__mattermost', [['roles/fail2ban/templates/jail.local.j2', 'jail.local']]],
    ['UbiCastTeam__ansible-public', [['roles/system/fail2ban/templates/jail.local.j2', 'jail.local']]],
    [
      'archlinux__infrastructure',
      [
        ['roles/fail2ban/templates/dovecot.jail.j2', 'jail.d/dovecot.local'],
        ['roles/fail2ban/templates/fail2ban.local.j2', 'fail2ban.local'],
        [
          'roles/fail2ban/templates/firewallcmd-ipset-allports.conf.j2',
          'action.d/firewallcmd-ipset-allports.conf',
        ],
        ['roles/fail2ban/templates/jail.local.j2', 'jail.local'],
        ['roles/fail2ban/templates/nginx-limit-req.jail.j2', 'jail.d/nginx-limit-req.local'],
        ['roles/fail2ban/templates/postfix.jail.j2', 'jail.d/postfix.local'],
        ['roles/fail2ban/templates/sshd.jail.j2', 'jail.d/sshd.local'],
      ],
    ],
    [
      'cosandr__ansible',
      [
        ['roles/fail2ban/files/filter.d/bitwarden.conf', 'filter.d/bitwarden.conf'],
        ['roles/fail2ban/templates/jail.d/bitwarden.local.j2', 'jail.d/bitwarden.local'],
        ['roles/fail2ban/templates/jail.local.j2', 'jail.local'],
      ],
    ],
    [
      'debops__debops',
      [
        ['ansible/roles/fail2ban/templates/etc/fail2ban/action.d/action.local.j2', 'action.d/action.local'],
        [
          'ansible/roles/fail2ban/templates/etc/fail2ban/action.d/iptables-xt_recent-echo-reject.local.j2',
          'action.d/iptables-xt_recent-echo-reject.local',
        ],
        [
          'ansible/roles/fail2ban/templates/etc/fail2ban/action.d/iptables-xt_recent-echo.local.j2',
          'action.d/iptables-xt_recent-echo.local',
        ],
        ['ansible/roles/fail2ban/templates/etc/fail2ban/fail2ban.local.j2', 'fail2ban.local'],
        ['ansible/roles/fail2ban/templates/etc/fail2ban/filter.d/filter.local.j2', 'filter.d/filter.local'],
        ['ansible/roles/fail2ban/templates/etc/fail2ban/jail.local.d/default.local.j2', 'jail.local'],
        ['ansible/roles/fail2ban/templates/etc/fail2ban/jail.local.d/jail.local.j2', 'jail.d/jail.local'],
      ],
    ],
    ['geerlingguy__ansible-role-security', [['templates/jail.local.j2', 'jail.local']]],
    [
      'lelutin__puppet-fail2ban',
      [
        ['templates/action.epp', 'action.d/action.conf'],
        ['templates/debian/jail.conf.epp', 'jail.conf'],
        ['templates/fail2ban.conf.epp', 'fail2ban.conf'],
        ['templates/filter.epp', 'filter.d/filter.conf'],
        ['templates/jail.epp', 'jail.d/jail.conf'],
      ],
    ],
    ['lelutin__puppet-fail2ban (rhel)', [['templates/rhel/jail.conf.epp', 'jail.conf']]],
    [
      'roots__trellis',
      [
        ['roles/fail2ban/templates/fail2ban.local.j2', 'fail2ban.local'],
        ['roles/fail2ban/templates/filters/wordpress-wp-login.conf.j2', 'filter.d/wordpress-wp-login.conf'],
        ['roles/fail2ban/templates/filters/wordpress-xmlrpc.conf.j2', 'filter.d/wordpress-xmlrpc.conf'],
        ['roles/fail2ban/templates/jail.local.j2', 'jail.local'],
      ],
    ],
    [
      'supabase__postgres',
      [
        ['ansible/files/fail2ban_config/filter-pgbouncer.conf.j2', 'filter.d/pgbouncer.conf'],
        ['ansible/files/fail2ban_config/filter-postgresql.conf.j2', 'filter.d/postgresql.conf'],
        ['ansible/files/fail2ban_config/jail-pgbouncer.conf.j2', 'jail.d/pgbouncer.conf'],
        ['ansible/files/fail2ban_config/jail-postgresql.conf.j2', 'jail.d/postgresql.conf'],
        ['ansible/files/fail2ban_config/jail-ssh.conf', 'jail.d/sshd.local'],
        ['ansible/files/fail2ban_config/jail.local', 'jail.local'],
      ],
    ],
    [
      'voxpupuli__puppet-fail2ban',
      [
        ['templates/action.local.epp', 'action.d/action.local'],
        ['templates/filter.local.epp', 'filter.d/filter.local'],
        ['templates/jail.local.epp', 'jail.local'],
        ['templates/jail_d.local.epp', 'jail.d/jail.local'],
      ],
    ],
  ]);

/** A repository's templates over the tree of Debian. `edit` changes the text of a template first. */
export function templateSnapshot(
  repository: string,
  edit: (text: string, name: string) => string = text => text,
): Snapshot {
  const files = new Map<string, { readonly name: string; readonly text: string }>();
  for (const [path, name] of templateSetups.get(repository) ?? []) {
    const source = join(shared, 'corpus/templates', repository.replace(/ .*/, ''), path);
    files.set(name, { name: path, text: edit(readFileSync(source, 'utf8'), name) });
  }
  // paths-fedora.conf is not in the package of Debian
  const base = repository.endsWith('(rhel)') ? join(shared, 'corpus/stock/1.0.2') : debianStock;
  return layerOf(diskSnapshot(base), files);
}
