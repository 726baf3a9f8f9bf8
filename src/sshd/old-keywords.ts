/** Other spellings, and whether they may stand in a `Match` block. */
export const aliasRows: readonly (readonly [name: string, of: string, inMatch: boolean])[] = [
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
export const deadRows: readonly (readonly [
  name: string,
  kind: 'deprecated' | 'unsupported' | 'ignored',
  inMatch: boolean,
])[] = [
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
