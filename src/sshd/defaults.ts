import {
  ciphers,
  defaultAuthoritySignatures,
  defaultCiphers,
  defaultGssKeyExchanges,
  defaultKeyExchanges,
  defaultKeyTypes,
  defaultMacs,
  gssKeyExchanges,
  keyExchanges,
  keyTypes,
  macs,
} from './algorithms';

/** A setting as `sshd -T` prints it. */
export interface Setting {
  readonly field: string;
  /** Without any line that sets it. */
  readonly fallback: readonly string[];
  /** One line, a line for each value (none without values), all on one line, or all on one line where there are any. */
  readonly form: 'one' | 'each' | 'joined' | 'joined-if-any';
}

function one(fields: string, fallback: string): readonly Setting[] {
  return fields.split(' ').map(field => ({ field, fallback: [fallback], form: 'one' }));
}

function each(field: string, ...fallback: readonly string[]): Setting {
  return { field, fallback, form: 'each' };
}

/** What `sshd -T` of OpenSSH 9.2 on Debian prints, in its order (`dump_config` of servconf.c). */
export const settings: readonly Setting[] = [
  each('port', '22'),
  ...one('addressfamily', 'any'),
  each('listenaddress'),
  ...one('usepam', 'no'),
  ...one('logingracetime', '120'),
  ...one('x11displayoffset', '10'),
  ...one('maxauthtries', '6'),
  ...one('maxsessions', '10'),
  ...one('clientaliveinterval', '0'),
  ...one('clientalivecountmax', '3'),
  ...one('requiredrsasize', '1024'),
  ...one('streamlocalbindmask', '0177'),
  ...one('unusedconnectiontimeout', '0'),
  ...one('permitrootlogin', 'without-password'),
  ...one('ignorerhosts', 'yes'),
  ...one('ignoreuserknownhosts hostbasedauthentication hostbasedusesnamefrompacketonly', 'no'),
  ...one('pubkeyauthentication', 'yes'),
  ...one('kerberosauthentication', 'no'),
  ...one('kerberosorlocalpasswd kerberosticketcleanup', 'yes'),
  ...one('gssapiauthentication', 'no'),
  ...one('gssapicleanupcredentials', 'yes'),
  ...one('gssapikeyexchange', 'no'),
  ...one('gssapistrictacceptorcheck', 'yes'),
  ...one('gssapistorecredentialsonrekey', 'no'),
  ...one('gssapikexalgorithms', ''),
  ...one('passwordauthentication kbdinteractiveauthentication printmotd printlastlog', 'yes'),
  ...one('x11forwarding', 'no'),
  ...one('x11uselocalhost permittty permituserrc strictmodes tcpkeepalive', 'yes'),
  ...one('permitemptypasswords', 'no'),
  ...one('compression', 'yes'),
  ...one('gatewayports usedns', 'no'),
  ...one('allowtcpforwarding allowagentforwarding', 'yes'),
  ...one('disableforwarding', 'no'),
  ...one('allowstreamlocalforwarding', 'yes'),
  ...one('streamlocalbindunlink', 'no'),
  ...one('fingerprinthash', 'SHA256'),
  ...one('exposeauthinfo', 'no'),
  ...one('pidfile', '/run/sshd.pid'),
  ...one('modulifile', '/etc/ssh/moduli'),
  ...one('xauthlocation', '/usr/bin/xauth'),
  ...one('ciphers macs', ''),
  ...one('banner forcecommand chrootdirectory trustedusercakeys revokedkeys', 'none'),
  ...one('securitykeyprovider', 'internal'),
  ...one('authorizedprincipalsfile versionaddendum authorizedkeyscommand authorizedkeyscommanduser', 'none'),
  ...one('authorizedprincipalscommand authorizedprincipalscommanduser hostkeyagent', 'none'),
  ...one('kexalgorithms casignaturealgorithms hostbasedacceptedalgorithms', ''),
  ...one('hostkeyalgorithms pubkeyacceptedalgorithms', ''),
  ...one('loglevel', 'INFO'),
  ...one('syslogfacility', 'AUTH'),
  {
    field: 'authorizedkeysfile',
    fallback: ['.ssh/authorized_keys', '.ssh/authorized_keys2'],
    form: 'joined',
  },
  each(
    'hostkey',
    '/etc/ssh/ssh_host_rsa_key',
    '/etc/ssh/ssh_host_ecdsa_key',
    '/etc/ssh/ssh_host_ed25519_key',
  ),
  ...['hostcertificate', 'allowusers', 'denyusers', 'allowgroups', 'denygroups', 'acceptenv', 'setenv'].map(
    field => each(field),
  ),
  { field: 'authenticationmethods', fallback: ['any'], form: 'joined' },
  { field: 'logverbose', fallback: [], form: 'joined-if-any' },
  { field: 'channeltimeout', fallback: [], form: 'joined-if-any' },
  each('subsystem'),
  ...one('maxstartups', '10:30:100'),
  ...one('persourcemaxstartups', 'none'),
  ...one('persourcenetblocksize', '32:128'),
  ...one('permittunnel', 'no'),
  ...one('ipqos', 'lowdelay throughput'),
  ...one('rekeylimit', '0'),
  { field: 'permitopen', fallback: ['any'], form: 'joined' },
  { field: 'permitlisten', fallback: ['any'], form: 'joined' },
  ...one('permituserenvironment', 'no'),
  ...one('pubkeyauthoptions', 'none'),
];

/** Lists of algorithms: what is in force without a line, and what patterns choose from. */
export const algorithmLists: ReadonlyMap<
  string,
  { readonly defaults: readonly string[]; readonly all: readonly string[] }
> = new Map([
  ['ciphers', { defaults: defaultCiphers, all: ciphers }],
  ['macs', { defaults: defaultMacs, all: macs }],
  ['kexalgorithms', { defaults: defaultKeyExchanges, all: keyExchanges }],
  ['gssapikexalgorithms', { defaults: defaultGssKeyExchanges, all: gssKeyExchanges }],
  ['hostkeyalgorithms', { defaults: defaultKeyTypes, all: keyTypes }],
  ['hostbasedacceptedalgorithms', { defaults: defaultKeyTypes, all: keyTypes }],
  ['pubkeyacceptedalgorithms', { defaults: defaultKeyTypes, all: keyTypes }],
  [
    'casignaturealgorithms',
    { defaults: defaultAuthoritySignatures, all: keyTypes.filter(name => !name.includes('-cert-')) },
  ],
]);
