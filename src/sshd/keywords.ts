import { ciphers, gssKeyExchanges, keyExchanges, keyTypes, macs } from './algorithms';
import { algorithms } from './take-algorithms';
import {
  addWords,
  authenticationMethods,
  channelTimeout,
  firstWords,
  noneAlone,
  permittedPorts,
  userPattern,
  withoutRepeats,
} from './take-list';
import * as special from './take-special';
import { expandHome, flag, homePath, integer, oneOf, path, time, word } from './take-value';
import type { Taker } from './taker';

/** A keyword of sshd_config. */
export interface Keyword {
  /** As sshd_config(5) spells it. */
  readonly name: string;
  /** The name of the setting in `sshd -T`; several spellings may share one. */
  readonly field: string;
  /** Whether it may stand in a `Match` block. */
  readonly inMatch: boolean;
  readonly take: Taker;
  readonly kind: 'current' | 'alias' | 'deprecated' | 'unsupported' | 'ignored';
}

type Row = readonly [name: string, take: Taker];

const forwarding = oneOf({ yes: 'yes', all: 'yes', no: 'no', remote: 'remote', local: 'local' });
const keyAlgorithms = algorithms(keyTypes, { arePatterns: true });

/** Keywords of OpenSSH 9.2 as Debian builds it (the table of servconf.c), those for the whole server alone. */
const globalRows: readonly Row[] = [
  ['UsePAM', flag],
  ['Port', special.port],
  ['HostKey', special.hostKey],
  ['HostKeyAgent', special.agent],
  ['PidFile', path],
  ['ModuliFile', path],
  ['LoginGraceTime', time],
  [
    'SyslogFacility',
    oneOf(
      Object.fromEntries(
        ['DAEMON', 'USER', 'AUTH', 'AUTHPRIV', ...[0, 1, 2, 3, 4, 5, 6, 7].map(each => `LOCAL${each}`)].map(
          name => [name.toLowerCase(), name],
        ),
      ),
    ),
  ],
  ['HostKeyAlgorithms', keyAlgorithms],
  ['KerberosOrLocalPasswd', flag],
  ['KerberosTicketCleanup', flag],
  ['GSSAPICleanupCredentials', flag],
  ['GSSAPIKeyExchange', flag],
  ['GSSAPIStrictAcceptorCheck', flag],
  ['GSSAPIStoreCredentialsOnRekey', flag],
  ['GSSAPIKexAlgorithms', algorithms(gssKeyExchanges)],
  ['ListenAddress', special.listenAddress],
  ['AddressFamily', oneOf({ inet: 'inet', inet6: 'inet6', any: 'any' })],
  ['PrintMotd', flag],
  ['PrintLastLog', flag],
  ['IgnoreUserKnownHosts', flag],
  ['XAuthLocation', path],
  ['StrictModes', flag],
  ['PermitUserEnvironment', special.userEnvironment],
  ['Compression', oneOf({ yes: 'yes', delayed: 'yes', no: 'no' })],
  ['TCPKeepAlive', flag],
  ['Ciphers', algorithms(ciphers, { evenInactive: true })],
  ['MACs', algorithms(macs, { evenInactive: true })],
  ['KexAlgorithms', algorithms(keyExchanges, { evenInactive: true })],
  ['Subsystem', special.subsystem],
  ['MaxStartups', special.maxStartups],
  ['PerSourceMaxStartups', special.perSourceMaxStartups],
  ['PerSourceNetBlockSize', special.netBlockSize],
  ['UseDNS', flag],
  ['HostCertificate', special.hostKey],
  ['VersionAddendum', special.versionAddendum],
  ['FingerprintHash', special.fingerprint],
  ['SecurityKeyProvider', special.keyProvider],
  ['DebianBanner', flag],
];

