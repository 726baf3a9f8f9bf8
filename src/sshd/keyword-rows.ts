import { ciphers, gssKeyExchanges, keyExchanges, keyTypes, macs } from './algorithms';
import { algorithms } from './take-algorithms';
import * as limit from './take-limit';
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
import * as listen from './take-listen';
import { qualityOfService } from './take-quality-of-service';
import * as special from './take-special';
import { expandHome, flag, homePath, integer, oneOf, path, time, word } from './take-value';
import type { Taker } from './taker';

type Row = readonly [name: string, take: Taker];

const forwarding = oneOf({ yes: 'yes', all: 'yes', no: 'no', remote: 'remote', local: 'local' });
const keyAlgorithms = algorithms(keyTypes, { arePatterns: true });

/** Keywords of OpenSSH 9.2 as Debian builds it (the table of servconf.c), those for the whole server alone. */
export const globalRows: readonly Row[] = [
  ['UsePAM', flag],
  ['Port', listen.port],
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
  ['ListenAddress', listen.listenAddress],
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
  ['MaxStartups', limit.maxStartups],
  ['PerSourceMaxStartups', limit.perSourceMaxStartups],
  ['PerSourceNetBlockSize', limit.netBlockSize],
  ['UseDNS', flag],
  ['HostCertificate', special.hostKey],
  ['VersionAddendum', special.versionAddendum],
  ['FingerprintHash', special.fingerprint],
  ['SecurityKeyProvider', special.keyProvider],
  ['DebianBanner', flag],
];

/** Those that may stand in a `Match` block, too. */
export const matchRows: readonly Row[] = [
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
  ['RekeyLimit', limit.rekeyLimit],
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
  ['IPQoS', qualityOfService],
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
  ['UnusedConnectionTimeout', limit.unusedConnectionTimeout],
];
