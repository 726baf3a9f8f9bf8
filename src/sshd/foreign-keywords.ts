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