/** Those that may stand in a `Match` block, too. */
const matchRows: readonly Row[] = [
  [
    'PermitRootLogin',
    oneOf({
      'without-password': 'without-password',
      'prohibit-password': 'without-password',
      'forced-commands-only': 'forced-commands-only',
      yes: 'yes',
      no: 'no',
    }),
  ],
  [
    'LogLevel',
    oneOf({
      silent: 'SILENT',
      quiet: 'SILENT',
      fatal: 'FATAL',
      error: 'ERROR',
      info: 'INFO',
      verbose: 'VERBOSE',
      debug: 'DEBUG',
      debug1: 'DEBUG',
      debug2: 'DEBUG2',
      debug3: 'DEBUG3',
    }),
  ],
  ['LogVerbose', firstWords(noneAlone)],
  ['HostbasedAuthentication', flag],
  ['HostbasedUsesNameFromPacketOnly', flag],
  ['HostbasedAcceptedAlgorithms', keyAlgorithms],
  ['PubkeyAuthentication', flag],
  ['PubkeyAcceptedAlgorithms', keyAlgorithms],
  ['PubkeyAuthOptions', special.keyOptions],
  ['KerberosAuthentication', flag],
  ['GSSAPIAuthentication', flag],
  ['PasswordAuthentication', flag],
  ['KbdInteractiveAuthentication', flag],
  ['IgnoreRhosts', oneOf({ yes: 'yes', no: 'no', 'shosts-only': 'shosts-only' })],
  ['X11Forwarding', flag],
  ['X11DisplayOffset', integer],
  ['X11UseLocalhost', flag],
  ['PermitEmptyPasswords', flag],
  ['RekeyLimit', special.rekeyLimit],
  ['AllowTcpForwarding', forwarding],
  ['AllowAgentForwarding', flag],
  ['AllowUsers', addWords(userPattern)],
  ['DenyUsers', addWords(userPattern)],
  ['AllowGroups', addWords(() => undefined)],
  ['DenyGroups', addWords(() => undefined)],
  ['GatewayPorts', oneOf({ clientspecified: 'clientspecified', yes: 'yes', no: 'no' })],
  ['MaxAuthTries', integer],
  ['MaxSessions', integer],
  ['Banner', path],
  ['ClientAliveInterval', time],
  ['ClientAliveCountMax', integer],
  [
    'AuthorizedKeysFile',
    firstWords(
      () => undefined,
      values => values.map(expandHome),
    ),
  ],
  ['AcceptEnv', addWords(text => (text.includes('=') ? 'a variable is named without "="' : undefined))],
  [
    'SetEnv',
    firstWords(text => (text.includes('=') ? undefined : 'a variable is set as NAME=value'), withoutRepeats),
  ],
  [
    'PermitTunnel',
    oneOf({ no: 'no', 'point-to-point': 'point-to-point', ethernet: 'ethernet', yes: 'yes' }, true),
  ],
  ['PermitTTY', flag],
  ['PermitUserRC', flag],
  ['PermitOpen', permittedPorts(false)],
  ['PermitListen', permittedPorts(true)],
  ['ForceCommand', special.rest],
  ['ChrootDirectory', word],
  ['RevokedKeys', path],
  ['TrustedUserCAKeys', path],
  ['AuthorizedPrincipalsFile', homePath],
  ['IPQoS', special.qualityOfService],
  ['AuthorizedKeysCommand', special.command],
  ['AuthorizedKeysCommandUser', word],
  ['AuthorizedPrincipalsCommand', special.command],
  ['AuthorizedPrincipalsCommandUser', word],
  ['AuthenticationMethods', authenticationMethods],
  ['StreamLocalBindMask', special.bindMask],
  ['StreamLocalBindUnlink', flag],
  ['AllowStreamLocalForwarding', forwarding],
  ['DisableForwarding', flag],
  ['ExposeAuthInfo', flag],
  ['RDomain', special.routingDomain],
  ['CASignatureAlgorithms', keyAlgorithms],
  ['RequiredRSASize', integer],
  ['ChannelTimeout', firstWords(channelTimeout)],
  ['UnusedConnectionTimeout', special.unusedConnectionTimeout],
];

