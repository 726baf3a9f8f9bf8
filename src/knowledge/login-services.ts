/** A service people log in to over the network. */
export interface LoginService {
  readonly name: string;
  readonly ports: readonly number[];
  /** Names of the program, as it is listed where ports are open; units of systemd start with one of them. */
  readonly programs: readonly string[];
  /** Whether a unit that is enabled tells that it can be reached; databases listen to the host alone by default. */
  readonly isPublic: boolean;
  /** What the name of a filter for it has in it. */
  readonly filters: RegExp;
}

const throughPam = 'pam-generic|pam$';

/** By the stock filters of fail2ban 1.1.1 and the default ports of the programs. */
export const loginServices: readonly LoginService[] = [
  service('ssh', [22], 'sshd ssh dropbear', `ssh|dropbear|${throughPam}`),
  service('cockpit', [9090], 'cockpit', `cockpit|${throughPam}`),
  service('webmin', [10000], 'webmin miniserv', `webmin|${throughPam}`),
  service('Proxmox', [8006], 'pveproxy proxmox', 'proxmox'),
  service('remote desktop', [3389], 'xrdp', 'xrdp'),
  service('ftp', [21, 990], 'vsftpd proftpd pure-ftpd', `ftp|${throughPam}`),
  service(
    'submission',
    [465, 587],
    'postfix exim sendmail master',
    'postfix|exim|sendmail|sasl|smtp|dovecot',
  ),
  service('imap', [143, 993], 'dovecot imapd courier cyrus', 'dovecot|courier|cyrus|imap|perdition|mail'),
  service('pop3', [110, 995], 'pop3d', 'dovecot|courier|cyrus|pop3|perdition|mail'),
  { ...service('MySQL', [3306], 'mysqld mariadbd mysql mariadb', 'mysql|mariadb'), isPublic: false },
  { ...service('PostgreSQL', [5432], 'postgres postgresql', 'postgres|pgsql'), isPublic: false },
  { ...service('MongoDB', [27017], 'mongod', 'mongo'), isPublic: false },
  { ...service('SQL Server', [1433], 'sqlservr mssql', 'mssql'), isPublic: false },
];

function service(name: string, ports: readonly number[], programs: string, filters: string): LoginService {
  return { name, ports, programs: programs.split(' '), isPublic: true, filters: new RegExp(filters) };
}
