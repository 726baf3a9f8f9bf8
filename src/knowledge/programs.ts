/** What decides about packets on a host, or is told which addresses to turn away. */
export type Firewall =
  | 'iptables'
  | 'nftables'
  | 'firewalld'
  | 'ufw'
  | 'shorewall'
  | 'pf'
  | 'ipfw'
  | 'npf'
  | 'ipfilter'
  | 'apf'
  | 'csf'
  | 'route';

/** A program that blocks addresses. */
export interface Blocker {
  readonly firewall: Firewall;
  /** Whether these words (behind the name of the program) block something, and not only look or take away. */
  readonly blocks: (words: string) => boolean;
}

const blockers: ReadonlyMap<string, Blocker> = new Map<string, Blocker>([
  ...named(
    'iptables ip6tables iptables-nft ip6tables-nft iptables-legacy ip6tables-legacy',
    'iptables',
    /(?:^| )(?:-I|-A|--insert|--append)(?: |$)/,
  ),
  ...named('ipset', 'iptables', /(?:^| )(?:add|-A|--add)(?: |$)/),
  ...named('nft', 'nftables', /(?:^| )(?:add|insert) (?:element|rule)(?: |$)/),
  ...named('firewall-cmd', 'firewalld', /--add-(?:rich-rule|rule|entry|source)/),
  ...named('ufw', 'ufw', /(?:^| )(?:deny|reject)(?: |$)/),
  ...named('shorewall shorewall6', 'shorewall', /(?:^| )(?:drop|reject|logdrop|logreject)(?: |$)/),
  ...named('pfctl', 'pf', /-T *add/),
  ...named('ipfw', 'ipfw', /(?:^| )add(?: |$)/),
  ...named('npfctl', 'npf', /(?:^| )add(?: |$)/),
  ...named('ipf', 'ipfilter', /^(?!.*-r )/),
  ...named('apf', 'apf', /(?:^| )(?:-d|--deny)(?: |$)/),
  ...named('csf', 'csf', /(?:^| )(?:-d|-td|--deny|--tempdeny)(?: |$)/),
  ...named('ip', 'route', /(?:^| )(?:route|r|ro|rule) (?:add|replace|append) /),
  ...named('route', 'route', /(?:^| )add /),
]);

function named(names: string, firewall: Firewall, words: RegExp): [string, Blocker][] {
  return names.split(' ').map(name => [name, { firewall, blocks: text => words.test(text) }]);
}

/** What a program has to do with blocking; undefined where it has nothing to do with it. */
export function blockerOf(program: string): Blocker | undefined {
  return blockers.get(program);
}

const mailers = new Set('mail mailx Mail s-nail nail mutt sendmail msmtp ssmtp swaks sendemail'.split(' '));

/** Whether a program sends mail. */
export function isMailer(program: string): boolean {
  return mailers.has(program);
}

/** Programs that do nothing to anybody outside the host, and the commands of the shell itself. */
const harmless = new Set(
  (
    'printf echo cat date grep egrep fgrep sed awk gawk tr cut head tail sort uniq wc test [ [[ : true false exit return read sleep logger ' +
    'whois dig host geoiplookup uname hostname id expr file iconv touch rm mkdir set unset export local cd zgrep basename dirname'
  ).split(' '),
);

/** Whether a program only looks something up, or works on text. */
export function isHarmless(program: string): boolean {
  return harmless.has(program);
}

/** Programs of packages that a host may well lack, as actions of fail2ban call them. */
const installed = new Set(
  (
    'iptables ip6tables nft ipset firewall-cmd ufw shorewall shorewall6 pfctl ipfw npfctl apf csf conntrack sendmail mail mailx ' +
    'whois curl wget dig jq geoiplookup nsupdate apprise'
  ).split(' '),
);

/** Whether a program comes in a package of its own, and not with every system. */
export function isExtraProgram(program: string): boolean {
  return installed.has(program);
}