/** Other spellings, and whether they may stand in a `Match` block. */
const aliasRows: readonly (readonly [name: string, of: string, inMatch: boolean])[] = [
  ['HostDSAKey', 'HostKey', false],
  ['DSAAuthentication', 'PubkeyAuthentication', false],
  ['KeepAlive', 'TCPKeepAlive', false],
  ['HostbasedAcceptedKeyTypes', 'HostbasedAcceptedAlgorithms', true],
  ['PubkeyAcceptedKeyTypes', 'PubkeyAcceptedAlgorithms', true],
  ['ChallengeResponseAuthentication', 'KbdInteractiveAuthentication', true],
  ['SkeyAuthentication', 'KbdInteractiveAuthentication', true],
  ['GSSAPICleanupCreds', 'GSSAPICleanupCredentials', false],
];

/** Without effect: sshd takes them, most with a word in its log. */
const deadRows: readonly (readonly [name: string, kind: Keyword['kind'], inMatch: boolean])[] = [
  ['PAMAuthenticationViaKbdInt', 'deprecated', false],
  ['ServerKeyBits', 'deprecated', false],
  ['KeyRegenerationInterval', 'deprecated', false],
  ['RhostsAuthentication', 'deprecated', false],
  ['RhostsRSAAuthentication', 'deprecated', true],
  ['RSAAuthentication', 'deprecated', true],
  ['CheckMail', 'deprecated', false],
  ['UseLogin', 'deprecated', false],
  ['VerifyReverseMapping', 'deprecated', false],
  ['ReverseMappingCheck', 'deprecated', false],
  ['AuthorizedKeysFile2', 'deprecated', true],
  ['UsePrivilegeSeparation', 'deprecated', false],
  ['Protocol', 'ignored', false],
  ['KerberosGetAFSToken', 'unsupported', false],
  ['KerberosTgtPassing', 'unsupported', false],
  ['AFSTokenPassing', 'unsupported', false],
  ['GSSAPIUseSessionCredCache', 'deprecated', false],
  ['GSSUseSessionCCache', 'deprecated', false],
];

function keyword(name: string, take: Taker, inMatch: boolean, kind: Keyword['kind'], of = name): Keyword {
  return { name, field: of.toLowerCase(), inMatch, take, kind };
}

const takers: ReadonlyMap<string, Taker> = new Map([...globalRows, ...matchRows]);

/** Every keyword but `Match` and `Include`, by its name in lower case. */
export const keywords: ReadonlyMap<string, Keyword> = new Map(
  [
    ...globalRows.map(([name, take]) => keyword(name, take, false, 'current')),
    ...matchRows.map(([name, take]) => keyword(name, take, true, 'current')),
    ...aliasRows.map(([name, of, inMatch]) => keyword(name, takers.get(of)!, inMatch, 'alias', of)),
    ...deadRows.map(([name, kind, inMatch]) => keyword(name, special.ignored, inMatch, kind)),
  ].map(each => [each.name.toLowerCase(), each]),
);

/** Keywords of later releases, and the first that knows them (servconf.c of 9.3 to 10.2). */
export const newerKeywords: ReadonlyMap<string, string> = new Map([
  ['persourcepenalties', '9.8'],
  ['persourcepenaltyexemptlist', '9.8'],
  ['sshdsessionpath', '9.8'],
  ['pamservicename', '9.8'],
  ['refuseconnection', '9.9'],
  ['sshdauthpath', '10.0'],
  ['gssdelegatecreds', '10.3'],
]);

/** Keywords some distribution or system patches in. */
export const patchedKeywords: ReadonlySet<string> = new Set([
  'useblacklist',
  'useblocklist',
  'kerberosusekuserok',
  'gssapienablek5users',
  'kerberosuniqueccache',
  'rsaminsize',
  'showpatchlevel',
  'ldapservers',
  'canonicalmatchuser',
  'permitpamuserchange',
  'tcprcvbufpoll',
  'noneenabled',
  'hpndisabled',
  'hpnbuffersize',
]);
